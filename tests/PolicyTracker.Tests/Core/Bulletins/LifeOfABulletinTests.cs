using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Audit;
using PolicyTracker.Core.Bulletins;
using PolicyTracker.Core.Departments;
using PolicyTracker.Core.Tasks;
using PolicyTracker.Tests.Core.Tasks;

namespace PolicyTracker.Tests.Core.Bulletins;

/// <summary>Every state × act × person, through BulletinActions on a real database.</summary>
public sealed class LifeOfABulletinTests(LifeFixture life) : IClassFixture<LifeFixture>
{
    public static TheoryData<BulletinState> States => [.. Enum.GetValues<BulletinState>()];

    [Theory]
    [MemberData(nameof(States))]
    public async Task Every_act_is_possible_for_those_and_from_there_only_as_the_table_says(BulletinState state)
    {
        var people = await PeopleAsync();
        foreach (var rule in LifeOfABulletin.Rules)
        {
            // Refusals change nothing: all of them are tried on one bulletin, and only what is allowed needs another.
            var id = await life.BulletinAsync(state, people["领导"].Person);
            foreach (var (part, (person, role)) in people)
            {
                var refusal = await Record.ExceptionAsync(() => life.DoAsync(rule.Act, person, id));
                if (role != rule.Role)
                {
                    Assert.True(refusal is ForbiddenException, $"{state} {rule.Act} {part}: {refusal}");
                }
                else if (part.StartsWith("外地", StringComparison.Ordinal))
                {
                    Assert.True(refusal is NotFoundException, $"{state} {rule.Act} {part}: {refusal}");
                }
                else if (!rule.From.Contains(state))
                {
                    Assert.Equal(LifeOfABulletin.WhyNot(rule.Act, state), Assert.IsType<RuleException>(refusal).Message);
                }
                else
                {
                    Assert.True(refusal is null, $"{state} {rule.Act} {part}: {refusal}");
                    await AssertDoneAsync(rule, state, person, id);
                    id = await life.BulletinAsync(state, people["领导"].Person);
                }
            }

            Assert.Equal(state, (await life.FindBulletinAsync(id))!.State);
        }
    }

