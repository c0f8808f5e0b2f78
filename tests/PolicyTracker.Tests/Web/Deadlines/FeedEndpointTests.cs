using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;

namespace PolicyTracker.Tests.Web.Deadlines;

/// <summary>A feed from the page of its department to a calendar program that never signs in.</summary>
[Collection(PortalTests.Name)]
public sealed partial class FeedEndpointTests(PortalFixture portal)
{
    [Fact]
    public async Task Feed_is_made_shown_once_read_without_signing_in_and_revoked()
    {
        var page = $"/departments/{portal.Department.Id}";
        using var staff = await portal.SignedInAsync(AccountRole.Staff);
        var name = $"{Guid.NewGuid():N}"[..8];
        var made = await staff.SubmitAsync(page, "new-feed", ("Input.Name", name));
        Assert.Equal(HttpStatusCode.OK, made.StatusCode);
        Assert.True(made.Headers.CacheControl!.NoStore);
        var address = new Uri(Address().Match(await made.Content.ReadAsStringAsync()).Value);
        Assert.DoesNotContain(address.Query, await staff.GetStringAsync(page), StringComparison.Ordinal);

        using var stranger = portal.Client();
        var feed = await stranger.GetAsync(address);
        Assert.Equal(("text/calendar", "utf-8"), (feed.Content.Headers.ContentType!.MediaType, feed.Content.Headers.ContentType.CharSet));
        var text = await feed.Content.ReadAsStringAsync();
        Assert.StartsWith("BEGIN:VCALENDAR\r\n", text, StringComparison.Ordinal);
        Assert.Contains("X-WR-CALNAME:市民政局任务期限", text, StringComparison.Ordinal);

        await using var db = portal.Db();
        var id = await db.DepartmentFeeds.Where(f => f.Name == name).Select(f => f.Id).SingleAsync();
        var revoked = await staff.SubmitAsync(page, $"revoke-feed-{id}");
        Assert.Equal(HttpStatusCode.Redirect, revoked.StatusCode);
        var gone = await stranger.GetAsync(address);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
        Assert.Contains("已经停用", await gone.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var log = await portal.LogAsync();
        Assert.Contains("\"/calendar/feed.ics\"", log, StringComparison.Ordinal);
        Assert.DoesNotContain(address.Query["?key=".Length..], log, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/calendar/feed.ics?key=nothing")]
    [InlineData("/calendar/feed.ics")]
    public async Task Address_that_never_was_is_not_found(string address)
    {
        using var stranger = portal.Client();
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(address)).StatusCode);
    }

    [Fact]
    public async Task Who_may_not_make_one_is_offered_none_and_the_page_itself_asks_for_signing_in()
    {
        using var supervisor = await portal.SignedInAsync(AccountRole.Supervisor);
        var page = await supervisor.GetStringAsync($"/departments/{portal.Department.Id}");
        Assert.DoesNotContain("日历订阅", page, StringComparison.Ordinal);
        using var stranger = portal.Client();
        Assert.Equal(HttpStatusCode.Redirect, (await stranger.GetAsync("/calendar")).StatusCode);
    }

    [GeneratedRegex(@"http://[^<\s]+/calendar/feed\.ics\?key=[\w-]+")]
    private static partial Regex Address();
}
