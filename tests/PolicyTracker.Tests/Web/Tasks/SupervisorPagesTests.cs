using System.Net;
using PolicyTracker.Core.Accounts;

namespace PolicyTracker.Tests.Web.Tasks;

[Collection(PortalTests.Name)]
public sealed class SupervisorPagesTests(PortalFixture portal)
{
    [Theory]
    [InlineData(AccountRole.Staff)]
    [InlineData(AccountRole.Leader)]
    [InlineData(AccountRole.Administrator)]
    [InlineData(AccountRole.Auditor)]
    public async Task Others_neither_register_nor_act_on_many(string role)
    {
        using var client = await portal.SignedInAsync(role);
        Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync("/tasks/many?scope=all")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync("/tasks/new")).StatusCode);
    }
}
