using System.Text.Json.Serialization;
using PolicyTracker.Core.Tasks;
using PolicyTracker.Parsing;

namespace PolicyTracker.Web.Api;

/// <summary>A task as the API gives it; <c>text</c>, <c>source</c> and <c>history</c> stand only where one task is asked for.</summary>
public sealed record TaskAnswer(
    long Id, string Title, TaskState Status, uint Version, string? Number, IReadOnlyList<string> Path, DateOnly? DueOn, string? Deadline,
    TimeLight Light, string LightWord, int? VerifiedPercent, string Jurisdiction, int Document, string DocumentTitle, string? DocumentNumber,
    IReadOnlyList<ResponsibilityAnswer> Responsibilities)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Text { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SourceAnswer? Source { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<HistoryRow>? History { get; init; }

    public static TaskAnswer Of(TaskRow row, DateOnly today)
    {
        var light = row.LightOn(today);
        return new TaskAnswer(
            row.Id, row.Title, row.State, row.Version, row.Number, row.Path, row.DueOn, row.DeadlineRaw,
            light.Light, light.Word, row.VerifiedPercent, row.Jurisdiction, row.DocumentId, row.DocumentTitle, row.DocumentNumber,
            [.. row.Responsibilities.Select(r => new ResponsibilityAnswer(r.DepartmentId, r.Name, r.PrintedName, r.Role, r.Note))]);
    }

    public static TaskAnswer Whole(TaskView view, DateOnly today) => Of(view.Row, today) with
    {
        Text = view.Text,
        Source = new SourceAnswer([view.Row.FirstLine, view.LastLine], view.Source),
        History = view.History,
    };
}

public sealed record ResponsibilityAnswer(int? Department, string Name, string PrintedName, Role Role, string? Note);

/// <param name="Lines">First and last line in the file, 1-based, inclusive.</param>
public sealed record SourceAnswer(int[] Lines, IReadOnlyList<string> Printed);
