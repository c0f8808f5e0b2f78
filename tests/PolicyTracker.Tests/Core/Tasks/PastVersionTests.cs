using System.Text;
using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Departments;
using PolicyTracker.Core.Documents;
using PolicyTracker.Core.Import.Desk;
using PolicyTracker.Core.Reports.Cockpit;
using PolicyTracker.Core.Storage;
using PolicyTracker.Core.Tasks;
using PolicyTracker.Tests.Core.Import.Desk;

namespace PolicyTracker.Tests.Core.Tasks;

/// <summary>查看日期 of tasks whose notice came in a new version, and whose version was taken back.</summary>
public sealed class PastVersionTests(LifeFixture life) : IClassFixture<LifeFixture>
{
    [Fact]
    public async Task Words_of_a_past_day_are_those_of_its_version_and_units_have_done_what_they_had_then()
    {
        var by = await life.PersonAsync(AccountRole.Administrator, jurisdiction: Jurisdiction.RootId);
        var tasks = await BeginAsync(by, "甲");
        var (first, toldFirst) = (life.Today, await TellAsync(tasks, null));
        life.Clock.Forward(1);
        var now = await ConfirmAsync(by, Second("甲"));
        var (second, toldSecond) = (life.Today, await TellAsync(tasks, null));
        Assert.NotEqual(toldFirst, toldSecond);
        life.Clock.Forward(1);
        Assert.Equal(toldFirst, await TellAsync(tasks, first));
        Assert.Equal(toldSecond, await TellAsync(tasks, second));

        await TakeBackAsync(by, now);
        var third = life.Today;
        life.Clock.Forward(1);
        Assert.Equal(toldFirst, await TellAsync(tasks, first));
        Assert.Equal(await TellAsync(tasks, null), await TellAsync(tasks, third));
        Assert.Equal([("市水务局", true), ("市应急局", false)], (await OnAsync(tasks[0], second)).Units.Select(unit => (unit.Name, unit.AcknowledgedAt is not null)));
        Assert.Equal([("市水务局", true), ("市财政局", true)], (await OnAsync(tasks[0], third)).Units.Select(unit => (unit.Name, unit.AcknowledgedAt is not null)));
        // The words of the second day are gone, and the page says so; the task that the version did not change has none to lose.
        Assert.Equal([false, true, false], await LostAsync(tasks[0], first, second, third));
        Assert.Equal([false, false, false], await LostAsync(tasks[1], first, second, third));
    }

    [Fact]
    public async Task Document_of_a_past_day_holds_the_tasks_that_have_gone_on_in_its_new_version_since()
    {
        var by = await life.PersonAsync(AccountRole.Administrator, jurisdiction: Jurisdiction.RootId);
        var tasks = await BeginAsync(by, "丙");
        var (first, day) = ((await OnAsync(tasks[0], null)).Row, life.Today);
        life.Clock.Forward(1);
        var now = await ConfirmAsync(by, Second("丙"));
        life.Clock.Forward(1);

        var then = await LedgerAsync(first.DocumentId!.Value, day);
        Assert.Equal(first.Title, then.Items.Single(row => row.Id == tasks[0]).Title);
        Assert.Equal((first.DocumentId, first.FirstLine), (then.Items[0].DocumentId, then.Items[0].FirstLine));
        Assert.Empty((await LedgerAsync(now, day)).Items);
        Assert.Equal(then.Total, (await LedgerAsync(now, null)).Total);
        Assert.Empty((await LedgerAsync(first.DocumentId.Value, null)).Items);
        // The list of documents counts as the ledger does, then and now.
        Assert.Equal(then.Total, (await ListedAsync(first.DocumentId.Value, day))!.Tasks);
        Assert.Equal(0, (await ListedAsync(first.DocumentId.Value, null))!.Tasks);
        Assert.Null(await ListedAsync(now, day));
        Assert.Equal(then.Total, (await ListedAsync(now, null))!.Tasks);
        // And so do the figures of the jurisdiction.
        Assert.Equal(then.Total, (await FiguresAsync(first.DocumentId.Value, day))!.All.Count);
        Assert.Null(await FiguresAsync(now, day));
        Assert.Equal(then.Total, (await FiguresAsync(now, null))!.All.Count);
    }

