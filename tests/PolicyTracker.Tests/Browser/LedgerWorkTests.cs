using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Tasks;
using PolicyTracker.Tests.Web;
using static Microsoft.Playwright.Assertions;

namespace PolicyTracker.Tests.Browser;

/// <summary>The ledger as the tool of the day: keys, ticks, columns, groups and views.</summary>
public sealed class LedgerWorkTests(PortalFixture portal) : BrowserTest(portal)
{
    [Fact]
    public async Task Rows_are_walked_ticked_and_opened_by_keys_alone()
    {
        var page = await OpenAsync("/tasks", AccountRole.Supervisor);
        await page.Keyboard.PressAsync("?");
        await Expect(page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("下一项任务");
        await AssertAccessibleAsync(page);
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.GetByRole(AriaRole.Dialog)).ToBeHiddenAsync();
        foreach (var key in new[] { "j", "j", "ArrowDown", "ArrowDown", "k", "ArrowUp" })
        {
            await page.Keyboard.PressAsync(key);
        }

        var second = page.Locator("[data-row]").Nth(1);
        var link = second.Locator("td.main a");
        await Expect(link).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("x");
        await Expect(second.Locator("input[name=ids]")).ToBeCheckedAsync();
        await Expect(page.Locator("[data-selected-words]")).ToHaveTextAsync("已选1项：");
        await page.Keyboard.PressAsync("x");
        await Expect(second.Locator("input[name=ids]")).Not.ToBeCheckedAsync();
        await page.Keyboard.PressAsync("/");
        await Expect(page.Locator("#search")).ToBeFocusedAsync();
        // In a field a letter is a letter.
        await page.Keyboard.PressAsync("j");
        await Expect(page.Locator("#search")).ToHaveValueAsync("j");
        await link.FocusAsync();
        var address = await link.GetAttributeAsync("href");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync($"**{address}");
    }

    [Fact]
    public async Task Bar_of_the_ticked_lies_over_the_rows_of_a_phone_only_while_there_is_something_ticked()
    {
        var page = await OpenAsync("/tasks", AccountRole.Supervisor, Screen.Phone);
        await Expect(page.Locator("#many")).ToHaveCSSAsync("position", "static");
        await page.Locator("input[name=ids]").First.CheckAsync();
        await Expect(page.Locator("#many")).ToHaveCSSAsync("position", "sticky");
    }

    [Fact]
    public async Task Commonest_words_of_a_deadline_have_room_in_their_column()
    {
        var page = await OpenAsync("/tasks?light=red", AccountRole.Supervisor);
        var words = page.Locator(".ledger .deadline .printed-words").First;
        await words.EvaluateAsync("words => { words.textContent = '2026年12月31日前'; }");
        Assert.True(await words.EvaluateAsync<bool>("words => words.scrollHeight < 1.5 * words.clientHeight"));
    }

