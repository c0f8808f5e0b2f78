using Microsoft.Playwright;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Tests.Web;
using static Microsoft.Playwright.Assertions;

namespace PolicyTracker.Tests.Browser;

/// <summary>督查通报 from the draft to the reader, by a supervisor and a leader, on both screens.</summary>
public sealed class BulletinTests(PortalFixture portal) : BrowserTest(portal)
{
    [Theory]
    [InlineData(Screen.Office)]
    [InlineData(Screen.Phone)]
    public async Task Bulletin_is_drafted_returned_corrected_approved_and_issued(Screen screen)
    {
        var (writer, leader) = (await Portal.MakeAccountAsync(AccountRole.Supervisor), await Portal.MakeAccountAsync(AccountRole.Leader));
        var page = await OpenAsUserAsync("/bulletins/new", writer, screen);
        await LookAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "起草", Exact = true }).ClickAsync();
        await page.WaitForURLAsync("**/edit");
        await LookAsync(page);
        await Expect(page.GetByLabel("总体情况")).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("纳入督查的任务共[0-9]+项"));

        await page.GetByLabel("落款单位").FillAsync("");
        await page.GetByLabel("存在问题").FillAsync("自己写的问题");
        await page.GetByRole(AriaRole.Button, new() { Name = "保存", Exact = true }).ClickAsync();
        await Expect(page.GetByText("请写明落款单位。")).ToBeVisibleAsync();
        await Expect(page.GetByLabel("存在问题")).ToHaveValueAsync("自己写的问题");
        var title = $"通报{Guid.NewGuid():N}";
        await page.GetByLabel("落款单位").FillAsync("督查室");
        await page.GetByLabel("标题").FillAsync(title);
        await page.GetByRole(AriaRole.Button, new() { Name = "保存并重新统计" }).ClickAsync();
        await page.WaitForURLAsync("**/recount");
        await LookAsync(page);
        await Expect(page.GetByText("这一部分您修改过")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "换成新的统计" }).ClickAsync();
        await page.WaitForURLAsync("**/edit");
        await Expect(page.GetByLabel("存在问题")).ToHaveValueAsync("自己写的问题");
        await SubmitAsync(page);
        var address = new Uri(page.Url).AbsolutePath;

        var reader = await OpenAsUserAsync("/inbox", leader, screen);
        await reader.GetByRole(AriaRole.Link, new() { Name = title }).ClickAsync();
        await reader.WaitForURLAsync($"**{address}");
        await LookAsync(reader);
        await ActAsync(reader, "退回", "退回的理由", "请写明单位");
        await page.GotoAsync($"{address}/edit");
        await Expect(page.GetByText("请写明单位")).ToBeVisibleAsync();
        await SubmitAsync(page);
        await reader.GotoAsync("/");
        await Expect(reader.GetByRole(AriaRole.Link, new() { NameRegex = new("[0-9]+期通报等待批准") })).ToBeVisibleAsync();
        await reader.GotoAsync(address);
        await reader.GetByRole(AriaRole.Button, new() { Name = "批准" }).ClickAsync();
        await Expect(reader.GetByText("已批准。")).ToBeVisibleAsync();

        var staff = await OpenAsync(address, AccountRole.Auditor, screen);
        await Expect(staff.GetByRole(AriaRole.Main)).ToContainTextAsync("没有找到这期通报");
        await page.GotoAsync(address);
        await page.GetByRole(AriaRole.Button, new() { Name = "印发" }).ClickAsync();
        await Expect(page.GetByText("已印发。")).ToBeVisibleAsync();
        await staff.GotoAsync("/bulletins");
        await LookAsync(staff);
        await staff.GetByRole(AriaRole.Link, new() { Name = title }).ClickAsync();
        await Expect(staff.GetByRole(AriaRole.Article)).ToContainTextAsync("自己写的问题");
        await Expect(staff.GetByRole(AriaRole.Button, new() { Name = "撤回" })).ToHaveCountAsync(0);
        await ActAsync(page, "撤回", "撤回的理由", "数据有误");
        await staff.ReloadAsync();
        await Expect(staff.GetByRole(AriaRole.Alert)).ToContainTextAsync("数据有误");
        ForgiveConsoleErrors("404");
    }

    [Fact]
    public async Task Second_of_two_supervisors_sees_what_the_first_saved_and_keeps_what_was_typed()
    {
        var (one, other) = (await OpenAsUserAsync("/bulletins/new", await Portal.MakeAccountAsync(AccountRole.Supervisor)), await OpenAsync("/", AccountRole.Supervisor));
        await one.GetByRole(AriaRole.Button, new() { Name = "起草", Exact = true }).ClickAsync();
        await one.WaitForURLAsync("**/edit");
        await other.GotoAsync(new Uri(one.Url).AbsolutePath);
        await one.GetByLabel("下步要求").FillAsync("先保存的要求");
        await one.GetByRole(AriaRole.Button, new() { Name = "保存", Exact = true }).ClickAsync();
        await Expect(one.GetByText("已保存。")).ToBeVisibleAsync();
        await other.GetByLabel("下步要求").FillAsync("后保存的要求");
        await other.GetByRole(AriaRole.Button, new() { Name = "保存", Exact = true }).ClickAsync();
        await Expect(other.GetByRole(AriaRole.Alert)).ToContainTextAsync("刚刚被别人更新过");
        await Expect(other.GetByText("先保存的要求")).ToBeVisibleAsync();
        await Expect(other.GetByLabel("下步要求")).ToHaveValueAsync("后保存的要求");
        await other.GetByRole(AriaRole.Button, new() { Name = "保存", Exact = true }).ClickAsync();
        await Expect(other.GetByText("已保存。")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Others_can_neither_draft_nor_see_drafts()
    {
        foreach (var role in new[] { AccountRole.Staff, AccountRole.Leader, AccountRole.Administrator, AccountRole.Auditor })
        {
            var page = await OpenAsync("/bulletins/new", role);
            await Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("只有督查人员可以起草通报");
        }

        ForgiveConsoleErrors("403");
    }

    [Fact]
    public async Task Second_click_while_the_first_is_on_its_way_makes_no_second_draft()
    {
        var page = await OpenAsUserAsync("/bulletins/new", await Portal.MakeAccountAsync(AccountRole.Supervisor));
        var (sent, clickedAgain) = (0, new TaskCompletionSource());
        await page.RouteAsync("**/bulletins/new", async route =>
        {
            if (route.Request.Method == "POST")
            {
                sent++;
                await clickedAgain.Task;
            }

            await route.ContinueAsync();
        });
        var draft = page.GetByRole(AriaRole.Button, new() { Name = "起草", Exact = true });
        await draft.EvaluateAsync("button => { button.click(); setTimeout(() => button.click()); }");
        await draft.EvaluateAsync("() => new Promise(resolve => setTimeout(resolve))");
        clickedAgain.SetResult();
        await page.WaitForURLAsync("**/edit");
        Assert.Equal(1, sent);
    }

    private static async Task SubmitAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "保存并送审" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "送审", Exact = true }).ClickAsync();
        await Expect(page.GetByText("已送审。")).ToBeVisibleAsync();
    }

    private static async Task ActAsync(IPage page, string act, string field, string words)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = act, Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = act, Exact = true }).ClickAsync();
        await Expect(page.GetByText($"请写明{field}。")).ToBeVisibleAsync();
        await page.GetByLabel(field).FillAsync(words);
        await page.GetByRole(AriaRole.Button, new() { Name = act, Exact = true }).ClickAsync();
        await Expect(page.GetByText($"已{act}。")).ToBeVisibleAsync();
    }

    private static async Task LookAsync(IPage page)
    {
        await AssertFitsAsync(page);
        await AssertAccessibleAsync(page);
    }
}