    [Fact]
    public async Task Past_ledger_is_searched_filtered_by_leader_and_sorted_by_what_the_version_of_that_day_prints()
    {
        var by = await life.PersonAsync(AccountRole.Administrator, jurisdiction: Jurisdiction.RootId);
        var old = await ConfirmAsync(by, Led("改造", "爆管", "张立"));
        var day = life.Today;
        life.Clock.Forward(1);
        var now = await ConfirmAsync(by, Led("整修", "渗漏", "李默"));
        life.Clock.Forward(1);

        string[] then = ["改造老旧管网", "加强水质监测", "加强宣传引导"], present = ["加强水质监测", "加强宣传引导", "整修老旧管网"];
        Assert.Equal(then[..1], await TitlesAsync(old, new() { AsOf = day, Q = "消除爆管隐患" }));
        Assert.Empty(await TitlesAsync(old, new() { AsOf = day, Q = "渗漏" }));
        Assert.Equal(present[2..], await TitlesAsync(now, new() { Q = "渗漏" }));
        Assert.Equal(3, (await TitlesAsync(old, new() { AsOf = day, Q = Notices.NumberOf("丁") })).Count);
        Assert.Equal(then[..1], await TitlesAsync(old, new() { AsOf = day, Leader = "张立" }));
        Assert.Empty(await TitlesAsync(old, new() { AsOf = day, Leader = "李默" }));
        Assert.Equal(present[2..], await TitlesAsync(now, new() { Leader = "李默" }));
        Assert.Equal(then, await TitlesAsync(old, new() { AsOf = day, Order = TaskOrder.Title }));
        Assert.Equal(then.Reverse(), await TitlesAsync(old, new() { AsOf = day, Order = TaskOrder.Title, Descending = true }));
        Assert.Equal(present, await TitlesAsync(now, new() { Order = TaskOrder.Title }));
    }

    [Theory]
    [InlineData(TaskOrder.Document)]
    [InlineData(TaskOrder.Title)]
    public async Task Past_ledger_stands_in_one_order_on_whichever_page_it_is_read(TaskOrder order)
    {
        var by = await life.PersonAsync(AccountRole.Administrator, jurisdiction: Jurisdiction.RootId);
        var first = await ConfirmAsync(by, Notices.Plan($"戊{order}"));
        await ConfirmAsync(by, Notices.Plan($"己{order}"));
        var day = life.Today;
        life.Clock.Forward(1);
        await ConfirmAsync(by, Second($"戊{order}"));
        foreach (var descending in new[] { false, true })
        {
            var asked = new TaskFilter { AsOf = day, Order = order, Descending = descending, PageSize = 200 };
            var whole = (await PageAsync(asked)).Items;
            var pages = new List<long>();
            for (var page = 1; pages.Count < whole.Count; page++)
            {
                pages.AddRange((await PageAsync(asked with { Page = page, PageSize = 2 })).Items.Select(row => row.Id));
            }

            Assert.Equal(whole.Select(row => row.Id), pages);
            if (order == TaskOrder.Document)
            {
                var documents = whole.Select(row => row.DocumentId).Where(id => id is not null).ToList();
                Assert.Contains(first, documents);
                Assert.Equal(documents.OrderBy(id => descending ? id : -id), documents);
            }
        }
    }

    [Fact]
    public async Task Task_that_a_version_did_not_change_keeps_what_a_reorganisation_moved_when_the_version_is_taken_back()
    {
        var by = await life.PersonAsync(AccountRole.Administrator, jurisdiction: Jurisdiction.RootId);
        var tasks = await BeginAsync(by, "乙");
        var health = (await OnAsync(tasks[1], null)).Units.Single(unit => unit.Name == "市卫生健康局");
        await using var db = life.Db();
        var place = (await db.Departments.SingleAsync(department => department.Id == health.DepartmentId)).JurisdictionId;
        await life.Actions.AcknowledgeAsync(await life.PersonAsync(AccountRole.Staff, await db.Departments.SingleAsync(d => d.Id == health.DepartmentId), place), tasks[1], new());
        await life.Get<SuccessionActions>().DecideAsync(by, new SuccessionForm(place, ["市卫生健康局"], ["市健康局"], life.Today.AddDays(1), "机构改革方案", AddUnknown: true));
        var now = await ConfirmAsync(by, Second("乙"));
        life.Clock.Forward(1);
        await life.Get<SuccessionActions>().ApplyDueAsync();
        await TakeBackAsync(by, now);
        Assert.Contains((await OnAsync(tasks[1], null)).Units, unit => unit.Name == "市健康局" && unit.AcknowledgedAt is not null);
    }

    private static string Second(string mark) => Notices.Plan(mark)
        .Replace("消除爆管隐患。(责任单位:市水务局、市财政局;完成时限:2031年10月底前)", "消除爆管和渗漏隐患。(责任单位:市水务局、市应急局;完成时限:2031年11月底前)", StringComparison.Ordinal)
        .Replace("一、重点任务", "本方案自印发之日起执行。\n一、重点任务", StringComparison.Ordinal);

