using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using PolicyTracker.Core.Tasks;
using PolicyTracker.Web.Shared;

namespace PolicyTracker.Web.Tasks;

/// <summary>The address of the ledger that shows what a filter asks for: what TaskFilterReader reads, written.</summary>
public static class LedgerAddress
{
    public const string Path = "/tasks";

    private static readonly TaskFilter Plain = new();

    public static string Of(TaskFilter filter) => QueryHelpers.AddQueryString(Path, Parameters(filter));

    /// <summary>What stands in the form's 状态 for these states.</summary>
    public static string? States(IReadOnlyList<TaskState> states) =>
        states.Count == 0 ? null
        : states.Count == TaskStates.Open.Length && TaskStates.Open.All(states.Contains) ? "open"
        : string.Join(',', states).ToLowerInvariant();

    /// <summary>due, -progress; null for the printed order.</summary>
    public static string? Sort(TaskFilter filter) =>
        filter.Order == TaskOrder.Document && !filter.Descending ? null : $"{(filter.Descending ? "-" : "")}{Word(filter.Order)}";

    /// <summary>The colour of the gap, or the least points behind the plan.</summary>
    public static string? Gap(TaskFilter filter) => Word(filter.Gap) ?? Number(filter.GapPoints);

    public static string? Word(Enum? value) => value?.ToString().ToLowerInvariant();

    /// <summary>What stands in the address, by name.</summary>
    public static Dictionary<string, string?> Parameters(TaskFilter filter)
    {
        Dictionary<string, string?> all = new(StringComparer.Ordinal)
        {
            ["jurisdiction"] = Number(filter.Jurisdiction),
            ["document"] = Number(filter.Document),
            ["department"] = Number(filter.Department),
            ["role"] = Word(filter.Role),
            ["status"] = States(filter.States),
            ["light"] = Word(filter.Light),
            ["waiting"] = Word(filter.Waiting),
            ["gap"] = Gap(filter),
            ["verified"] = Word(filter.Verification),
            ["changed"] = Word(filter.Changed),
            ["since"] = filter.Since?.Iso(),
            ["due-from"] = filter.DueFrom?.Iso(),
            ["due-to"] = filter.DueTo?.Iso(),
            ["leader"] = filter.Leader,
            ["q"] = filter.Q,
            [AsOfAddress.Name] = filter.AsOf?.Iso(),
            ["sort"] = Sort(filter),
            ["total"] = filter.ExactTotal switch { true => "exact", false => "quick", null => null },
            ["page"] = filter.Page == Plain.Page ? null : Number(filter.Page),
            ["page-size"] = filter.PageSize == Plain.PageSize ? null : Number(filter.PageSize),
        };
        return all.Where(pair => pair.Value is not null).ToDictionary(StringComparer.Ordinal);
    }

    private static string? Number(int? number) => number?.ToString(CultureInfo.InvariantCulture);
}
