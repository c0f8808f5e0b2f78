using FluentValidation;
using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core;
using PolicyTracker.Core.Tasks;
using PolicyTracker.Parsing;

namespace PolicyTracker.Tests.Core.Tasks;

/// <summary>The rules of single acts that the table of states cannot say.</summary>
public sealed class TaskRulesTests(LifeFixture life) : IClassFixture<LifeFixture>
{
    [Fact]
    public async Task Registered_task_says_where_it_comes_from_and_breaks_no_view()
    {
        var id = await life.DraftAsync();
        var view = await life.ViewAsync(id);
        Assert.Equal((TaskState.Draft, null, SourceKind.LeaderInstruction, "市长在专报上的批示"), (view.Row.State, view.Row.DocumentId, view.Row.SourceKind, view.Row.SourceWords));
        Assert.Equal((TaskAct.Register, 0), (Assert.Single(view.History).Act, view.Source.Count));
        await using var db = life.Db();
        var page = await TaskLedgerQuery.PageAsync(db, life.Supervisor, new TaskFilter { PageSize = 2000 }, life.Today);
        Assert.Contains(page.Items, row => row.Id == id);
    }

    [Fact]
    public async Task Assignment_without_a_deadline_needs_the_word_that_there_is_none()
    {
        var id = await life.Actions.RegisterAsync(life.Supervisor, new RegisterForm { Title = "任务", Text = "内容", Source = "会议纪要" });
        var refused = await Assert.ThrowsAsync<RuleException>(() => life.DoAsync(TaskAct.Assign, life.Supervisor, id));
        Assert.Contains("期限", refused.Message, StringComparison.Ordinal);
        await life.Actions.AssignAsync(life.Supervisor, id, new AssignForm { Responsibilities = [LifeFixture.Unit(life.Lead, Role.Lead)], DueOn = null });
        Assert.Equal((TaskState.Assigned, null), ((await life.ViewAsync(id)).Row.State, (await life.ViewAsync(id)).Row.DueOn));
    }

    [Fact]
    public async Task Task_is_not_left_to_supporting_departments_alone()
    {
        var id = await life.DraftAsync();
        await Assert.ThrowsAsync<RuleException>(() => life.Actions.AssignAsync(life.Supervisor, id, new AssignForm { Responsibilities = [LifeFixture.Unit(life.Support, Role.Support)] }));
        var assigned = await life.AssignedAsync();
        await Assert.ThrowsAsync<RuleException>(() => life.Actions.ChangeAsync(
            life.Supervisor, assigned, new ChangeForm { Responsibilities = [LifeFixture.Unit(life.Support, Role.Support)], Reason = "只留配合" }));
    }

    [Fact]
    public async Task Each_department_acknowledges_for_itself()
    {
        var id = await life.AssignedAsync();
        await life.DoAsync(TaskAct.Acknowledge, await life.StaffAsync(life.Support), id);
        Assert.Equal(TaskState.Assigned, (await life.ViewAsync(id)).Row.State);
        await life.DoAsync(TaskAct.Acknowledge, await life.StaffAsync(life.Responsible), id);
        var view = await life.ViewAsync(id);
        Assert.Equal(TaskState.InProgress, view.Row.State);
        Assert.Null(view.Units.Single(unit => unit.DepartmentId == life.Lead.Id).AcknowledgedAt);
        await life.DoAsync(TaskAct.Acknowledge, await life.StaffAsync(life.Lead), id);
        await Assert.ThrowsAsync<RuleException>(async () => await life.DoAsync(TaskAct.Acknowledge, await life.StaffAsync(life.Lead), id));
    }

