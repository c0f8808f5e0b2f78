using System.Text;
using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Departments;
using PolicyTracker.Core.Import;
using PolicyTracker.Core.Reports.Cockpit;
using PolicyTracker.Core.Tasks;
using PolicyTracker.Parsing;
using PolicyTracker.Tests.Core.Tasks;

namespace PolicyTracker.Tests.Core.Reports;

/// <summary>The figures of the cockpit and what stands behind them.</summary>
public sealed class CockpitTests(LifeFixture life) : IClassFixture<LifeFixture>
{
    [Fact]
    public async Task Every_figure_counts_the_tasks_that_its_link_finds_for_each_role_and_on_several_days()
    {
        await TasksAsync();
        foreach (var actor in await PeopleAsync())
        {
            foreach (var today in new[] { life.Today, life.Today.AddDays(80), life.Today.AddDays(200) })
            {
                await AssertFiguresAsync(actor, null, today);
            }
        }
    }

    [Fact]
    public async Task Figures_count_what_the_own_department_has_in_other_jurisdictions_once()
    {
        await TasksAsync();
        var supervisor = await life.PersonAsync(AccountRole.Supervisor, jurisdiction: Jurisdiction.RootId);
        var document = (await life.Get<NoticeImport>().ImportAsync("方案.txt", Encoding.UTF8.GetBytes("""
            关于印发防汛工作方案的通知
            一、主要任务
            （一）清掏雨水管渠。（责任单位：市住房城乡建设局，2031年7月底前完成）
            （二）改造易涝积水点。（责任单位：市住房城乡建设局，2031年12月底前完成）
            （三）开展应急演练。（责任单位：市应急管理局，2031年9月底前完成）
            （四）建立联动机制。（责任单位：市应急管理局，长期坚持）
            """), Actor.Portal)).Documents.Single().Id;
        var admin = await life.PersonAsync(AccountRole.Administrator, jurisdiction: Jurisdiction.RootId);
        await life.Get<JurisdictionActions>().MoveDocumentAsync(admin, document, Jurisdiction.RootId);
        await using var db = life.Db();
        var elsewhere = await db.Tasks.Where(task => task.DocumentId == document).OrderBy(task => task.Ordinal).Select(task => task.Id).ToListAsync();
        Assert.Equal(4, elsewhere.Count);
        foreach (var id in elsewhere.Take(3))
        {
            // Twice on the list, by its own name and by the group's: it counts once.
            UnitChoice[] units = [LifeFixture.Unit(life.Lead, Role.Lead), LifeFixture.Unit(life.Group, Role.Support), LifeFixture.Unit(life.Member, Role.Support)];
            await life.Actions.ChangeAsync(supervisor, id, new ChangeForm { Responsibilities = [.. units], Reason = "职责调整" });
        }

        var lead = await life.StaffAsync(life.Lead);
        await life.DoAsync(TaskAct.ReportProgress, lead, elsewhere[0]);
        await life.DoAsync(TaskAct.RequestCompletion, lead, elsewhere[0]);
        await life.DoAsync(TaskAct.Return, supervisor, elsewhere[0]);
        await life.DoAsync(TaskAct.ReportProgress, lead, elsewhere[1]);
        await life.DoAsync(TaskAct.RequestCompletion, lead, elsewhere[1]);
        await life.DoAsync(TaskAct.Approve, supervisor, elsewhere[1]);
        foreach (var actor in new[] { lead, await life.StaffAsync(life.Member) })
        {
            foreach (var today in new[] { life.Today, life.Today.AddDays(80), life.Today.AddDays(200) })
            {
                var (all, own) = (await AssertFiguresAsync(actor, null, today), await AssertFiguresAsync(actor, life.CityId, today));
                Assert.Equal(3, all.All.Count - own.All.Count);
                Assert.Equal(3, Assert.Single(all.Documents, row => row.Id == document).All.Count);
                Assert.DoesNotContain(own.Documents, row => row.Id == document);
                await AssertFiguresAsync(actor, Jurisdiction.RootId, today);
            }
        }
    }

    [Fact]
    public async Task What_was_done_this_week_and_how_claims_stand_to_what_was_verified()
    {
        var before = await ViewAsync();
        var ids = await TasksAsync();
        await life.Actions.VerifyProgressAsync(life.Supervisor, ids.Reported, new VerifyProgressForm { Percent = 20, Words = "现场查看" });
        await life.Actions.RemindAsync(life.Supervisor, ids.Reported, new RemarkForm());
        await life.Actions.RemindAsync(life.Supervisor, ids.Reported, new RemarkForm());
        var after = await ViewAsync();
        Assert.Equal(1, Rise(before, after, view => view.Verifications.Single(figure => figure.Filter.Verification == Verification.Over)));
        // One task, however often it was reminded.
        Assert.Equal(1, Rise(before, after, view => view.Week.Single(figure => figure.Filter.Changed == TaskAct.Remind)));
        Assert.Equal(life.Today, after.Monday.AddDays(((int)life.Today.DayOfWeek + 6) % 7));
        var returned = after.Departments.Single(row => row.Id == life.Lead.Id).Returned;
        Assert.True(returned.Count > 0);
    }

