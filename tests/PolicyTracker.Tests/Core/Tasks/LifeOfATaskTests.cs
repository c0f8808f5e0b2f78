using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Departments;
using PolicyTracker.Core.Tasks;

namespace PolicyTracker.Tests.Core.Tasks;

/// <summary>Every state × act × person, through TaskActions on a real database.</summary>
public sealed class LifeOfATaskTests(LifeFixture life) : IClassFixture<LifeFixture>
{
    private static readonly Dictionary<string, Doer[]> Parts = new(StringComparer.Ordinal)
    {
        ["督查"] = [Doer.Supervisor, Doer.SupervisorOrClock],
        ["牵头"] = [Doer.UnitOnTask, Doer.AnsweringUnit],
        ["责任"] = [Doer.UnitOnTask],
        ["配合"] = [Doer.UnitOnTask],
        ["无关单位"] = [],
        ["领导"] = [],
        ["管理"] = [],
        ["审计"] = [],
        ["外地督查"] = [],
    };

    public static TheoryData<TaskState> States => [.. Enum.GetValues<TaskState>()];

    [Theory]
    [MemberData(nameof(States))]
    public async Task Every_act_is_possible_for_those_and_from_there_only_as_the_table_says(TaskState state)
    {
        var people = await PeopleAsync();
        foreach (var rule in LifeOfATask.Rules)
        {
            // Refusals change nothing: all of them are tried on one task, and only what is allowed needs another.
            var id = await BroughtToAsync(people, state, rule.Act);
            foreach (var (part, person) in people)
            {
                var refusal = await Record.ExceptionAsync(() => life.DoAsync(rule.Act, person, id));
                if (!Parts[part].Contains(rule.Who))
                {
                    Assert.True(part == "外地督查" ? refusal is NotFoundException or ForbiddenException : refusal is ForbiddenException, $"{state} {rule.Act} {part}: {refusal?.Message}");
                }
                else if (!rule.From.Contains(state))
                {
                    Assert.True(refusal?.GetType() == typeof(RuleException), $"{state} {rule.Act} {part}: {refusal?.Message}");
                    Assert.Equal(LifeOfATask.WhyNot(rule.Act, state), refusal!.Message);
                }
                else
                {
                    Assert.True(refusal is null, $"{state} {rule.Act} {part}: {refusal?.Message}");
                    await AssertDoneAsync(rule, state, part, id);
                    id = await BroughtToAsync(people, state, rule.Act);
                }
            }

            Assert.Equal(state, (await life.ViewAsync(id)).Row.State);
        }
    }

    [Fact]
    public void Table_in_the_docs_is_the_one_in_the_code()
    {
        var lines = File.ReadAllLines(Path.Combine(Built.Repository, "docs", "life-of-a-task.md"));
        Assert.Equal(LifeTable.Lines(), lines.Where(line => line.StartsWith('|')));
    }

    private async Task AssertDoneAsync(ActRule rule, TaskState from, string part, long id)
    {
        var view = await life.ViewAsync(id);
        var entry = view.History[0];
        Assert.Equal((rule.Act, from, view.Row.State), (entry.Act, entry.From, entry.To));
        var expected = rule.Act == TaskAct.Resume ? TaskState.InProgress
            : part == "配合" && rule.Act is (TaskAct.Acknowledge or TaskAct.ReportProgress) ? from
            : rule.To ?? from;
        Assert.True(expected == view.Row.State, $"{from} {rule.Act} {part}: {view.Row.State}");
        Assert.Equal(part != "督查", entry.DepartmentId is not null);
    }

    private async Task<Dictionary<string, Actor>> PeopleAsync() => new(StringComparer.Ordinal)
    {
        ["督查"] = life.Supervisor,
        ["牵头"] = await life.StaffAsync(life.Lead),
        ["责任"] = await life.StaffAsync(life.Responsible),
        ["配合"] = await life.StaffAsync(life.Support),
        ["无关单位"] = await life.StaffAsync(life.Other),
        ["领导"] = await life.PersonAsync(AccountRole.Leader),
        ["管理"] = await life.PersonAsync(AccountRole.Administrator),
        ["审计"] = await life.PersonAsync(AccountRole.Auditor),
        ["外地督查"] = await life.PersonAsync(AccountRole.Supervisor, jurisdiction: Jurisdiction.PendingId),
    };

    // Some acts need more than the state: a request to decide, a unit that declined.
    private async Task<long> BroughtToAsync(Dictionary<string, Actor> people, TaskState state, TaskAct act)
    {
        var lead = people["牵头"];
        var id = state == TaskState.Draft ? await DraftWithUnitAsync() : await life.AssignedAsync();
        if (act == TaskAct.DecideExtension && state != TaskState.Draft)
        {
            await life.DoAsync(TaskAct.RequestExtension, lead, id);
        }

        if (act == TaskAct.Insist && state != TaskState.Draft)
        {
            await life.DoAsync(TaskAct.Decline, people["责任"], id);
        }

        (TaskAct Act, Actor By)[] way = state switch
        {
            TaskState.Draft or TaskState.Assigned => [],
            TaskState.InProgress => [(TaskAct.Acknowledge, lead)],
            TaskState.InReview => [(TaskAct.Acknowledge, lead), (TaskAct.RequestCompletion, lead)],
            TaskState.Completed => [(TaskAct.Acknowledge, lead), (TaskAct.RequestCompletion, lead), (TaskAct.Approve, life.Supervisor)],
            TaskState.Suspended => [(TaskAct.Acknowledge, lead), (TaskAct.Suspend, life.Supervisor)],
            TaskState.Withdrawn => [(TaskAct.Withdraw, life.Supervisor)],
        };
        foreach (var (step, by) in way)
        {
            await life.DoAsync(step, by, id);
        }

        // Who acknowledged to get here is to be able to do it once more.
        await using var db = life.Db();
        await db.DepartmentStandings.Where(s => s.TaskId == id && act == TaskAct.Acknowledge).ExecuteDeleteAsync();
        return id;
    }

    private async Task<long> DraftWithUnitAsync()
    {
        var id = await life.DraftAsync();
        await life.Actions.ChangeAsync(life.Supervisor, id, new ChangeForm
        {
            Responsibilities =
            [
                LifeFixture.Unit(life.Lead, PolicyTracker.Parsing.Role.Lead), LifeFixture.Unit(life.Responsible, PolicyTracker.Parsing.Role.Responsible),
                LifeFixture.Unit(life.Support, PolicyTracker.Parsing.Role.Support),
            ],
            Reason = "先列单位",
        });
        return id;
    }
}