    [Fact]
    public async Task Member_of_a_group_reads_and_acts_on_the_groups_tasks_as_its_own()
    {
        var id = await life.AssignedAsync(LifeFixture.Unit(life.Group, Role.Responsible));
        var member = await life.StaffAsync(life.Member);
        await life.DoAsync(TaskAct.ReportProgress, member, id);
        var view = await life.ViewAsync(id, member);
        Assert.Equal((TaskState.InProgress, 40), (view.Row.State, view.Row.ClaimedPercent));
        var unit = Assert.Single(view.Units);
        Assert.Equal((life.Member.Id, "各区人民政府", 40), (unit.DepartmentId, unit.Through, unit.ClaimedPercent));
        await using var db = life.Db();
        var own = await TaskLedgerQuery.PageAsync(db, member, new TaskFilter { Department = life.Member.Id }, life.Today);
        Assert.Contains(own.Items, row => row.Id == id);
        var departments = await PolicyTracker.Core.Departments.DepartmentListQuery.PageAsync(db, life.Supervisor, new() { Q = "东区" }, life.Today);
        Assert.Equal(own.Total, Assert.Single(departments.Items).All);
    }

    [Fact]
    public async Task Declined_work_waits_for_the_supervisor_who_insists_or_changes_the_departments()
    {
        var id = await life.AssignedAsync();
        var staff = await life.StaffAsync(life.Responsible);
        await life.DoAsync(TaskAct.Decline, staff, id);
        Assert.Equal("不是我局职责", Declined(await life.ViewAsync(id)));
        await Assert.ThrowsAsync<RuleException>(() => life.DoAsync(TaskAct.Decline, staff, id));
        await life.DoAsync(TaskAct.Insist, life.Supervisor, id);
        Assert.Null(Declined(await life.ViewAsync(id)));
        await Assert.ThrowsAsync<RuleException>(() => life.DoAsync(TaskAct.Insist, life.Supervisor, id));
        await life.DoAsync(TaskAct.Decline, staff, id);
        await life.Actions.ChangeAsync(life.Supervisor, id, new ChangeForm { Responsibilities = [LifeFixture.Unit(life.Lead, Role.Lead)], Reason = "同意不承接" });
        Assert.DoesNotContain((await life.ViewAsync(id)).Units, unit => unit.DepartmentId == life.Responsible.Id);

        string? Declined(TaskView view) => view.Units.Single(unit => unit.DepartmentId == life.Responsible.Id).DeclineReason;
    }

    [Fact]
    public async Task Claimed_progress_is_that_of_the_lead_and_says_so()
    {
        var id = await life.AssignedAsync();
        await Report(life.Responsible, 90);
        Assert.Null((await life.ViewAsync(id)).Row.ClaimedPercent);
        await Report(life.Lead, 35);
        var view = await life.ViewAsync(id);
        Assert.Equal((35, "牵头单位市水务局反馈的进度。"), (view.Row.ClaimedPercent, view.ClaimedWords));
        Assert.Equal((2, "有难度", "下月开工"), (view.Reports.Count, view.Reports[0].Problems, view.Reports[0].NextStep));

        async Task Report(PolicyTracker.Core.Departments.Department department, int percent) => await life.Actions.ReportProgressAsync(
            await life.StaffAsync(department), id, new ProgressForm { Percent = percent, Words = "进展", Problems = "有难度", NextStep = "下月开工" });
    }

    [Fact]
    public async Task Where_nobody_leads_all_responsible_departments_are_averaged()
    {
        var id = await life.AssignedAsync(LifeFixture.Unit(life.Responsible, Role.Responsible), LifeFixture.Unit(life.Lead, Role.Responsible), LifeFixture.Unit(life.Support, Role.Support));
        await life.DoAsync(TaskAct.ReportProgress, await life.StaffAsync(life.Lead), id);
        var view = await life.ViewAsync(id);
        Assert.Equal((20, "2个责任单位的平均：市财政局未反馈（按0%计）、市水务局40%。"), (view.Row.ClaimedPercent, view.ClaimedWords));
    }

    [Fact]
    public async Task Where_one_leads_a_responsible_department_cannot_ask_for_completion()
    {
        var id = await life.AssignedAsync();
        var responsible = await life.StaffAsync(life.Responsible);
        await life.DoAsync(TaskAct.Acknowledge, responsible, id);
        await Assert.ThrowsAsync<ForbiddenException>(() => life.DoAsync(TaskAct.RequestCompletion, responsible, id));
        var leaderless = await life.AssignedAsync(LifeFixture.Unit(life.Responsible, Role.Responsible));
        await life.DoAsync(TaskAct.Acknowledge, responsible, leaderless);
        await life.DoAsync(TaskAct.RequestCompletion, responsible, leaderless);
        Assert.Equal(TaskState.InReview, (await life.ViewAsync(leaderless)).Row.State);
    }

