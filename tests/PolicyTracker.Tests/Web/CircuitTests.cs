using PolicyTracker.Core.Accounts;

namespace PolicyTracker.Tests.Web;

/// <summary>A browser opens a circuit where the markup holds an interactive part, and nowhere else. `bench circuits` counts them with 200 readers.</summary>
[Collection(PortalTests.Name)]
public sealed class CircuitTests(PortalFixture portal)
{
    private const string InteractivePart = "<!--Blazor:{\"type\":\"server\"";

    [Theory]
    [InlineData("/")]
    [InlineData("/statistics")]
    [InlineData("/tasks")]
    [InlineData("/tasks?group=department")]
    [InlineData("/tasks?as-of=2026-01-01")]
    [InlineData("/documents")]
    [InlineData("/departments")]
    [InlineData("/calendar")]
    [InlineData("/search?q=养老")]
    [InlineData("/downloads")]
    public async Task Reader_of_a_page_holds_no_circuit(string address)
    {
        using var supervisor = await portal.SignedInAsync(AccountRole.Supervisor);
        Assert.DoesNotContain(InteractivePart, await supervisor.GetStringAsync(address), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_imports_holds_one()
    {
        using var administrator = await portal.SignedInAsync(AccountRole.Administrator);
        Assert.Contains(InteractivePart, await administrator.GetStringAsync("/import"), StringComparison.Ordinal);
    }
}
