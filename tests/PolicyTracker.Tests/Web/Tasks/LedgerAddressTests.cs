using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using PolicyTracker.Core.Tasks;
using PolicyTracker.Parsing;
using PolicyTracker.Web.Api;
using PolicyTracker.Web.Tasks;

namespace PolicyTracker.Tests.Web.Tasks;

public sealed class LedgerAddressTests
{
    public static TheoryData<TaskFilter> Filters =>
    [
        new TaskFilter(),
        new TaskFilter { Jurisdiction = 3, Document = 4, Department = 5, Role = Role.Support, Light = TimeLight.Yellow },
        new TaskFilter { States = [TaskState.Assigned, TaskState.InProgress], Order = TaskOrder.Progress, Descending = true, Page = 3, PageSize = 50 },
        new TaskFilter { States = TaskStates.Open, Order = TaskOrder.Document, Descending = true },
        new TaskFilter { Verification = Verification.Over, Changed = TaskAct.RequestCompletion, Since = new(2031, 6, 2) },
        new TaskFilter { DueFrom = new(2031, 1, 2), DueTo = new(2031, 12, 31), Leader = "张 三", Q = "养老&服务=100%" },
        new TaskFilter { AsOf = new(2031, 5, 31), Light = TimeLight.Red, Page = 2 },
    ];

    [Theory]
    [MemberData(nameof(Filters))]
    public void What_the_address_says_is_read_as_the_same_filter(TaskFilter filter)
    {
        var address = LedgerAddress.Of(filter);
        var (read, problems) = TaskFilterReader.Read(new QueryCollection(QueryHelpers.ParseQuery(new Uri("http://portal" + address).Query)), new DateOnly(2031, 6, 1));
        Assert.Empty(problems);
        Assert.Equal(filter.States, read.States);
        Assert.Equal(filter with { States = [] }, read with { States = [] });
    }

    [Fact]
    public void Plain_ledger_has_a_plain_address() => Assert.Equal("/tasks", LedgerAddress.Of(new TaskFilter()));
}
