using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using PolicyTracker.Core.Tasks;
using PolicyTracker.Web.Api;

namespace PolicyTracker.Web.Tasks.Many;

/// <summary>Which tasks are meant: some that were ticked, or all that a filter finds.</summary>
/// <param name="Ids">Empty where the filter is meant.</param>
public sealed record Selection(IReadOnlyList<long> Ids, TaskFilter Filter)
{
    /// <summary>More are done in several goes, so that each can be watched.</summary>
    public const int Most = 2000;

    /// <summary>Reads <c>ids=1&amp;ids=2</c> or <c>ids=1,2</c>; without them the filter that the rest of the address holds.</summary>
    public static Selection Read(IQueryCollection query, DateOnly today)
    {
        var ids = query["ids"].SelectMany(value => (value ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries))
            .Select(text => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0)
            .Where(id => id > 0).Distinct().ToList();
        return new Selection(query["scope"] == "all" ? [] : ids, TaskFilterReader.Read(query, today).Filter);
    }

    /// <summary>The address of the page for these tasks and an act.</summary>
    public string Address(string? act)
    {
        var ledger = LedgerAddress.Of(Filter with { Page = 1 });
        var address = ManyPage.Path + (ledger.IndexOf('?', StringComparison.Ordinal) is >= 0 and var at ? ledger[at..] : "");
        address = Ids.Count > 0
            ? QueryHelpers.AddQueryString(address, "ids", string.Join(',', Ids.Select(id => id.ToString(CultureInfo.InvariantCulture))))
            : QueryHelpers.AddQueryString(address, "scope", "all");
        return act is null ? address : QueryHelpers.AddQueryString(address, "act", act);
    }
}

/// <summary>What became of one task.</summary>
/// <param name="Problem">Null when it was done.</param>
public sealed record ManyResult(long Id, string Title, string? Problem);
