using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Storage;
using PolicyTracker.Core.Tasks;
using PolicyTracker.Web.Accounts;
using PolicyTracker.Web.Api;
using PolicyTracker.Web.Shared;

namespace PolicyTracker.Web.Tasks;

/// <summary>台账: what the address asks for, page by page.</summary>
public sealed partial class TaskLedger(IDbContextFactory<TrackerDb> databases, CurrentActor current, TimeProvider time)
{
    private TaskFilter filter = new();
    private IReadOnlyList<string> problems = [];
    private PageOf<TaskRow> found = new([], 0, 1, 1);
    private LedgerChoices choices = new([], [], []);
    private IReadOnlyList<FilterWord> words = [];
    private DateOnly today;
    private IReadOnlyList<(FilterWord Word, int Count)> loosened = [];
    private bool canSupervise;
    private bool canImport;

    [CascadingParameter]
    public required HttpContext HttpContext { get; set; }

    private string TotalWords => TotalIn(found.Total, found.IsTotalExact);

    private int LastPage => (found.Total + found.PageSize - 1) / found.PageSize;

    /// <summary>How the rows are sorted and how many there are a page is no filter.</summary>
    private string Cleared => LedgerAddress.Of(new TaskFilter { Order = filter.Order, Descending = filter.Descending, PageSize = filter.PageSize });

    private string TabTitle => words.Count == 0 ? "台账" : $"{string.Join('、', words.Select(word => word.Value))} · 台账";

    private string InWords =>
        $"{LedgerFilterWords.InWords(words)}。共{TotalWords}项，截至{today.Chinese()}。";

    protected override async Task OnInitializedAsync()
    {
        var leaving = HttpContext.RequestAborted;
        (filter, problems) = TaskFilterReader.Read(HttpContext.Request.Query);
        today = time.Today();
        var actor = await current.RequireAsync(leaving);
        canSupervise = actor.Is(AccountRole.Supervisor);
        canImport = canSupervise || (actor.Is(AccountRole.Staff) && actor.DepartmentId is not null);
        await using var db = await databases.CreateDbContextAsync(leaving);
        found = await TaskLedgerQuery.PageAsync(db, actor, filter, today, leaving, TaskLedgerQuery.MostCounted);
        choices = await LedgerChoicesQuery.LoadAsync(db, actor, filter, leaving);
        words = LedgerFilterWords.Of(filter, choices);
        loosened = found.Total == 0 && words.Count > 1 ? await LoosenedAsync(db, actor, leaving) : [];
    }

    // Which single condition stands in the way: what is found without each of them.
    private async Task<List<(FilterWord Word, int Count)>> LoosenedAsync(TrackerDb db, Actor actor, CancellationToken leaving)
    {
        var found = new List<(FilterWord, int)>();
        foreach (var word in words)
        {
            if (await TaskLedgerQuery.QuickCountAsync(db, actor, word.Without, today, leaving) is > 0 and var count)
            {
                found.Add((word, count));
            }
        }

        return found;
    }

    private static string TotalIn(int total, bool isExact) =>
        Math.Min(total, isExact ? total : TaskLedgerQuery.MostCounted).ToString("N0", CultureInfo.InvariantCulture) + (isExact ? "" : "+");
}
