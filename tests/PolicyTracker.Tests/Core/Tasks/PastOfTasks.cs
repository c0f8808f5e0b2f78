using System.Text;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Departments;
using PolicyTracker.Core.Import;
using PolicyTracker.Core.Supervision;
using PolicyTracker.Core.Tasks;
using PolicyTracker.Parsing;

namespace PolicyTracker.Tests.Core.Tasks;

/// <summary>Tasks with acts of every kind on five days, ten days apart; after each of them a test may look.</summary>
internal static class PastOfTasks
{
    public static async Task<IReadOnlyList<DateOnly>> LiveAsync(this LifeFixture life, Func<Task> look)
    {
        var days = new List<DateOnly>();
        var (lead, support, member) = (await life.StaffAsync(life.Lead), await life.StaffAsync(life.Support), await life.StaffAsync(life.Member));
        await life.DraftAsync(life.Today.AddDays(5));
        var (steady, returned, completed) = (await life.AssignedAsync(), await life.AssignedAsync(), await life.AssignedAsync());
        var (suspended, withdrawn, moved) = (await life.AssignedAsync(), await life.AssignedAsync(), await life.AssignedAsync());
        var (declined, extended) = (await life.AssignedAsync(), await life.AssignedAsync());
        var shared = await life.AssignedAsync(LifeFixture.Unit(life.Group, Role.Lead), LifeFixture.Unit(life.Support, Role.Support));
        await EndAsync();

        await life.Get<NoticeImport>().ImportAsync("意见.txt", Encoding.UTF8.GetBytes(Notice), Actor.Portal);
        await life.DoAsync(TaskAct.Acknowledge, support, steady);
        foreach (var id in new[] { steady, returned, completed })
        {
            await life.DoAsync(TaskAct.ReportProgress, lead, id);
        }

        await life.DoAsync(TaskAct.Judge, life.Supervisor, steady);
        await life.DoAsync(TaskAct.Acknowledge, lead, declined);
        await life.DoAsync(TaskAct.Decline, lead, declined);
        await life.DoAsync(TaskAct.Decline, support, declined);
        await life.DoAsync(TaskAct.RequestExtension, lead, extended);
        await life.DoAsync(TaskAct.ReportProgress, lead, moved);
        await life.DoAsync(TaskAct.ReportProgress, member, shared);
        await EndAsync();

        await life.DoAsync(TaskAct.RequestCompletion, lead, returned);
        await life.DoAsync(TaskAct.Return, life.Supervisor, returned);
        await life.DoAsync(TaskAct.RequestCompletion, lead, completed);
        await life.DoAsync(TaskAct.Approve, life.Supervisor, completed);
        await life.DoAsync(TaskAct.VerifyProgress, life.Supervisor, steady);
        await life.DoAsync(TaskAct.Suspend, life.Supervisor, suspended);
        await life.DoAsync(TaskAct.Acknowledge, support, declined);
        await life.DoAsync(TaskAct.DecideExtension, life.Supervisor, extended);
        await life.Actions.ChangeAsync(life.Supervisor, moved, new ChangeForm { Responsibilities = [LifeFixture.Unit(life.Other, Role.Lead), LifeFixture.Unit(life.Lead, Role.Support)], Reason = "职责调整" });
        await EndAsync();

        await life.Get<SettingActions>().SetSignalsAsync(
            await life.PersonAsync(AccountRole.Administrator), new SignalSettingForm(life.CityId, life.Today, 80, 5, 15));
        await life.DoAsync(TaskAct.Withdraw, life.Supervisor, withdrawn);
        await life.DoAsync(TaskAct.Insist, life.Supervisor, declined);
        await life.Actions.JudgeAsync(life.Supervisor, steady, new JudgeForm { Judgement = Judgement.OnTrack, Words = "已经赶上" });
        await life.DoAsync(TaskAct.Change, life.Supervisor, steady);
        await life.DoAsync(TaskAct.RequestCompletion, lead, returned);
        await life.DraftAsync();
        await EndAsync();

        await life.DoAsync(TaskAct.Resume, life.Supervisor, suspended);
        await life.DoAsync(TaskAct.Reopen, life.Supervisor, completed);
        await life.DoAsync(TaskAct.Approve, life.Supervisor, returned);
        await life.DoAsync(TaskAct.Remind, life.Supervisor, steady);
        await EndAsync();
        return days;

        async Task EndAsync()
        {
            await look();
            days.Add(life.Today);
            life.Clock.Forward(10);
        }
    }

    private const string Notice = """
        楚雄市人民政府
        关于加强城区内涝防治工作的意见
        楚市政发〔2031〕21号
        各乡、镇人民政府,市级各有关部门:
        为减少汛期城区积水,现提出以下意见。
        一、主要措施
        (一)清掏雨水管渠。汛前完成主城区雨水管渠清掏,建立清掏台账。(责任单位:市住房城乡建设局、市城市管理局;完成时限:2031年7月底前)
        (二)改造易涝积水点。对八处易涝积水点逐一制定改造方案并组织实施。(责任单位:市住房城乡建设局、市发展改革局;完成时限:2031年12月底前)
        (三)完善预警联动。建立气象、水务、交警信息共享机制,每季度开展一次演练。(责任单位:市气象局、市水务局、市公安局)
        楚雄市人民政府
        2031年2月18日
        """;

    /// <summary>Those who read all of it, and those who read a part.</summary>
    public static async Task<IReadOnlyList<Actor>> PeopleAsync(this LifeFixture life) =>
    [
        life.Supervisor, await life.PersonAsync(AccountRole.Leader, jurisdiction: Jurisdiction.RootId), await life.PersonAsync(AccountRole.Administrator),
        await life.PersonAsync(AccountRole.Auditor, jurisdiction: Jurisdiction.RootId), await life.StaffAsync(life.Lead), await life.StaffAsync(life.Member),
    ];

    public static IReadOnlyList<TaskFilter> Filters(this LifeFixture life, DateOnly day) =>
    [
        new(), new() { PageSize = 3, Page = 2 }, new() { Department = life.Lead.Id }, new() { Department = life.Lead.Id, Role = Role.Lead }, new() { Department = life.Other.Id },
        new() { Department = life.Member.Id }, new() { Role = Role.Support }, new() { Jurisdiction = life.CityId }, new() { States = TaskStates.Open }, new() { States = [TaskState.Completed] },
        new() { DueFrom = day.AddDays(-20), DueTo = day.AddDays(60) }, new() { GapPoints = 10 }, new() { Q = "管网 水务局" }, new() { Q = "内涝" }, new() { Waiting = Waiting.Returned },
        new() { Changed = TaskAct.Approve }, new() { Since = day.AddDays(-5) },
        .. Enum.GetValues<TimeLight>().SelectMany(light => new TaskFilter[] { new() { Light = light }, new() { Gap = light } }),
        .. Enum.GetValues<Verification>().Select(verification => new TaskFilter { Verification = verification }),
        .. Enum.GetValues<TaskOrder>().SelectMany(order => new TaskFilter[] { new() { Order = order }, new() { Order = order, Descending = true, PageSize = 5 } }),
    ];
}