    [Theory]
    [InlineData(Screen.Office)]
    [InlineData(Screen.Phone)]
    public async Task Ticks_survive_turning_the_page_and_all_of_them_are_worked_on(Screen screen)
    {
        var page = await OpenAsync("/tasks?sort=title", AccountRole.Supervisor, screen);
        var first = await TickAsync(page, 0);
        await page.GetByRole(AriaRole.Link, new() { Name = "下一页" }).ClickAsync();
        await page.WaitForURLAsync("**page=2");
        await Expect(page.Locator(".pager")).ToContainTextAsync("第 2 /");
        await Expect(page.Locator("[data-selected-words]")).ToHaveTextAsync("已选1项（本页0项）：");
        var second = await TickAsync(page, 3);
        await page.ReloadAsync();
        await Expect(page.Locator("[data-selected-words]")).ToHaveTextAsync("已选2项（本页1项）：");
        await page.GetByRole(AriaRole.Button, new() { Name = "催办", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "对2项任务催办" })).ToBeVisibleAsync();
        Assert.Contains(Uri.EscapeDataString($"{first},{second}"), page.Url, StringComparison.Ordinal);
        await page.GoBackAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "清除勾选" }).ClickAsync();
        await Expect(page.Locator("[data-selected-words]")).ToHaveTextAsync("勾选任务以后：");
        await Expect(page.Locator("input[name=ids]:checked")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Columns_are_chosen_ordered_and_widened_and_stay_so_for_the_account()
    {
        var user = await Portal.MakeAccountAsync(AccountRole.Leader);
        var page = await OpenAsUserAsync("/tasks?light=red", user);
        await page.GetByRole(AriaRole.Link, new() { Name = "列设置" }).ClickAsync();
        await page.GetByLabel("来源", new() { Exact = true }).UncheckAsync();
        await page.GetByLabel("进度差", new() { Exact = true }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "上移：状态" }).ClickAsync();
        await Expect(page.Locator("tbody tr td.main").Nth(4)).ToHaveTextAsync("状态");
        await AssertAccessibleAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync();
        await page.WaitForURLAsync("**/tasks?light=red");
        string[] chosen = ["任务", "牵头", "责任/配合", "时限", "进展", "状态", "灯", "进度差"];
        await Expect(page.Locator(".ledger thead th:not(.select-column)")).ToHaveTextAsync(chosen);

        var grip = page.GetByRole(AriaRole.Separator, new() { Name = "调整“灯”列的宽度" });
        await grip.FocusAsync();
        var kept = page.WaitForResponseAsync("**/tasks/columns/width");
        await page.Keyboard.PressAsync("ArrowRight");
        await page.Keyboard.PressAsync("ArrowRight");
        Assert.Equal(204, (await kept).Status);
        await page.ReloadAsync();
        await Expect(grip).ToHaveAttributeAsync("aria-valuenow", "156");

        var edge = (await grip.BoundingBoxAsync())!;
        kept = page.WaitForResponseAsync("**/tasks/columns/width");
        await page.Mouse.MoveAsync(edge.X + 4, edge.Y + 10);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(edge.X + 204, edge.Y + 10, new() { Steps = 4 });
        await page.Mouse.UpAsync();
        Assert.Equal(204, (await kept).Status);
        await page.ReloadAsync();
        await Expect(grip).ToHaveAttributeAsync("aria-valuenow", "356");
        await Expect(page.Locator(".ledger thead th:not(.select-column)")).ToHaveTextAsync(chosen);
    }

    [Fact]
    public async Task Head_stays_in_sight_in_a_table_that_scrolls_sideways()
    {
        var user = await Portal.MakeAccountAsync(AccountRole.Leader);
        await using (var db = Portal.Db())
        {
            var account = await db.Users.SingleAsync(found => found.UserName == user);
            db.AccountPreferences.Add(new AccountPreferences { AccountId = account.Id, Layout = new LedgerLayout([.. Enum.GetValues<TaskColumn>().Select(column => new ColumnChoice(column, 200))]) });
            await db.SaveChangesAsync();
        }

        // Among so many there are tasks with several supporting units, whose names are there for screen readers: they must not widen the page.
        var page = await OpenAsUserAsync("/tasks?page-size=200", user);
        await AssertFitsAsync(page);
        await AssertAccessibleAsync(page);
        var pane = page.Locator(".ledger-pane");
        await pane.EvaluateAsync("pane => { pane.scrollTop = 600; pane.scrollLeft = 500; }");
        var (head, place) = ((await page.Locator(".ledger thead th").Last.BoundingBoxAsync())!, (await pane.BoundingBoxAsync())!);
        Assert.InRange(head.Y, place.Y - 1, place.Y + 2);
    }

    [Theory]
    [InlineData(Screen.Office)]
    [InlineData(Screen.Phone)]
    public async Task Groups_have_subtotals_that_lead_to_their_tasks(Screen screen)
    {
        var page = await OpenAsync("/tasks?light=red", AccountRole.Supervisor, screen);
        foreach (var (word, name) in new[] { ("单位", "department"), ("文件", "document"), ("期限月份", "month") })
        {
            await page.GetByRole(AriaRole.Navigation, new() { Name = "分组" }).GetByRole(AriaRole.Link, new() { Name = word, Exact = true }).ClickAsync();
            await page.WaitForURLAsync($"**/tasks?light=red&group={name}");
            await Expect(page.Locator(".groups tbody tr").First).ToBeVisibleAsync();
            await AssertFitsAsync(page);
            await AssertAccessibleAsync(page);
        }

        var figure = page.Locator("td[data-label=未办结] a").First;
        var count = await figure.InnerTextAsync();
        await figure.ClickAsync();
        await Expect(page.Locator(".page-head .as-of")).ToContainTextAsync($"共{count}项");
        await Expect(page.Locator("[data-row]").First).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(Screen.Office)]
    [InlineData(Screen.Phone)]
    public async Task View_is_saved_opened_by_its_link_made_the_default_renamed_and_deleted(Screen screen)
    {
        var user = await Portal.MakeAccountAsync(AccountRole.Leader);
        var page = await OpenAsUserAsync("/tasks?light=red&sort=due", user, screen);
        await page.Locator(".views-menu summary").ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "保存现在的台账" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "保存视图" }).ClickAsync();
        await Expect(page.Locator(".problem")).ToHaveTextAsync("请填写视图的名称。");
        await page.GetByLabel("名称").First.FillAsync("红灯");
        await page.GetByRole(AriaRole.Button, new() { Name = "保存视图" }).ClickAsync();
        await page.WaitForURLAsync("**/tasks?light=red&sort=due&from=*");
        await Expect(page.Locator(".views-menu summary")).ToHaveTextAsync("视图：红灯");
        await page.GetByRole(AriaRole.Link, new() { Name = "去掉条件：灯 逾期" }).ClickAsync();
        await Expect(page.Locator(".views-menu summary")).ToHaveTextAsync("视图：红灯（已改动）");

        await page.GotoAsync("/tasks/views");
        await AssertFitsAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "设为我的默认：红灯" }).ClickAsync();
        await Expect(page.Locator(".flash")).ToContainTextAsync("台账以后先打开“红灯”");
        await page.GotoAsync("/tasks");
        Assert.Contains("/tasks?light=red&sort=due&from=", page.Url, StringComparison.Ordinal);
        await page.Locator(".views-menu summary").ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "全部任务" }).ClickAsync();
        await page.WaitForURLAsync("**/tasks?view=none");
        await Expect(page.Locator(".chip")).ToHaveCountAsync(0);

        await page.GotoAsync("/tasks/views");
        await page.Locator("summary", new() { HasText = "改名" }).ClickAsync();
        await page.GetByLabel("名称").FillAsync("逾期的");
        await page.GetByRole(AriaRole.Button, new() { Name = "保存", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "逾期的" })).ToBeVisibleAsync();
        await page.Locator("summary", new() { HasText = "删除" }).ClickAsync();
        await AssertAccessibleAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "确定删除" }).ClickAsync();
        await Expect(page.Locator(".empty")).ToContainTextAsync("还没有视图");
    }

    [Fact]
    public async Task View_of_somebody_else_that_is_not_shared_is_not_there()
    {
        var (owner, other) = (await Portal.MakeAccountAsync(AccountRole.Leader), await Portal.MakeAccountAsync(AccountRole.Leader));
        int view;
        await using (var db = Portal.Db())
        {
            var actor = (await Actor.LoadAsync(db, (await db.Users.SingleAsync(found => found.UserName == owner)).Id))!;
            await using var scope = Portal.Scope();
            view = await ((SavedViewActions)scope.ServiceProvider.GetService(typeof(SavedViewActions))!)
                .SaveAsync(actor, new SavedViewForm("私有", false), new ViewContent(new TaskFilter { Light = TimeLight.Red }, null, LedgerLayout.Usual));
        }

        ForgiveConsoleErrors("404");
        var page = await OpenAsUserAsync("/tasks", other);
        var answer = await page.GotoAsync($"/tasks?view={view}");
        Assert.Equal(404, answer!.Status);
        await Expect(page.Locator(".empty")).ToContainTextAsync("没有找到这个视图");
        ForgiveConsoleErrors("404");
    }

    [Fact]
    public async Task Empty_list_says_which_condition_to_loosen()
    {
        var page = await OpenAsync("/tasks?light=red&q=%E6%B2%A1%E6%9C%89%E8%BF%99%E6%A0%B7%E7%9A%84%E8%AF%8D", AccountRole.Supervisor);
        await page.GetByRole(AriaRole.Link, new() { Name = "去掉“文字 没有这样的词”" }).ClickAsync();
        await page.WaitForURLAsync("**/tasks?light=red");
        await Expect(page.Locator("[data-row]").First).ToBeVisibleAsync();
    }

    private static async Task<string> TickAsync(IPage page, int row)
    {
        var box = page.Locator("[data-row] input[name=ids]").Nth(row);
        await box.CheckAsync();
        return (await box.GetAttributeAsync("value"))!;
    }
}
