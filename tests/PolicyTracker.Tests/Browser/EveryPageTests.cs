using System.Reflection;
using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using PolicyTracker.Core;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Bulletins;
using PolicyTracker.Core.Import.Desk;
using PolicyTracker.Core.Tasks;
using PolicyTracker.Tests.Core;
using PolicyTracker.Tests.Web;
using static Microsoft.Playwright.Assertions;

namespace PolicyTracker.Tests.Browser;

/// <summary>
/// Every page that the portal has, whoever comes to it: it fits, axe finds nothing grave in it in both modes, and whatever can be
/// clicked is reached by the Tab key alone, in sight and with a mark that says where one is. With PT_SCREENSHOTS=FOLDER its
/// pictures are left there.
/// </summary>
[Collection(BusyPortalTests.Name)]
public sealed class EveryPageTests(PortalFixture portal) : BrowserTest(portal)
{
    private const string Nobody = "";

    /// <summary>Role, template of the route, and where an address that shows something differs from it.</summary>
    private static readonly (string Role, string Route, string? Address)[] Visits =
    [
        (Nobody, "/sign-in", null), (Nobody, "/error", null), (Nobody, "/status/{Code:int}", "/status/404"),
        (AccountRole.Staff, "/", null), (AccountRole.Supervisor, "/", null), (AccountRole.Leader, "/", null),
        (AccountRole.Administrator, "/", null), (AccountRole.Auditor, "/", null),
        (AccountRole.Staff, "/tasks", null), (AccountRole.Supervisor, "/tasks", null), (AccountRole.Leader, "/tasks", "/tasks?group=department"),
        (AccountRole.Supervisor, "/tasks/{Id:long}", "/tasks/{supervised}"), (AccountRole.Staff, "/tasks/{Id:long}", "/tasks/{own}"),
        (AccountRole.Leader, "/tasks/{Id:long}", "/tasks/{own}"),
        (AccountRole.Supervisor, "/tasks/new", null), (AccountRole.Supervisor, "/tasks/columns", null), (AccountRole.Supervisor, "/tasks/views", null),
        (AccountRole.Supervisor, "/tasks/many", "/tasks/many?scope=all&act=Remind&light=red"),
        (AccountRole.Staff, "/documents", null), (AccountRole.Supervisor, "/documents/{Id:int}", "/documents/{document}"),
        (AccountRole.Administrator, "/documents/{Id:int}", "/documents/{document}"), (AccountRole.Leader, "/documents/{Id:int}/timeline", "/documents/{document}/timeline"),
        (AccountRole.Supervisor, "/departments", null), (AccountRole.Supervisor, "/departments/{Id:int}", "/departments/{department}"),
        (AccountRole.Administrator, "/departments/{Id:int}", "/departments/{department}"),
        (AccountRole.Administrator, "/departments/{Id:int}/edit", "/departments/{department}/edit"),
        (AccountRole.Administrator, "/departments/{Id:int}/merge", "/departments/{department}/merge?with=市财政局"),
        (AccountRole.Administrator, "/departments/{Id:int}/reorganise", "/departments/{department}/reorganise"),
        (AccountRole.Administrator, "/departments/waiting", null), (AccountRole.Administrator, "/jurisdictions", null),
        (AccountRole.Supervisor, "/calendar", null), (AccountRole.Leader, "/calendar", "/calendar?year=2017"),
        (AccountRole.Supervisor, "/statistics", null), (AccountRole.Leader, "/statistics", null),
        (AccountRole.Supervisor, "/search", "/search?q=养老"), (AccountRole.Supervisor, "/inbox", null), (AccountRole.Supervisor, "/downloads", "/downloads?light=red&format=csv"),
        (AccountRole.Supervisor, "/ledger-import", null), (AccountRole.Supervisor, "/ledger-import/{Draft:guid}", "{table}"),
        (AccountRole.Administrator, "/import", null), (AccountRole.Administrator, "/import/{Id:int}", "{draft}"),
        (AccountRole.Supervisor, "/bulletins", null), (AccountRole.Supervisor, "/bulletins/new", null), (AccountRole.Supervisor, "/bulletins/{Id:int}", "/bulletins/{bulletin}"),
        (AccountRole.Supervisor, "/bulletins/{Id:int}/edit", "/bulletins/{bulletin}/edit"), (AccountRole.Supervisor, "/bulletins/{Id:int}/recount", "/bulletins/{bulletin}/recount"),
        (AccountRole.Administrator, "/accounts", null), (AccountRole.Administrator, "/accounts/new", null), (AccountRole.Administrator, "/accounts/{Id:int}", "/accounts/{account}"),
        (AccountRole.Staff, "/account", null), (AccountRole.Staff, "/account/password", null),
        (AccountRole.Administrator, "/settings", null), (AccountRole.Auditor, "/audit", null), (AccountRole.Staff, "/help", null),
    ];

