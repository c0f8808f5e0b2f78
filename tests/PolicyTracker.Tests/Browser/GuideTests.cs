using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using PolicyTracker.Core;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Bulletins;
using PolicyTracker.Core.Tasks;
using PolicyTracker.Tests.Web;
using PolicyTracker.Web.Help;
using static Microsoft.Playwright.Assertions;

namespace PolicyTracker.Tests.Browser;

/// <summary>
/// The guide of each role: the pages that it names are there, and its pictures are those that this test takes. With
/// PT_GUIDE_IMAGES=docs/guide/images they are taken anew.
/// </summary>
public sealed partial class GuideTests(PortalFixture portal) : BrowserTest(portal)
{
    private static readonly string Folder = Path.Combine(Built.Repository, "docs", "guide");

    /// <summary>Each picture with its role and its page; {task} is a task of the role's, {bulletin} one that waits for approval.</summary>
    private static readonly (string Name, string Role, string Address)[] Pictures =
    [
        ("staff-home", AccountRole.Staff, "/"), ("staff-task", AccountRole.Staff, "{task}"), ("staff-ledger", AccountRole.Staff, "/tasks"),
        ("supervisor-home", AccountRole.Supervisor, "/"), ("supervisor-task", AccountRole.Supervisor, "{task}"),
        ("supervisor-statistics", AccountRole.Supervisor, "/statistics"), ("supervisor-bulletin", AccountRole.Supervisor, "/bulletins/new"),
        ("leader-home", AccountRole.Leader, "/"), ("leader-statistics", AccountRole.Leader, "/statistics"), ("leader-bulletins", AccountRole.Leader, "/bulletins"),
        ("leader-bulletin", AccountRole.Leader, "{bulletin}"),
        ("administrator-import", AccountRole.Administrator, "/import"), ("administrator-departments", AccountRole.Administrator, "/departments"),
        ("administrator-accounts", AccountRole.Administrator, "/accounts"),
        ("auditor-audit", AccountRole.Auditor, "/audit"), ("auditor-task", AccountRole.Auditor, "{task}"),
    ];

    public static TheoryData<string> Roles => [.. Guide.Roles];

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task Pages_of_the_guide_are_there_and_its_pictures_are_taken_of_them(string role)
    {
        if (role == AccountRole.Leader)
        {
            await SubmitBulletinAsync();
        }

        var page = await OpenAsync("/", role);
        foreach (var (name, _, address) in Pictures.Where(picture => picture.Role == role))
        {
            await GoAsync(page, address);
            if (Environment.GetEnvironmentVariable("PT_GUIDE_IMAGES") is { Length: > 0 } folder)
            {
                await page.ScreenshotAsync(new() { Path = Path.Combine(Built.Repository, folder, $"{name}.png") });
            }
        }

        foreach (Match link in Link().Matches(Text(role)))
        {
            await GoAsync(page, link.Groups[1].Value);
        }
    }

    [Fact]
    public async Task Leader_of_the_guide_has_a_bulletin_to_approve()
    {
        await SubmitBulletinAsync();
        var page = await OpenAsync("/bulletins", AccountRole.Leader);
        await Expect(page.GetByRole(AriaRole.Link, new() { NameRegex = new("期通报等待批准") })).ToBeVisibleAsync();
        await GoAsync(page, "{bulletin}");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "批准" })).ToBeVisibleAsync();
    }

    [Fact]
    public void Guide_shows_the_pictures_that_are_taken_and_no_others()
    {
        var named = Guide.Roles.SelectMany(role => Picture().Matches(Text(role)).Select(picture => (role, picture.Groups[1].Value)));
        Assert.Equal(Pictures.Select(picture => (picture.Role, picture.Name)).Order(), named.Order());
        Assert.Equal(Pictures.Select(picture => $"{picture.Name}.png").Order(), Directory.GetFiles(Path.Combine(Folder, "images")).Select(path => Path.GetFileName(path)!).Order());
        Assert.All(Directory.GetFiles(Path.Combine(Folder, "images")), path => Assert.InRange(new FileInfo(path).Length, 1, 150_000));
        Assert.All(Guide.Roles, role => Assert.Contains($"({role}.md)", Text("index"), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Screen.Office)]
    [InlineData(Screen.Phone)]
    public async Task Help_shows_the_own_role_first_with_its_pictures(Screen screen)
    {
        var page = await OpenAsync("/help", AccountRole.Leader, screen);
        await Expect(page.Locator(".tabs a[aria-current]")).ToHaveTextAsync("领导");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "批准通报" })).ToBeVisibleAsync();
        Assert.True(await page.GetByRole(AriaRole.Img).First.EvaluateAsync<bool>("async picture => { await picture.decode(); return picture.naturalWidth > 0; }"));
        await AssertFitsAsync(page);
        await AssertAccessibleAsync(page);
    }

    [Theory]
    [InlineData(Screen.Office)]
    [InlineData(Screen.Phone)]
    public async Task Word_at_which_a_person_hesitates_is_explained_by_keyboard(Screen screen)
    {
        var page = await OpenAsync("/statistics", AccountRole.Supervisor, screen);
        var sign = page.Locator("summary[aria-label=红黄绿灯是什么意思]");
        await sign.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByText("绿灯正常，黄灯临期")).ToBeVisibleAsync();
        await AssertFitsAsync(page);
        await AssertAccessibleAsync(page);
    }

    // Once for all pictures: several waiting ones would be a sight that nobody has.
    private async Task SubmitBulletinAsync()
    {
        await using var db = Portal.Db();
        if (await db.Bulletins.AnyAsync(bulletin => bulletin.State == BulletinState.Submitted))
        {
            return;
        }

        var supervisor = (await Actor.LoadAsync(db, await db.Users.Where(account => account.UserName == AccountRole.Supervisor).Select(account => account.Id).SingleAsync()))!;
        await using var scope = Portal.Scope();
        var actions = scope.ServiceProvider.GetRequiredService<BulletinActions>();
        var today = TimeProvider.System.Today();
        var id = await actions.DraftAsync(supervisor, new BulletinDraftForm(null, new DateOnly(today.Year, today.Month, 1), today));
        await actions.SubmitAsync(supervisor, id, new RemarkForm());
    }

    private async Task GoAsync(IPage page, string address)
    {
        if (address == "{bulletin}")
        {
            await using var db = Portal.Db();
            address = $"/bulletins/{await db.Bulletins.Where(bulletin => bulletin.State == BulletinState.Submitted).MinAsync(bulletin => bulletin.Id)}";
        }

        if (address == "{task}")
        {
            await page.GotoAsync("/tasks");
            address = (await page.Locator("td.main a").First.GetAttributeAsync("href"))!;
        }

        var answer = await page.GotoAsync(address);
        Assert.True(answer!.Ok, $"{address}: {answer.Status}");
    }

    private static string Text(string name) => File.ReadAllText(Path.Combine(Folder, $"{name}.md"));

    [GeneratedRegex(@"\]\((/[a-z-]*)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"!\[[^\]]+\]\(images/([a-z-]+)\.png\)")]
    private static partial Regex Picture();
}