    [Theory]
    [InlineData(100, false)]
    [InlineData(101, true)]
    public async Task Completion_is_late_by_the_day_of_the_request_however_long_the_review_takes(int day, bool late)
    {
        var lead = await life.StaffAsync(life.Lead);
        var id = await life.AssignedAsync();
        await life.DoAsync(TaskAct.Acknowledge, lead, id);
        life.Clock.Forward(day);
        await life.DoAsync(TaskAct.RequestCompletion, lead, id);
        life.Clock.Forward(50);
        Assert.Equal(late ? TimeLight.Red : TimeLight.Yellow, (await life.ViewAsync(id)).Row.LightOn(life.Today).Light);
        await life.DoAsync(TaskAct.Approve, life.Supervisor, id);
        var view = await life.ViewAsync(id);
        Assert.Equal((late, late ? "逾期办结" : "按期办结"), (view.Row.IsCompletedLate, view.Row.LightOn(life.Today).Explanation[..4]));
    }

    [Fact]
    public async Task Returned_request_is_counted_and_the_clock_runs_again()
    {
        var lead = await life.StaffAsync(life.Lead);
        var id = await life.AssignedAsync();
        await life.DoAsync(TaskAct.Acknowledge, lead, id);
        await life.DoAsync(TaskAct.RequestCompletion, lead, id);
        await life.DoAsync(TaskAct.Return, life.Supervisor, id);
        var view = await life.ViewAsync(id);
        Assert.Equal((TaskState.InProgress, 1, null), (view.Row.State, view.ReturnCount, view.Row.ClockStoppedOn));
    }

    [Fact]
    public async Task Extension_moves_the_deadline_when_granted_and_keeps_the_old_date()
    {
        var lead = await life.StaffAsync(life.Lead);
        var id = await life.AssignedAsync();
        var old = (await life.ViewAsync(id)).Row.DueOn!.Value;
        await Assert.ThrowsAsync<RuleException>(() => life.Actions.RequestExtensionAsync(lead, id, new ExtensionRequestForm { DueOn = old, Reason = "同一天" }));
        await life.DoAsync(TaskAct.RequestExtension, lead, id);
        await Assert.ThrowsAsync<RuleException>(() => life.DoAsync(TaskAct.RequestExtension, lead, id));
        await life.Actions.DecideExtensionAsync(life.Supervisor, id, new ExtensionDecisionForm { Grant = false, Words = "不同意" });
        Assert.Equal(old, (await life.ViewAsync(id)).Row.DueOn);
        await life.DoAsync(TaskAct.RequestExtension, lead, id);
        await life.DoAsync(TaskAct.DecideExtension, life.Supervisor, id);
        var view = await life.ViewAsync(id);
        Assert.Equal((old.AddDays(100), old, old), (view.Row.DueOn!.Value, view.PrintedDueOn, view.Extensions[0].OldDueOn));
        var changed = view.History[0].Changes!.DueOn!;
        Assert.Equal((old, old.AddDays(100)), (changed.Before, changed.After));
    }