    private static string Led(string verb, string harm, string leader) => Notices.Plan("丁")
        .Replace("改造老旧管网", $"{verb}老旧管网", StringComparison.Ordinal)
        .Replace("消除爆管隐患。(责任单位", $"消除{harm}隐患。(责任领导:{leader}副市长;责任单位", StringComparison.Ordinal);

    // The first two tasks: of the first one unit has reported, the other, which the new version takes off, has taken note.
    private async Task<IReadOnlyList<long>> BeginAsync(Actor by, string mark)
    {
        var document = await ConfirmAsync(by, Notices.Plan(mark));
        await using var db = life.Db();
        var tasks = await db.Tasks.Where(task => task.DocumentId == document && task.Ordinal <= 2).OrderBy(task => task.Ordinal).Select(task => task.Id).ToListAsync();
        foreach (var unit in (await OnAsync(tasks[0], null)).Units)
        {
            var department = await db.Departments.SingleAsync(d => d.Id == unit.DepartmentId);
            var staff = await life.PersonAsync(AccountRole.Staff, department, department.JurisdictionId);
            await life.DoAsync(unit.Name == "市水务局" ? TaskAct.ReportProgress : TaskAct.Acknowledge, staff, tasks[0]);
        }

        return tasks;
    }

    private async Task<int> ConfirmAsync(Actor by, string text)
    {
        var brought = await life.Get<DraftActions>().BringInAsync(by, "通知.txt", Encoding.UTF8.GetBytes(text));
        while (await life.Get<DraftReader>().ReadNextAsync(default))
        {
        }

        var session = (await DraftSession.OpenAsync(life.Get<IDbContextFactory<TrackerDb>>(), life.Clock, by, brought.DraftId!.Value))!;
        await DeskFixture.AcceptAllAsync(session, by);
        return (await life.Get<DraftConfirmation>().ConfirmAsync(by, session.Id, session.Revision))[0].Id;
    }

    private async Task TakeBackAsync(Actor by, int document)
    {
        await using var db = life.Db();
        await life.Get<ImportUndo>().UndoAsync(by, await db.Documents.Where(d => d.Id == document).Select(d => d.SourceFileId).SingleAsync());
    }

    private Task<PageOf<TaskRow>> LedgerAsync(int document, DateOnly? day) => PageAsync(new TaskFilter { Document = document, AsOf = day, PageSize = 200 });

    private async Task<PageOf<TaskRow>> PageAsync(TaskFilter filter)
    {
        await using var db = life.Db();
        return await TaskLedgerQuery.PageAsync(db, await LeaderAsync(), filter, life.Today, counted: TaskLedgerQuery.MostCounted);
    }

    private async Task<IReadOnlyList<string>> TitlesAsync(int document, TaskFilter filter) =>
        [.. (await PageAsync(filter with { Document = document })).Items.Select(row => row.Title)];

    private async Task<DocumentFigures?> FiguresAsync(int document, DateOnly? day)
    {
        await using var db = life.Db();
        var view = await CockpitQuery.LoadAsync(db, await LeaderAsync(), new CockpitFilter(null, MostRows: 200) { AsOf = day }, life.Today);
        return view.Documents.SingleOrDefault(row => row.Id == document);
    }

    private async Task<DocumentRow?> ListedAsync(int document, DateOnly? day)
    {
        await using var db = life.Db();
        var found = await DocumentListQuery.PageAsync(db, await LeaderAsync(), new DocumentFilter { AsOf = day, PageSize = 200 }, life.Today);
        return found.Items.SingleOrDefault(row => row.Id == document);
    }

    private async Task<TaskView> OnAsync(long id, DateOnly? day)
    {
        await using var db = life.Db();
        return (await TaskPageQuery.FindAsync(KnownTasks.On(db, day), await LeaderAsync(), id, day ?? life.Today))!;
    }

    private async Task<IReadOnlyList<bool>> LostAsync(long id, params DateOnly[] days)
    {
        var lost = new List<bool>();
        foreach (var day in days)
        {
            lost.Add((await OnAsync(id, day)).IsPrintingLost);
        }

        return lost;
    }

    // The whole pages, but for what can be done now.
    private async Task<IReadOnlyList<string>> TellAsync(IEnumerable<long> tasks, DateOnly? day)
    {
        var told = new List<string>();
        foreach (var id in tasks)
        {
            var view = await OnAsync(id, day);
            told.Add(StoredJson.Write(view with { Possible = [], Row = view.Row with { Version = 0 } }));
        }

        return told;
    }

    private Task<Actor> LeaderAsync() => life.PersonAsync(AccountRole.Leader, jurisdiction: Jurisdiction.RootId);
}
