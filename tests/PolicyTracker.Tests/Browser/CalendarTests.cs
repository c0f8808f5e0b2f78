using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using PolicyTracker.Core;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Tests.Core;
using PolicyTracker.Tests.Web;
using static Microsoft.Playwright.Assertions;

namespace PolicyTracker.Tests.Browser;

/// <summary>日历 and 时间轴: what falls due when, and how far it has come.</summary>
public sealed class CalendarTests(PortalFixture portal) : BrowserTest(portal)
{
    private static readonly DateOnly Today = TimeProvider.System.Today();

    [Theory]
    [InlineData(Screen.Office)]
    [InlineData(Screen.Phone)]
    public async Task Month_marks_today_and_each_figure_leads_to_exactly_its_tasks(Screen screen)
    {
        var document = await DueAsync(Today);
        var page = await OpenAsync($"/calendar?document={document}", AccountRole.Leader, screen);
        var today = page.Locator(".month-grid .today");
        await Expect(today).ToContainTextAsync("今天");
        await Expect(today).ToHaveAttributeAsync("aria-current", "date");
        await Expect(page.Locator(".month-grid td:not(.outside, .free):visible, .month-grid .today:visible")).ToHaveCountAsync(1);
        await Expect(today.GetByRole(AriaRole.Link)).ToHaveCountAsync(1);
        await AssertAccessibleAsync(page);
        await AssertFitsAsync(page);
        await today.GetByRole(AriaRole.Link, new() { Name = $"{Today.Year}年{Today.Month}月{Today.Day}日 临期2项" }).ClickAsync();
        await Expect(page.Locator("tbody tr")).ToHaveCountAsync(2);
    }