    [Fact]
    public async Task Extension_is_asked_for_on_the_last_day_and_not_after()
    {
        var lead = await life.StaffAsync(life.Lead);
        var (inTime, tooLate) = (await life.AssignedAsync(), await life.AssignedAsync());
        life.Clock.Forward(100);
        await life.DoAsync(TaskAct.RequestExtension, lead, inTime);
        life.Clock.Forward(1);
        Assert.Contains("调整期限", (await Assert.ThrowsAsync<RuleException>(() => life.DoAsync(TaskAct.RequestExtension, lead, tooLate))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Suspended_review_goes_back_to_review_with_the_day_of_its_request()
    {
        var lead = await life.StaffAsync(life.Lead);
        var id = await life.AssignedAsync();
        await life.DoAsync(TaskAct.Acknowledge, lead, id);
        await life.DoAsync(TaskAct.RequestCompletion, lead, id);
        var asked = life.Today;
        life.Clock.Forward(7);
        await life.DoAsync(TaskAct.Suspend, life.Supervisor, id);
        Assert.Equal(life.Today, (await life.ViewAsync(id)).Row.ClockStoppedOn);
        life.Clock.Forward(7);
        await life.DoAsync(TaskAct.Resume, life.Supervisor, id);
        Assert.Equal((TaskState.InReview, asked), ((await life.ViewAsync(id)).Row.State, (await life.ViewAsync(id)).Row.ClockStoppedOn));
    }

    [Fact]
    public async Task Change_keeps_what_was_before_in_the_history()
    {
        var id = await life.AssignedAsync();
        var due = life.Today.AddDays(5);
        await life.Actions.ChangeAsync(life.Supervisor, id, new ChangeForm
        {
            Responsibilities = [LifeFixture.Unit(life.Responsible, Role.Lead), LifeFixture.Unit(life.Other, Role.Responsible)],
            DueOn = due,
            Reason = "机构职责调整",
        });
        var entry = (await life.ViewAsync(id)).History[0];
        Assert.Equal(["市水务局", "市财政局", "市卫生健康局"], entry.Changes!.Units!.Before.Select(unit => unit.Name));
        Assert.Equal([("市财政局", Role.Lead), ("市体育局", Role.Responsible)], entry.Changes.Units.After.Select(unit => (unit.Name, unit.Role)));
        Assert.Equal((due.AddDays(95), due), (entry.Changes.DueOn!.Before, entry.Changes.DueOn.After));
        await Assert.ThrowsAsync<RuleException>(() => life.Actions.ChangeAsync(life.Supervisor, id, new ChangeForm { DueOn = due, Reason = "没有变化" }));
    }

    [Fact]
    public async Task Department_of_another_city_is_not_put_on_a_task()
    {
        var id = await life.DraftAsync();
        await using var db = life.Db();
        var elsewhere = PolicyTracker.Core.Departments.Department.Named("市体育局", DepartmentKind.Department, PolicyTracker.Core.Departments.Jurisdiction.PendingId);
        db.Add(elsewhere);
        await db.SaveChangesAsync();
        await Assert.ThrowsAsync<ValidationException>(() => life.Actions.AssignAsync(life.Supervisor, id, new AssignForm { Responsibilities = [LifeFixture.Unit(elsewhere, Role.Lead)] }));
    }

    [Fact]
    public async Task Who_may_not_act_learns_nothing_of_what_is_wrong_with_the_form()
    {
        var id = await life.AssignedAsync();
        var other = await life.StaffAsync(life.Other);
        await Assert.ThrowsAsync<ForbiddenException>(() => life.Actions.ReportProgressAsync(other, id, new ProgressForm { Percent = 400, Version = 1 }));
        await Assert.ThrowsAsync<ValidationException>(async () => await life.Actions.ReportProgressAsync(await life.StaffAsync(life.Lead), id, new ProgressForm { Percent = 400, Version = 1 }));
    }

    [Fact]
    public async Task Every_act_moves_the_row_even_when_the_clock_stands()
    {
        var id = await life.AssignedAsync();
        var seen = (await life.ViewAsync(id)).Row.Version;
        await life.DoAsync(TaskAct.Acknowledge, await life.StaffAsync(life.Support), id);
        await Assert.ThrowsAsync<StaleException>(() => life.Actions.RemindAsync(life.Supervisor, id, new RemarkForm { Version = seen }));
    }

    [Fact]
    public async Task Buttons_are_those_acts_that_the_person_can_do_now()
    {
        var id = await life.AssignedAsync();
        Assert.Equal([TaskAct.Acknowledge, TaskAct.Decline, TaskAct.ReportProgress], (await life.ViewAsync(id, await life.StaffAsync(life.Support))).Possible);
        Assert.Empty((await life.ViewAsync(id, await life.StaffAsync(life.Other))).Possible);
        Assert.Contains(TaskAct.Change, (await life.ViewAsync(id)).Possible);
    }
}