    public static TheoryData<string, string, string, Screen> Pages
    {
        get
        {
            var pages = new TheoryData<string, string, string, Screen>();
            foreach (var (role, route, address) in Visits)
            {
                pages.Add(role, route, address ?? route, Screen.Office);
                pages.Add(role, route, address ?? route, Screen.Phone);
            }

            return pages;
        }
    }

    [Fact]
    public void Every_route_of_the_portal_is_visited() => Assert.Equal(
        typeof(PolicyTracker.Web.Product).Assembly.GetTypes().SelectMany(type => type.GetCustomAttributes<RouteAttribute>()).Select(route => route.Template).Order(StringComparer.Ordinal),
        Visits.Select(visit => visit.Route).Distinct().Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Page_fits_is_accessible_in_both_modes_and_is_walked_by_the_tab_key_alone(string role, string route, string address, Screen screen)
    {
        var page = await VisitAsync(role, address, screen);
        await Expect(page).ToHaveTitleAsync(new System.Text.RegularExpressions.Regex("\\S"));
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveCountAsync(1);
        await AssertFitsAsync(page);
        await AssertAccessibleAsync(page);
        await AssertWalkedByTabAsync(page);
        await ShotAsync(page, role, route, address, screen, "");
        // All that the server does for 长者模式; that it does it for the account, LargeTypeTests show.
        await page.EvaluateAsync("() => { document.documentElement.classList.add('large'); dispatchEvent(new Event('resize')); }");
        await AssertFitsAsync(page);
        await AssertAccessibleAsync(page);
        await ShotAsync(page, role, route, address, screen, "-large");
    }

    [Fact]
    public async Task Every_page_fits_a_screen_of_2560()
    {
        foreach (var (role, route, address) in Visits)
        {
            var page = await VisitAsync(role, address ?? route, Screen.Wall);
            await AssertFitsAsync(page);
            await ShotAsync(page, role, route, address ?? route, Screen.Wall, "");
            await page.Context.CloseAsync();
        }
    }

    private async Task<IPage> VisitAsync(string role, string address, Screen screen)
    {
        if (role == Nobody)
        {
            return await OpenAsStrangerAsync(address, screen);
        }

        if (address == "{table}")
        {
            var page = await OpenAsync("/ledger-import", role, screen);
            await LedgerTableTests.UploadAsync(page, ("D3", "表格里的任务"), ("E3", "测试会议"));
            return page;
        }

        if (address == "{draft}")
        {
            var page = await OpenAsync($"/import/{await DraftAsync()}", role, screen);
            await Expect(page.Locator("[data-interactive='true']")).ToBeVisibleAsync(new() { Timeout = 30_000 });
            return page;
        }

        return await OpenAsync(await FilledInAsync(address), role, screen);
    }

    private async Task<string> FilledInAsync(string address)
    {
        await using var db = Portal.Db();
        var department = Portal.Department.Id;
        var own = db.Tasks.Where(task => task.State == TaskState.Assigned && task.Responsibilities.Any(part => part.DepartmentId == department)).OrderBy(task => task.Id);
        return address
            .Replace("{supervised}", $"{await db.Tasks.Where(task => TaskStates.Open.Contains(task.State) && task.State != TaskState.Draft).MinAsync(task => task.Id)}", StringComparison.Ordinal)
            .Replace("{own}", $"{await own.Select(task => task.Id).FirstAsync()}", StringComparison.Ordinal)
            .Replace("{document}", $"{await own.Select(task => task.DocumentId).FirstAsync()}", StringComparison.Ordinal)
            .Replace("{department}", $"{department}", StringComparison.Ordinal)
            .Replace("{account}", $"{await db.Users.Where(user => user.UserName == AccountRole.Staff).Select(user => user.Id).SingleAsync()}", StringComparison.Ordinal)
            .Replace("{bulletin}", address.Contains("{bulletin}", StringComparison.Ordinal) ? $"{await BulletinAsync()}" : "", StringComparison.Ordinal);
    }

    // One draft for all visits, with doubts in it.
    private async Task<int> DraftAsync()
    {
        await using var scope = Portal.Scope();
        var by = await PersonAsync(AccountRole.Administrator);
        var text = Notices.Plan("每一页").Replace("市水务局、市财政局", "市水务居、市财政局", StringComparison.Ordinal);
        var brought = await scope.ServiceProvider.GetRequiredService<DraftActions>().BringInAsync(by, "每一页.txt", Encoding.UTF8.GetBytes(text));
        await scope.ServiceProvider.GetRequiredService<DraftReader>().ReadNextAsync(default);
        return brought.DraftId!.Value;
    }

    private async Task<int> BulletinAsync()
    {
        await using var db = Portal.Db();
        if (await db.Bulletins.Where(bulletin => bulletin.State == BulletinState.Draft).Select(bulletin => (int?)bulletin.Id).FirstOrDefaultAsync() is { } there)
        {
            return there;
        }

        await using var scope = Portal.Scope();
        var today = TimeProvider.System.Today();
        return await scope.ServiceProvider.GetRequiredService<BulletinActions>()
            .DraftAsync(await PersonAsync(AccountRole.Supervisor), new BulletinDraftForm(null, new DateOnly(today.Year, today.Month, 1), today));
    }

    private async Task<Actor> PersonAsync(string userName)
    {
        await using var db = Portal.Db();
        return (await Actor.LoadAsync(db, await db.Users.Where(account => account.UserName == userName).Select(account => account.Id).SingleAsync()))!;
    }

    // From the top of the page, once through: each thing that can be used has been stopped at, in sight, with a visible mark.
    private static async Task AssertWalkedByTabAsync(IPage page)
    {
        var (expected, mouseOnly) = (await page.EvaluateAsync<string[]>(Reachable), await page.EvaluateAsync<string[]>(MouseOnly));
        Assert.True(mouseOnly.Length == 0, $"Only for a mouse: {string.Join('\n', mouseOnly)}");
        var met = new List<string>();
        var unmarked = new List<string>();
        // A field for a date has several stops within.
        for (var i = 0; i < (2 * expected.Length) + 20 && !expected.All(met.Contains); i++)
        {
            await page.Keyboard.PressAsync("Tab");
            var stop = await page.EvaluateAsync<string[]>(Stop);
            met.Add(stop[0]);
            if (stop[1].Length > 0)
            {
                unmarked.Add($"{stop[1]}: {stop[2]}");
            }
        }

        Assert.True(expected.All(met.Contains), $"Tab does not reach: {string.Join('\n', expected.Except(met))}");
        Assert.True(unmarked.Count == 0, string.Join('\n', unmarked));
    }

    // Of radio buttons that belong together one is a stop.
    private const string Reachable = """
        () => {
            const groups = new Set();
            return [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]')]
                .filter(el => el.tabIndex >= 0 && !el.disabled && el.type !== 'hidden' && !el.closest('[inert]') && el.checkVisibility({ visibilityProperty: true }))
                .filter(el => {
                    if (el.type !== 'radio') return true;
                    const group = `${el.form?.action} ${el.name}`;
                    const first = !groups.has(group) && (el.checked || !el.closest('form, body').querySelector(`input[type=radio][name="${el.name}"]:checked`));
                    if (first) groups.add(group);
                    return first;
                })
                .map((el, i) => el.dataset.stop = `${i} ${el.outerHTML.slice(0, 120)}`);
        }
        """;

    private const string MouseOnly = """
        () => [...document.querySelectorAll('main *, header *, nav *')]
            .filter(el => getComputedStyle(el).cursor === 'pointer' && el.checkVisibility({ visibilityProperty: true }) && !el.closest('a[href], button, input, select, textarea, summary, label, [tabindex]'))
            .map(el => el.outerHTML.slice(0, 200))
        """;

    // What it is, and what is wrong with it.
    private const string Stop = """
        () => {
            const el = document.activeElement;
            if (el === document.body) return ['', '', ''];
            const marked = each => { const style = getComputedStyle(each); return (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none'; };
            const box = el.getBoundingClientRect();
            const isSeen = box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth;
            const wrong = !marked(el) && !(el.labels && [...el.labels].some(marked)) ? 'No visible focus' : !isSeen ? `Out of sight (${Math.round(box.top)}, ${Math.round(box.left)})` : '';
            return [el.dataset.stop ?? '', wrong, el.outerHTML.slice(0, 160)];
        }
        """;

    private static async Task ShotAsync(IPage page, string role, string route, string address, Screen screen, string mode)
    {
        if (Environment.GetEnvironmentVariable("PT_SCREENSHOTS") is { Length: > 0 } folder)
        {
            var name = string.Concat((address.StartsWith('{') ? route : address).Select(c => char.IsLetterOrDigit(c) ? c : '-')).Trim('-');
            await page.EvaluateAsync("document.activeElement.blur(); scrollTo(0, 0)");
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{(name.Length > 0 ? name : "home")}-{(role.Length > 0 ? role : "nobody")}-{screen}{mode}.png"), FullPage = true });
        }
    }
}