    [Fact]
    public async Task Departments_are_sorted_by_what_is_asked_for_and_a_member_counts_what_its_group_has()
    {
        await TasksAsync();
        await using var db = life.Db();
        var organs = await CockpitQuery.LoadAsync(db, life.Supervisor, new CockpitFilter(null, CockpitOrder.Organs, 100), life.Today);
        var byOpen = await CockpitQuery.LoadAsync(db, life.Supervisor, new CockpitFilter(null, CockpitOrder.Open, 100), life.Today);
        Assert.Equal(byOpen.Departments.Select(row => row.Open.Count).OrderDescending(), byOpen.Departments.Select(row => row.Open.Count));
        Assert.Equal(organs.Departments.Select(row => row.Id).Order(), byOpen.Departments.Select(row => row.Id).Order());
        var (group, member) = (organs.Departments.Single(row => row.Id == life.Group.Id), organs.Departments.Single(row => row.Id == life.Member.Id));
        Assert.Equal(group.Open.Count, member.Open.Count);
        var few = await CockpitQuery.LoadAsync(db, life.Supervisor, new CockpitFilter(null, CockpitOrder.Organs, 2), life.Today);
        Assert.Equal((2, organs.Departments.Count), (few.Departments.Count, few.DepartmentTotal));
    }

    private async Task<CockpitView> AssertFiguresAsync(Actor actor, int? jurisdiction, DateOnly today)
    {
        await using var db = life.Db();
        var view = await CockpitQuery.LoadAsync(db, actor, new CockpitFilter(jurisdiction, CockpitOrder.Late, 100), today);
        Assert.True(view.All.Count > 5);
        foreach (var figure in view.Figures)
        {
            Assert.Equal((figure.Label, figure.Count), (figure.Label, await TaskLedgerQuery.CountAsync(db, actor, figure.Filter, today)));
        }

        Assert.Equal(view.All.Count, view.States.Sum(state => state.Count));
        Assert.Equal(view.All.Count, view.Lights.Sum(light => light.Count));
        Assert.Equal(view.NextFigure.Count, view.Next.Total);
        Assert.Equal(
            (await TaskLedgerQuery.PageAsync(db, actor, view.NextFigure.Filter, today)).Items.Take(CockpitQuery.NextRows).Select(row => row.Id), view.Next.Items.Select(row => row.Id));
        return view;
    }

    private static int Rise(CockpitView before, CockpitView after, Func<CockpitView, Figure> figure) => figure(after).Count - figure(before).Count;

    private async Task<CockpitView> ViewAsync()
    {
        await using var db = life.Db();
        return await CockpitQuery.LoadAsync(db, life.Supervisor, new CockpitFilter(null, MostRows: 100), life.Today);
    }

    private async Task<Actor[]> PeopleAsync() =>
    [
        life.Supervisor, await life.PersonAsync(AccountRole.Leader), await life.PersonAsync(AccountRole.Administrator), await life.PersonAsync(AccountRole.Auditor),
        await life.StaffAsync(life.Lead), await life.StaffAsync(life.Member), await life.PersonAsync(AccountRole.Leader, jurisdiction: Jurisdiction.RootId),
    ];

    private async Task<(long Reported, long Returned)> TasksAsync()
    {
        await life.DraftAsync(life.Today.AddDays(5));
        var reported = await life.AssignedAsync();
        await life.AssignedAsync(LifeFixture.Unit(life.Group, Role.Lead));
        var (returned, completed, suspended, withdrawn) = (await life.AssignedAsync(), await life.AssignedAsync(), await life.AssignedAsync(), await life.AssignedAsync());
        var lead = await life.StaffAsync(life.Lead);
        foreach (var id in new[] { reported, returned, completed })
        {
            await life.Actions.ReportProgressAsync(lead, id, new ProgressForm { Percent = 70, Words = "进展" });
        }

        foreach (var id in new[] { returned, completed })
        {
            await life.Actions.RequestCompletionAsync(lead, id, new WordsForm { Words = "完成" });
        }

        await life.Actions.ReturnAsync(life.Supervisor, returned, new ReasonForm { Reason = "材料不全" });
        await life.Actions.ApproveAsync(life.Supervisor, completed, new RemarkForm());
        await life.Actions.SuspendAsync(life.Supervisor, suspended, new ReasonForm { Reason = "等待规划" });
        await life.Actions.WithdrawAsync(life.Supervisor, withdrawn, new ReasonForm { Reason = "不再需要" });
        return (reported, returned);
    }
}
