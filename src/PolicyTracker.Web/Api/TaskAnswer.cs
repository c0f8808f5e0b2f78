using System.Text.Json.Serialization;
using PolicyTracker.Core.Tasks;
using PolicyTracker.Parsing;

namespace PolicyTracker.Web.Api;

/// <summary>A task as the API gives it; <c>text</c>, <c>source</c>, <c>history</c> and what units reported stand only where one task is asked for.</summary>
public sealed record TaskAnswer(
    long Id, string Title, TaskState Status, uint Version, string? Number, IReadOnlyList<string> Path, DateOnly? DueOn, string? Deadline,
    TimeLight Light, string LightWord, TimeLight Gap, int? GapPoints, ProgressAnswer Progress, Judgement? Judgement, DateOnly? CompletedOn, bool? CompletedLate,
    string Jurisdiction, int? Document, string? DocumentTitle, string? DocumentNumber, IReadOnlyList<ResponsibilityAnswer> Responsibilities)
{
    /// <summary>责任领导 as printed.</summary>
    public IReadOnlyList<string> Leaders { get; init; } = [];

    /// <summary>The supervisor's figure, as in <see cref="Progress"/>.</summary>
    public int? VerifiedPercent => Progress.Verified;

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Text { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SourceAnswer? Source { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<UnitStanding>? Units { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<ReportRow>? Reports { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<ExtensionRow>? Extensions { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<HistoryRow>? History { get; init; }

    public static TaskAnswer Of(TaskRow row, DateOnly today)
    {
        var (light, gap) = (row.LightOn(today), row.GapOn(today));
        return new TaskAnswer(
            row.Id, row.Title, row.State, row.Version, row.Number, row.Path, row.DueOn, row.DeadlineRaw,
            light.Light, light.Word, gap.Light, gap.Behind, new ProgressAnswer(row.ClaimedPercent, row.VerifiedPercent), row.Judgement, row.CompletedOn, row.CompletedOn is null ? null : row.IsCompletedLate,
            row.Jurisdiction, row.DocumentId, row.DocumentTitle, row.DocumentNumber,
            [.. row.Responsibilities.Select(r => new ResponsibilityAnswer(r.DepartmentId, r.Name, r.PrintedName, r.Role, r.Note))])
        {
            Leaders = row.Leaders,
        };
    }

    public static TaskAnswer Whole(TaskView view, DateOnly today) => Of(view.Row, today) with
    {
        Text = view.Text,
        Source = view.Row.DocumentId is null
            ? new SourceAnswer([], [], view.Row.SourceKind, view.Row.SourceWords)
            : new SourceAnswer([view.Row.FirstLine, view.LastLine], view.Source, null, null),
        Progress = new ProgressAnswer(view.Row.ClaimedPercent, view.Row.VerifiedPercent) { VerifiedOn = view.VerifiedOn, Words = view.ClaimedWords },
        Responsibilities = [.. view.Row.Responsibilities.Select(r => Whole(r, view.Units))],
        Units = view.Units,
        Reports = view.Reports,
        Extensions = view.Extensions,
        History = view.History,
    };

    private static ResponsibilityAnswer Whole(ResponsibilityRow row, IReadOnlyList<UnitStanding> units)
    {
        var own = units.FirstOrDefault(unit => unit.DepartmentId == row.DepartmentId && unit.Role == row.Role);
        return new ResponsibilityAnswer(row.DepartmentId, row.Name, row.PrintedName, row.Role, row.Note)
        {
            AcknowledgedAt = own?.AcknowledgedAt,
            ClaimedPercent = own?.ClaimedPercent,
            DeclinedAt = own?.DeclinedAt,
        };
    }
}

/// <param name="Claimed">What the departments report; <see cref="Words"/> says how it is made up.</param>
/// <param name="Verified">The supervisor's figure.</param>
public sealed record ProgressAnswer(int? Claimed, int? Verified)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateOnly? VerifiedOn { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Words { get; init; }
}

/// <summary>Of an expanded group the members' own acts stand in <c>units</c>.</summary>
public sealed record ResponsibilityAnswer(int? Department, string Name, string PrintedName, Role Role, string? Note)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? AcknowledgedAt { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? ClaimedPercent { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? DeclinedAt { get; init; }
}

/// <param name="Lines">First and last line in the file, 1-based, inclusive; empty without a document.</param>
public sealed record SourceAnswer(
    int[] Lines, IReadOnlyList<string> Printed,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] SourceKind? Kind,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Words);
