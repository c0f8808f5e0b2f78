using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Storage;
using PolicyTracker.Core.Tasks;
using PolicyTracker.Web.Accounts;
using PolicyTracker.Web.Shared;

namespace PolicyTracker.Web.Tasks;

/// <summary>台账: what the address asks for, page by page or group by group.</summary>
public sealed partial class TaskLedger(IDbContextFactory<TrackerDb> databases, CurrentActor current, TimeProvider time, NavigationManager navigation)
{
    private LedgerPlace place = new(new TaskFilter());
    private IReadOnlyList<string> problems = [];
    private PageOf<TaskRow> found = new([], 0, 1, 1);
    private TaskGroups? groups;
    private LedgerChoices choices = new([], [], []);
    private IReadOnlyList<FilterWord> words = [];
    private IReadOnlyList<(FilterWord Word, int Count)> loosened = [];
    private DateOnly today;
    private Actor actor = null!;
    private bool isMissing;
    private string? done;
    private LedgerPreferences? preferences;

    [CascadingParameter]
    public required HttpContext HttpContext { get; set; }

    private TaskFilter Filter => place.Filter;

    private DateOnly Day => Filter.DayOf(today);

    /// <summary>Of a past day nothing can be done, only looked at.</summary>
    private bool IsPast => Filter.AsOf is not null;

    private string Present => (place with { Filter = Filter with { AsOf = null, Page = 1 } }).Address;

    private bool CanSupervise => actor.Is(AccountRole.Supervisor);

    private bool CanImport => CanSupervise || (actor.Is(AccountRole.Staff) && actor.DepartmentId is not null);

    /// <summary>Null where the view does not exist, or is not shared any more: the person's own columns, then.</summary>
    private SavedViewRow? View => preferences!.View(place.From);

    private LedgerLayout Layout => View?.Layout ?? preferences!.Layout;

    private bool MayWiden => View is null or { IsOwn: true };

    private string TotalWords => TotalIn(found.Total, found.IsTotalExact);

    private int LastPage => (found.Total + found.PageSize - 1) / found.PageSize;

    /// <summary>How the rows are sorted and how many there are a page is no filter.</summary>
    private string Cleared => place with { Filter = new TaskFilter { Order = Filter.Order, Descending = Filter.Descending, PageSize = Filter.PageSize, AsOf = Filter.AsOf }, From = null } is var bare
        && bare.Address == LedgerAddress.Path && preferences!.DefaultViewId is not null
            ? $"{LedgerAddress.Path}?{LedgerPlace.Opening}={LedgerPlace.Nothing}"
            : bare.Address;

    private string TabTitle => words.Count == 0 ? View?.Name ?? "台账" : $"{string.Join('、', words.Select(word => word.Value))} · 台账";

    private string InWords =>
        $"{LedgerFilterWords.InWords(words)}。共{TotalWords}项，截至{Day.Chinese()}{(IsPast ? "(日终)" : "")}。";

    protected override async Task OnInitializedAsync()
    {
        var leaving = HttpContext.RequestAborted;
        today = time.Today();
        (place, problems) = LedgerPlace.Read(HttpContext.Request.Query, today);
        actor = await current.RequireAsync(leaving);
        await using var db = await databases.CreateDbContextAsync(leaving);
        var known = await SavedViewQuery.LoadAsync(db, actor, leaving);
        if (Opened(known))
        {
            return;
        }

        done = FlashCookie.Take(HttpContext);
        found = place.Grouping is { } grouping
            ? await GroupedAsync(db, grouping, leaving)
            : await TaskLedgerQuery.PageAsync(db, actor, Filter, today, leaving, TaskLedgerQuery.MostCounted);
        choices = await LedgerChoicesQuery.LoadAsync(db, actor, Filter, leaving);
        words = LedgerFilterWords.Of(Filter, choices);
        loosened = found.Total == 0 && words.Count > 1 ? await LoosenedAsync(db, leaving) : [];
        preferences = known;
    }

    // A view is opened by leading to the address of what it keeps: from there on that address alone says what is shown.
    private bool Opened(LedgerPreferences known)
    {
        var query = HttpContext.Request.Query;
        var asked = query[LedgerPlace.Opening].ToString();
        if (asked == LedgerPlace.Nothing || (asked.Length == 0 && (query.Count > 0 || known.DefaultViewId is null)))
        {
            return false;
        }

        if (known.View(asked.Length == 0 ? known.DefaultViewId : LedgerPlace.Number(asked)) is { } view)
        {
            navigation.NavigateTo(LedgerPlace.Of(view).Address);
        }
        else
        {
            isMissing = true;
        }

        return true;
    }

    private async Task<PageOf<TaskRow>> GroupedAsync(TrackerDb db, TaskGrouping grouping, CancellationToken leaving)
    {
        groups = await TaskGroupQuery.PageAsync(db, actor, Filter, grouping, today, leaving);
        var total = await TaskLedgerQuery.QuickCountAsync(db, actor, Filter, today, leaving);
        return new PageOf<TaskRow>([], Math.Min(total, TaskLedgerQuery.MostCounted), Filter.Page, Filter.PageSize) { IsTotalExact = total <= TaskLedgerQuery.MostCounted };
    }

    // Which single condition stands in the way: what is found without each of them.
    private async Task<List<(FilterWord Word, int Count)>> LoosenedAsync(TrackerDb db, CancellationToken leaving)
    {
        var without = new List<(FilterWord, int)>();
        foreach (var word in words)
        {
            if (await TaskLedgerQuery.QuickCountAsync(db, actor, word.Without, today, leaving) is > 0 and var count)
            {
                without.Add((word, count));
            }
        }

        return without;
    }

    // The last condition taken away leads to the whole ledger and not to the own default.
    private string At(TaskFilter filter) => (place with { Filter = filter }).Address is var address && address == LedgerAddress.Path ? Cleared : address;

    private static string TotalIn(int total, bool isExact) =>
        Math.Min(total, isExact ? total : TaskLedgerQuery.MostCounted).ToString("N0", CultureInfo.InvariantCulture) + (isExact ? "" : "+");
}
