using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using PolicyTracker.Core.Tasks;
using PolicyTracker.Web.Api;

namespace PolicyTracker.Web.Tasks;

/// <summary>Where somebody is in the ledger: what the address asks for, by groups or not, and the view from which it came.</summary>
/// <param name="From">The view whose columns are shown; the filter in the address may have gone on from it.</param>
public sealed record LedgerPlace(TaskFilter Filter, TaskGrouping? Grouping = null, int? From = null)
{
    /// <summary>Opens a view: <c>/tasks?view=3</c> leads to the address of what it keeps; <c>none</c> is the whole ledger, whatever the own default.</summary>
    public const string Opening = "view";

    public const string Nothing = "none";

    public string Address => Within(LedgerAddress.Path);

    /// <summary>Besides those of the filter.</summary>
    public IEnumerable<KeyValuePair<string, string?>> Parameters => LedgerAddress.Parameters(Filter).Concat(new KeyValuePair<string, string?>[]
    {
        new("group", LedgerAddress.Word(Grouping)),
        new("from", From?.ToString(CultureInfo.InvariantCulture)),
    }.Where(pair => pair.Value is not null));

    /// <summary>The same place, asked of another page.</summary>
    public string Within(string path) => QueryHelpers.AddQueryString(path, Parameters);

    public static string AddressOf(int view) => QueryHelpers.AddQueryString(LedgerAddress.Path, Opening, view.ToString(CultureInfo.InvariantCulture));

    public static LedgerPlace Of(SavedViewRow view) => new(view.Filter, view.Grouping, view.Id);

    public static (LedgerPlace Place, IReadOnlyList<string> Problems) Read(IQueryCollection query, DateOnly today)
    {
        var (filter, problems) = TaskFilterReader.Read(query, today);
        var group = query["group"].ToString();
        TaskGrouping? grouping = group.All(char.IsAsciiLetter) && Enum.TryParse<TaskGrouping>(group, ignoreCase: true, out var named) ? named : null;
        return (
            new LedgerPlace(filter, grouping, Number(query["from"])),
            grouping is null && group.Length > 0 ? [.. problems, $"group 应是 {string.Join('、', Enum.GetNames<TaskGrouping>())} 之一，而不是“{group}”。"] : problems);
    }

    public static int? Number(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}

public static class GroupingWords
{
    public static string Word(this TaskGrouping grouping) => grouping switch
    {
        TaskGrouping.Department => "单位",
        TaskGrouping.Document => "文件",
        TaskGrouping.Month => "期限月份",
    };
}
