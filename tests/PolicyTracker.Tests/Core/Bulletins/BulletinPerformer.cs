using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Bulletins;
using PolicyTracker.Core.Tasks;
using PolicyTracker.Tests.Core.Tasks;

namespace PolicyTracker.Tests.Core.Bulletins;

/// <summary>Performs any act on a bulletin with a form that leaves nothing to complain about.</summary>
internal static class BulletinPerformer
{
    public static BulletinActions Bulletins(this LifeFixture life) => life.Get<BulletinActions>();

    /// <summary>Of this day and the nine before it.</summary>
    public static Task<int> DraftBulletinAsync(this LifeFixture life, Actor? by = null) =>
        life.Bulletins().DraftAsync(by ?? life.Supervisor, new BulletinDraftForm(life.CityId, life.Today.AddDays(-9), life.Today));

    public static async Task<int> BulletinAsync(this LifeFixture life, BulletinState state, Actor leader)
    {
        var id = await life.DraftBulletinAsync();
        (BulletinAct Act, Actor By)[] way = state switch
        {
            BulletinState.Draft => [],
            BulletinState.Submitted => [(BulletinAct.Submit, life.Supervisor)],
            BulletinState.Approved => [(BulletinAct.Submit, life.Supervisor), (BulletinAct.Approve, leader)],
            BulletinState.Issued => [(BulletinAct.Submit, life.Supervisor), (BulletinAct.Approve, leader), (BulletinAct.Issue, life.Supervisor)],
            BulletinState.Withdrawn => [(BulletinAct.Withdraw, life.Supervisor)],
        };
        foreach (var (act, by) in way)
        {
            await life.DoAsync(act, by, id);
        }

        return id;
    }

    public static async Task DoAsync(this LifeFixture life, BulletinAct act, Actor by, int id) => await (act switch
    {
        BulletinAct.Revise => life.Bulletins().ReviseAsync(by, id, Written($"修改于{Guid.NewGuid():N}", (await life.FindBulletinAsync(id))!.Content.Number)),
        BulletinAct.Recount => life.Bulletins().RecountAsync(by, id, new RecountForm { From = life.Today, Until = life.Today }),
        BulletinAct.Submit => life.Bulletins().SubmitAsync(by, id, new RemarkForm()),
        BulletinAct.Approve => life.Bulletins().ApproveAsync(by, id, new RemarkForm()),
        BulletinAct.Return => life.Bulletins().ReturnAsync(by, id, new ReasonForm { Reason = "问题写得不具体" }),
        BulletinAct.Issue => life.Bulletins().IssueAsync(by, id, new RemarkForm()),
        BulletinAct.Withdraw => life.Bulletins().WithdrawAsync(by, id, new ReasonForm { Reason = "数据有误" }),
        BulletinAct.Draft => throw new ArgumentOutOfRangeException(nameof(act), act, "Makes a bulletin."),
    });

    public static BulletinForm Written(string overview, int number, uint? version = null) => new()
    {
        Number = number,
        Title = "督查通报",
        Issuer = "测试市督查室",
        Overview = overview,
        Problems = "存在的问题",
        NextSteps = "下步的要求",
        Version = version,
    };

    public static async Task<BulletinView?> FindBulletinAsync(this LifeFixture life, int id, Actor? actor = null)
    {
        await using var db = life.Db();
        return await BulletinQuery.FindAsync(db, actor ?? life.Supervisor, id);
    }
}
