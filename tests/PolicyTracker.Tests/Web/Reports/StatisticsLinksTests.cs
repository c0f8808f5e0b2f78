using System.Net;
using System.Text.RegularExpressions;

namespace PolicyTracker.Tests.Web.Reports;

/// <summary>The cockpit by the front door: each figure is opened and counted.</summary>
[Collection(PortalTests.Name)]
public sealed partial class StatisticsLinksTests(PortalFixture portal)
{
    [Theory]
    [InlineData("supervisor")]
    [InlineData("leader")]
    [InlineData("administrator")]
    [InlineData("staff")]
    public async Task Every_figure_on_the_page_opens_a_ledger_with_as_many_tasks(string role)
    {
        using var client = portal.Client();
        await PortalFixture.SignInAsync(client, role, PortalFixture.Password);
        var figures = Figures(await client.GetStringAsync("/statistics?sort=open")).ToList();
        Assert.True(figures.Count > 20, $"Only {figures.Count} figures.");
        foreach (var (address, count) in figures.Distinct())
        {
            var ledger = await client.GetStringAsync(address);
            Assert.DoesNotContain("看不懂的条件", ledger, StringComparison.Ordinal);
            Assert.Equal((address, count), (address, Total().Match(ledger).Groups[1].Value));
        }
    }

    private static IEnumerable<(string Address, string Count)> Figures(string page) =>
        Figure().Matches(page).Select(match => (WebUtility.HtmlDecode(match.Groups[1].Value), match.Groups[2].Value));

    [GeneratedRegex("""<a href="(/tasks[^"]*)"[^>]*>\s*(?:<span class="figure">|未到期的共)?([\d,]+)(?:项)?<""")]
    private static partial Regex Figure();

    [GeneratedRegex("共<strong>([\\d,]+)</strong>项")]
    private static partial Regex Total();
}