    [Fact]
    public async Task Only_supervisors_draft_and_only_for_their_own_place_and_days_that_have_been()
    {
        foreach (var role in AccountRole.All.Where(role => role != AccountRole.Supervisor))
        {
            await Assert.ThrowsAsync<ForbiddenException>(async () => await life.DraftBulletinAsync(await life.PersonAsync(role)));
        }

        var bulletins = life.Bulletins();
        await Assert.ThrowsAsync<ForbiddenException>(() => bulletins.DraftAsync(life.Supervisor, new(Jurisdiction.RootId, life.Today, life.Today)));
        foreach (var (from, until, said) in new[]
        {
            (life.Today, life.Today.AddDays(1), "结束日期不能晚于今天"), (life.Today, life.Today.AddDays(-1), "结束日期不能早于开始日期"),
        })
        {
            var refused = await Assert.ThrowsAsync<FluentValidation.ValidationException>(() => bulletins.DraftAsync(life.Supervisor, new(life.CityId, from, until)));
            Assert.Contains(said, refused.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Whoever_submitted_it_does_not_approve_it()
    {
        var both = (await life.PersonAsync(AccountRole.Supervisor)) with { Roles = [AccountRole.Supervisor, AccountRole.Leader] };
        var id = await life.DraftBulletinAsync(both);
        await life.DoAsync(BulletinAct.Submit, both, id);
        var refused = await Assert.ThrowsAsync<RuleException>(() => life.DoAsync(BulletinAct.Approve, both, id));
        Assert.Contains("请由其他领导批准", refused.Message, StringComparison.Ordinal);
        await life.DoAsync(BulletinAct.Approve, await life.PersonAsync(AccountRole.Leader, jurisdiction: Jurisdiction.RootId), id);
    }

    [Fact]
    public async Task Before_it_is_issued_supervisors_and_leaders_see_it_afterwards_everybody_of_the_place()
    {
        var (leader, staff, above) = (await life.PersonAsync(AccountRole.Leader), await life.StaffAsync(life.Other), await life.PersonAsync(AccountRole.Auditor, jurisdiction: Jurisdiction.RootId));
        var elsewhere = await life.PersonAsync(AccountRole.Supervisor, jurisdiction: Jurisdiction.PendingId);
        foreach (var state in Enum.GetValues<BulletinState>())
        {
            var id = await life.BulletinAsync(state, leader);
            var isOut = state == BulletinState.Issued;
            Assert.NotNull(await life.FindBulletinAsync(id, leader));
            Assert.Null(await life.FindBulletinAsync(id, elsewhere));
            Assert.Equal(isOut, await life.FindBulletinAsync(id, staff) is not null);
            Assert.Equal(isOut, await life.FindBulletinAsync(id, above) is not null);
        }

        var issued = await life.BulletinAsync(BulletinState.Issued, leader);
        await life.DoAsync(BulletinAct.Withdraw, life.Supervisor, issued);
        var seen = (await life.FindBulletinAsync(issued, staff))!;
        Assert.Equal((BulletinState.Withdrawn, "数据有误"), (seen.State, seen.LastRefusal!.Words));
    }

    [Fact]
    public async Task Leaders_hear_that_it_waits_and_supervisors_what_was_decided()
    {
        var leader = await life.PersonAsync(AccountRole.Leader);
        var id = await life.BulletinAsync(BulletinState.Submitted, leader);
        await life.DoAsync(BulletinAct.Return, leader, id);
        await life.DoAsync(BulletinAct.Submit, life.Supervisor, id);
        await life.DoAsync(BulletinAct.Approve, leader, id);
        Assert.Equal([BulletinAct.Submit, BulletinAct.Submit], await HeardAsync(leader, id));
        Assert.Equal([BulletinAct.Return, BulletinAct.Approve], await HeardAsync(life.Supervisor, id));
        await using var db = life.Db();
        Assert.True((await BulletinQuery.WaitingAsync(db, life.Supervisor))!.Count >= 1);
        Assert.Null(await BulletinQuery.WaitingAsync(db, await life.StaffAsync(life.Lead)));
    }

    private async Task<List<BulletinAct>> HeardAsync(Actor actor, int id)
    {
        await using var db = life.Db();
        return await db.InboxMessages.Where(message => message.AccountId == actor.AccountId && message.BulletinEntry!.BulletinId == id)
            .OrderBy(message => message.Id).Select(message => message.BulletinEntry!.Act).ToListAsync();
    }

    private async Task AssertDoneAsync(BulletinRule rule, BulletinState from, Actor person, int id)
    {
        var view = (await life.FindBulletinAsync(id))!;
        var entry = view.History[0];
        Assert.Equal((rule.Act, from, rule.To ?? from), (entry.Act, entry.FromState, entry.ToState));
        Assert.Equal(entry.ToState, view.State);
        await using var db = life.Db();
        var audited = await db.AuditEntries.Where(one => one.SubjectKind == "bulletin" && one.SubjectId == $"{id}").OrderByDescending(one => one.Sequence).FirstAsync();
        Assert.Equal((AuditAction.Of(rule.Act), person.AccountId), (audited.Action, audited.AccountId));
        Assert.Equal($"{rule.Act.Word()}通报", AuditAction.Word(audited.Action));
    }

    private async Task<Dictionary<string, (Actor Person, string Role)>> PeopleAsync() => new(StringComparer.Ordinal)
    {
        ["督查"] = (life.Supervisor, AccountRole.Supervisor),
        ["领导"] = (await life.PersonAsync(AccountRole.Leader), AccountRole.Leader),
        ["上级领导"] = (await life.PersonAsync(AccountRole.Leader, jurisdiction: Jurisdiction.RootId), AccountRole.Leader),
        ["承办"] = (await life.StaffAsync(life.Lead), AccountRole.Staff),
        ["管理"] = (await life.PersonAsync(AccountRole.Administrator), AccountRole.Administrator),
        ["审计"] = (await life.PersonAsync(AccountRole.Auditor), AccountRole.Auditor),
        ["外地督查"] = (await life.PersonAsync(AccountRole.Supervisor, jurisdiction: Jurisdiction.PendingId), AccountRole.Supervisor),
        ["外地领导"] = (await life.PersonAsync(AccountRole.Leader, jurisdiction: Jurisdiction.PendingId), AccountRole.Leader),
    };
}
