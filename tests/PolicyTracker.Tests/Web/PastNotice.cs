using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PolicyTracker.Core;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Tasks;

namespace PolicyTracker.Tests.Web;

/// <summary>A notice of three tasks that came in ten days ago, and whose first task was withdrawn today.</summary>
internal sealed record PastNotice(int Document, int Department, long Withdrawn, DateOnly Today)
{
    public DateOnly Yesterday => Today.AddDays(-1);

    /// <summary>Before it came in.</summary>
    public DateOnly Before => Today.AddDays(-11);

    public static async Task<PastNotice> MakeAsync(PortalFixture portal)
    {
        var number = Guid.NewGuid().GetHashCode() & 0xffff;
        var document = await portal.ImportAsync($"""
            宣威市人民政府
            关于推进火腿产业发展的意见
            宣政发〔2032〕{number}号
            各乡、镇人民政府,市级各有关部门:
            为推进火腿产业发展,现提出以下意见。
            一、主要措施
            (一)建设标准化车间。建成标准化腌制车间十个。(责任单位:市工业信息化局、市市场监督管理局;完成时限:2032年4月底前)
            (二)保护地理标志。开展地理标志专项检查。(责任单位:市市场监督管理局;完成时限:2032年12月底前)
            (三)培训技术人员。每年培训不少于二百人次。(责任单位:市人力资源社会保障局、市工业信息化局)
            宣威市人民政府
            2032年2月18日
            """);
        await using var db = portal.Db();
        await db.TaskIntervals.Where(interval => interval.Task!.DocumentId == document)
            .ExecuteUpdateAsync(set => set.SetProperty(interval => interval.FromAt, interval => interval.FromAt.AddDays(-10)));
        await db.Documents.Where(found => found.Id == document).ExecuteUpdateAsync(set => set.SetProperty(found => found.ImportedAt, found => found.ImportedAt.AddDays(-10)));
        var first = await db.Tasks.Where(task => task.DocumentId == document).OrderBy(task => task.Ordinal).Select(task => task.Id).FirstAsync();
        var supervisor = (await Actor.LoadAsync(db, await db.Users.Where(account => account.UserName == AccountRole.Supervisor).Select(account => account.Id).SingleAsync()))!;
        await using var scope = portal.Scope();
        await scope.ServiceProvider.GetRequiredService<TaskActions>().WithdrawAsync(supervisor, first, new ReasonForm { Reason = "意见已经废止" });
        var department = await db.Responsibilities.Where(part => part.TaskId == first).OrderBy(part => part.Position).Select(part => part.DepartmentId!.Value).FirstAsync();
        return new PastNotice(document, department, first, TimeProvider.System.Today());
    }
}
