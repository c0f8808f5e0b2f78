using System.Text;
using Microsoft.Playwright;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Tests.Web;
using static Microsoft.Playwright.Assertions;

namespace PolicyTracker.Tests.Browser;

/// <summary>统计 and 搜索 upon the five real notices.</summary>
public sealed class StatisticsTests(PortalFixture portal) : BrowserTest(portal)
{
    [Theory]
    [InlineData(Screen.Office)]
    [InlineData(Screen.Phone)]
    public async Task Cockpit_fits_is_accessible_and_leads_to_the_ledger(Screen screen)
    {
        var page = await OpenAsync("/statistics", AccountRole.Leader, screen);
        await AssertFitsAsync(page);
        await AssertAccessibleAsync(page);
        Assert.Equal(0, await page.Locator("svg:not([aria-hidden] *)").CountAsync());
        await page.GetByRole(AriaRole.Link, new() { Name = "红黄绿灯：逾期" }).ClickAsync();
        await Expect(page.Locator(".chip")).ToHaveTextAsync(["灯 逾期"]);
    }

    [Fact]
    public async Task Cockpit_is_one_sheet_of_A4()
    {
        var page = await OpenAsync("/statistics", AccountRole.Supervisor);
        var pdf = Encoding.Latin1.GetString(await page.PdfAsync(new() { Format = "A4", PreferCSSPageSize = true }));
        Assert.Equal(1, pdf.Split("/Type /Page\n").Length - 1);
    }

    [Theory]
    [InlineData(Screen.Office)]
    [InlineData(Screen.Phone)]
    public async Task Figure_of_a_million_stays_within_its_field_in_both_modes(Screen screen)
    {
        var page = await OpenAsync("/statistics", AccountRole.Supervisor, screen);
        foreach (var mode in new[] { "", "large" })
        {
            await page.EvaluateAsync("mode => { document.documentElement.className = mode; document.querySelectorAll('.cockpit-figures .figure').forEach(figure => { figure.textContent = '1,000,000'; }); }", mode);
            Assert.True(await page.EvaluateAsync<bool>("[...document.querySelectorAll('.cockpit-figures .figure')].every(figure => figure.scrollWidth <= figure.clientWidth && figure.getClientRects().length === 1 && figure.clientHeight < 60)"));
        }
    }

    [Fact]
    public async Task Week_in_which_nothing_was_done_is_told_in_one_sentence()
    {
        var notice = await PastNotice.MakeAsync(Portal);
        var page = await OpenAsync($"/statistics?as-of={notice.Yesterday:yyyy-MM-dd}", AccountRole.Supervisor);
        var week = page.GetByRole(AriaRole.Region, new() { Name = "当周办理" });
        await Expect(week).ToContainTextAsync("还没有办理过任务。");
        await Expect(week).Not.ToContainTextAsync("没有：");
    }

    [Theory]
    [InlineData(Screen.Office)]
    [InlineData(Screen.Phone)]
    public async Task Table_of_departments_is_sorted_by_its_head_and_narrowed_by_jurisdiction(Screen screen)
    {
        var page = await OpenAsync("/statistics", AccountRole.Supervisor, screen);
        var head = page.GetByRole(AriaRole.Columnheader, new() { Name = "在办" });
        await head.GetByRole(AriaRole.Link).ClickAsync();
        await page.WaitForURLAsync("**/statistics?sort=open");
        await Expect(head).ToHaveAttributeAsync("aria-sort", "descending");
        await page.GetByLabel("辖区").SelectOptionAsync(new SelectOptionValue { Label = "　　乐山市" });
        await page.GetByRole(AriaRole.Button, new() { Name = "查看" }).ClickAsync();
        await Expect(page).ToHaveTitleAsync(new System.Text.RegularExpressions.Regex("乐山市统计"));
    }

    [Theory]
    [InlineData(Screen.Office)]
    [InlineData(Screen.Phone)]
    public async Task Slash_opens_the_box_and_a_word_of_two_characters_is_found_and_marked(Screen screen)
    {
        var page = await OpenAsync("/tasks", AccountRole.Leader, screen);
        await page.Keyboard.PressAsync("/");
        await page.Keyboard.TypeAsync("养老");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/search?q=*");
        await Expect(page.Locator(".hits mark").First).ToHaveTextAsync("养老");
        await Expect(page.Locator(".tabs a[aria-current]")).ToContainTextAsync("任务");
        await AssertFitsAsync(page);
        await AssertAccessibleAsync(page);
        await page.GetByRole(AriaRole.Link, new() { Name = "在台账里按“养老”筛选" }).ClickAsync();
        await Expect(page.Locator(".chip")).ToHaveTextAsync(["文字 养老"]);
    }

    [Fact]
    public async Task Nothing_found_says_so_and_an_empty_box_says_what_it_is_for()
    {
        var page = await OpenAsync("/search?q=%E6%B2%A1%E6%9C%89%E8%BF%99%E4%B8%AA%E8%AF%8D", AccountRole.Staff);
        await Expect(page.Locator(".empty")).ToContainTextAsync("没有找到“没有这个词”");
        await page.GotoAsync("/search");
        await Expect(page.Locator("main")).ToContainTextAsync("文号可以只写一段");
        await AssertAccessibleAsync(page);
    }
}