    [Theory]
    [InlineData(Screen.Office)]
    [InlineData(Screen.Phone)]
    public async Task Year_shows_its_months_and_leads_into_them(Screen screen)
    {
        var document = await DueAsync(new DateOnly(2031, 2, 28));
        var page = await OpenAsync($"/calendar?year=2031&document={document}", AccountRole.Leader, screen);
        await Expect(page.Locator(".year-cards > li")).ToHaveCountAsync(12);
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "2031年2月 正常2项" })).ToBeVisibleAsync();
        await AssertAccessibleAsync(page);
        await AssertFitsAsync(page);
        await page.GetByRole(AriaRole.Link, new() { Name = "2月", Exact = true }).ClickAsync();
        await page.WaitForURLAsync($"**/calendar?month=2031-02&document={document}");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "2031年2月28日 正常2项" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Month_is_turned_by_keyboard_and_keeps_what_is_chosen()
    {
        var document = await DueAsync(new DateOnly(2031, 3, 31));
        var page = await OpenAsync($"/calendar?month=2031-02&document={document}", AccountRole.Leader);
        await page.GetByRole(AriaRole.Link, new() { Name = "2031年3月 ›" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync($"**/calendar?month=2031-03&document={document}");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "2031年3月31日 正常2项" })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "年", Exact = true }).ClickAsync();
        await page.WaitForURLAsync($"**/calendar?year=2031&document={document}");
    }

    [Fact]
    public async Task Department_narrows_the_month_and_another_place_sees_nothing_of_it()
    {
        var document = await DueAsync(new DateOnly(2031, 4, 30));
        await using var db = Portal.Db();
        var health = await db.Responsibilities.Where(r => r.Task!.DocumentId == document && r.PrintedName == "市卫生健康局").Select(r => r.DepartmentId).SingleAsync();
        var page = await OpenAsync($"/calendar?month=2031-04&document={document}", AccountRole.Leader);
        await page.GetByLabel("单位").SelectOptionAsync(health!.Value.ToString(CultureInfo.InvariantCulture));
        await page.GetByRole(AriaRole.Button, new() { Name = "筛选" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "2031年4月30日 正常1项" })).ToBeVisibleAsync();
        var elsewhere = await OpenAsync($"/calendar?month=2031-04&document={document}", AccountRole.Staff);
        await Expect(elsewhere.GetByText("2031年4月没有到期而未办结的任务。")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Address_that_makes_no_sense_is_told_and_shows_the_present_month()
    {
        var page = await OpenAsync("/calendar?month=2031-13", AccountRole.Leader);
        await Expect(page.GetByText("月份应写成 2026-11")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync($"{Today.Year}年{Today.Month}月到期任务");
    }

    [Theory]
    [InlineData(Screen.Office)]
    [InlineData(Screen.Phone)]
    public async Task Timeline_shows_plan_progress_and_today_and_says_them_in_words(Screen screen)
    {
        var document = await DueAsync(Today.AddDays(100));
        await using var db = Portal.Db();
        await db.Tasks.Where(t => t.DocumentId == document && t.Ordinal == 1).ExecuteUpdateAsync(set => set
            .SetProperty(t => t.StartsOn, Today.AddDays(-100)).SetProperty(t => t.VerifiedPercent, 30).SetProperty(t => t.Milestones, [Today.AddDays(10)]));
        var page = await OpenAsync($"/documents/{document}", AccountRole.Leader, screen);
        await page.GetByRole(AriaRole.Link, new() { Name = "时间轴" }).ClickAsync();
        await Expect(page.Locator(".timeline tbody tr")).ToHaveCountAsync(3);
        var first = page.Locator(".timeline tbody tr").First;
        await Expect(first).ToContainTextAsync("30%");
        await Expect(first).ToContainTextAsync("进度偏慢");
        await Expect(first).ToContainTextAsync("节点：");
        var (plan, done, now) = (await BoxAsync(first, ".plan"), await BoxAsync(first, ".done"), await BoxAsync(first, ".now"));
        // Boxes have their strokes around them.
        Assert.InRange(done.Width / plan.Width, 0.28, 0.32);
        Assert.InRange((now.X + (now.Width / 2) - plan.X) / plan.Width, 0.48, 0.52);
        await Expect(first.Locator(".mark")).ToHaveCountAsync(1);
        await AssertAccessibleAsync(page);
        await AssertFitsAsync(page);
        await page.GetByRole(AriaRole.Link, new() { Name = "按期限先后" }).ClickAsync();
        await page.WaitForURLAsync("**/timeline?sort=due");
        await Expect(page.Locator(".timeline tbody tr").Last).ToContainTextAsync("未写明期限");
    }

    [Theory]
    [InlineData(Screen.Office)]
    [InlineData(Screen.Phone)]
    public async Task Feed_is_made_on_the_page_of_the_department_and_its_address_stands_there_once(Screen screen)
    {
        var page = await OpenAsync($"/departments/{Portal.Department.Id}", AccountRole.Staff, screen);
        await page.GetByRole(AriaRole.Button, new() { Name = "新建订阅" }).ClickAsync();
        await Expect(page.GetByText("请写明给谁用")).ToBeVisibleAsync();
        var name = $"{screen}{Guid.NewGuid():N}"[..12];
        await page.GetByLabel("给谁用").FillAsync(name);
        await page.GetByRole(AriaRole.Button, new() { Name = "新建订阅" }).ClickAsync();
        await Expect(page.Locator(".shown-once code")).ToContainTextAsync("/calendar/feed.ics?key=");
        await AssertAccessibleAsync(page);
        await AssertFitsAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = $"停用 {name}" }).ClickAsync();
        await Expect(page.GetByText("已停用订阅")).ToBeVisibleAsync();
        await Expect(page.Locator(".shown-once")).ToHaveCountAsync(0);
    }

    private static async Task<LocatorBoundingBoxResult> BoxAsync(ILocator row, string part) => (await row.Locator(part).BoundingBoxAsync())!;

    // Its first two tasks are due on that day.
    private async Task<int> DueAsync(DateOnly day)
    {
        var document = await Portal.ImportAsync(Notices.Plan($"{Guid.NewGuid():N}"));
        await using var db = Portal.Db();
        await db.Tasks.Where(t => t.DocumentId == document && t.Ordinal <= 2).ExecuteUpdateAsync(set => set.SetProperty(t => t.DueOn, day).SetProperty(t => t.AssignedOn, new DateOnly(2026, 1, 1)));
        return document;
    }
}
