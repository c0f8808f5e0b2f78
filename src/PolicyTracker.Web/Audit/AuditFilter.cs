using System.Globalization;
using PolicyTracker.Core.Audit;
using PolicyTracker.Web.Shared;

namespace PolicyTracker.Web.Audit;

/// <summary>What an auditor looks for, as it stands in the address.</summary>
public sealed record AuditFilter
{
    /// <summary>Part of the name at that time, or the whole user name.</summary>
    public string? Person { get; init; }

    public string? Action { get; init; }

    public AuditOutcome? Outcome { get; init; }

    public DateOnly? From { get; init; }

    /// <summary>Inclusive.</summary>
    public DateOnly? To { get; init; }

    public int Page { get; init; } = 1;

    public int PageSize { get; init; } = Pager.PageSizes[0];

    public int Chosen => new object?[] { Person, Action, Outcome, From, To }.Count(chosen => chosen is not null);

    /// <summary>What makes no sense is left out.</summary>
    public static AuditFilter Read(IQueryCollection query) => new()
    {
        Person = Text(query, "person"),
        // Not "action": a field of that name hides the address of its form from Blazor's script.
        Action = Text(query, "operation"),
        Outcome = Enum.TryParse<AuditOutcome>(Text(query, "outcome"), out var outcome) && Enum.IsDefined(outcome) ? outcome : null,
        From = Date(query, "from"),
        To = Date(query, "to"),
        Page = Number(query, "page", 1, 1_000_000),
        PageSize = Number(query, "page-size", Pager.PageSizes[0], 200),
    };

    /// <summary>In words, for the entry that says what was exported.</summary>
    public override string ToString() => string.Join('；', new[]
    {
        Person is null ? null : $"人员{Person}",
        Action is null ? null : $"操作{AuditAction.Word(Action)}",
        Outcome is { } outcome ? $"结果{outcome.Word()}" : null,
        From is { } from ? $"自{from.Iso()}" : null,
        To is { } to ? $"至{to.Iso()}" : null,
    }.OfType<string>().DefaultIfEmpty("全部"));

    private static string? Text(IQueryCollection query, string name) => query[name].ToString().Trim() is { Length: > 0 } text ? text : null;

    private static DateOnly? Date(IQueryCollection query, string name) =>
        DateOnly.TryParseExact(Text(query, name), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    private static int Number(IQueryCollection query, string name, int otherwise, int most) =>
        int.TryParse(Text(query, name), CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most ? number : otherwise;
}
