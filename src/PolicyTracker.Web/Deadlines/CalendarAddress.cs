using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using PolicyTracker.Core.Tasks;
using PolicyTracker.Web.Shared;

namespace PolicyTracker.Web.Deadlines;

/// <summary>The address of the calendar: what is shown stands in it.</summary>
public static class CalendarAddress
{
    public const string Path = "/calendar";

    /// <param name="filter">Of it, jurisdiction, department, document and the past day.</param>
    public static string Of(CalendarPeriod period, TaskFilter filter) => QueryHelpers.AddQueryString(Path, new Dictionary<string, string?>
    {
        [period.Parameter] = period.Written,
        ["jurisdiction"] = Number(filter.Jurisdiction),
        ["department"] = Number(filter.Department),
        ["document"] = Number(filter.Document),
        [AsOfAddress.Name] = filter.AsOf?.Iso(),
    }.Where(pair => pair.Value is not null));

    private static string? Number(int? number) => number?.ToString(CultureInfo.InvariantCulture);
}
