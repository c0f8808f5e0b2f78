using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Search;
using PolicyTracker.Core.Storage;
using PolicyTracker.Web.Accounts;
using PolicyTracker.Web.Shared;

namespace PolicyTracker.Web.Search;

/// <summary>搜索: whatever the box on top is asked for.</summary>
public sealed partial class SearchPage(IDbContextFactory<TrackerDb> databases, CurrentActor current)
{
    private const int MostLetters = 100;
    private const int Excerpt = 110;

    private string asked = "";
    private SearchView? view;

    [CascadingParameter]
    public required HttpContext HttpContext { get; set; }

    [SupplyParameterFromQuery(Name = "q")]
    private string? Q { get; set; }

    [SupplyParameterFromQuery(Name = "kind")]
    private string? Kind { get; set; }

    [SupplyParameterFromQuery(Name = "page")]
    private string? Page { get; set; }

    [SupplyParameterFromQuery(Name = "page-size")]
    private string? PageSize { get; set; }

    protected override async Task OnInitializedAsync()
    {
        // PostgreSQL takes no NUL.
        asked = (Q ?? "").Replace("\0", "", StringComparison.Ordinal).Trim();
        asked = asked.Length > MostLetters ? asked[..MostLetters] : asked;
        if (asked.Length == 0)
        {
            return;
        }

        var actor = await current.RequireAsync(HttpContext.RequestAborted);
        await using var db = await databases.CreateDbContextAsync(HttpContext.RequestAborted);
        var kind = Enum.TryParse<SearchKind>(Kind, ignoreCase: true, out var chosen) && Enum.IsDefined(chosen) ? chosen : (SearchKind?)null;
        view = await SearchQuery.FindAsync(db, actor, asked, kind, Number(Page, 1), Number(PageSize, Pager.PageSizes[0]), HttpContext.RequestAborted);
    }

    private static int Number(string? text, int otherwise) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= 100 ? number : otherwise;

    private string Address(SearchKind kind) =>
        QueryHelpers.AddQueryString("/search", new Dictionary<string, string?> { ["q"] = asked, ["kind"] = kind.ToString().ToLowerInvariant() });

    private string Address(SearchHit hit) => view!.Kind switch
    {
        SearchKind.Task or SearchKind.Report => $"/tasks/{hit.Id}",
        SearchKind.Document => $"/documents/{hit.Id}",
        SearchKind.Department => $"/departments/{hit.Id}",
    };

    /// <summary>The text without the title, where it begins with it.</summary>
    private static string Beside(SearchHit hit) =>
        (hit.Body.StartsWith(hit.Title, StringComparison.Ordinal) ? hit.Body[hit.Title.Length..].TrimStart('，', ',', '。', '；') : hit.Body).Trim();

    private string Count(SearchKind kind) =>
        view!.IsCapped(kind) ? $"{SearchQuery.MostHits.ToString("N0", CultureInfo.InvariantCulture)}+" : view.Counts[kind].ToString("N0", CultureInfo.InvariantCulture);

    private static string Word(SearchKind kind) => kind switch
    {
        SearchKind.Task => "任务",
        SearchKind.Document => "文件",
        SearchKind.Department => "单位",
        SearchKind.Report => "反馈",
    };
}
