using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Tests.Web;
using static Microsoft.Playwright.Assertions;

namespace PolicyTracker.Tests.Browser;

/// <summary>账号, and everybody's own.</summary>
[Collection(BusyPortalTests.Name)]
public sealed class AccountsTests(PortalFixture portal) : BrowserTest(portal)
{
    [Fact]
    public async Task Administrator_makes_an_account_and_its_person_signs_in_with_a_password_of_their_own()
    {
        var userName = $"made-{Guid.NewGuid():N}"[..16];
        var page = await OpenAsync("/accounts", AccountRole.Administrator);
        await page.GetByRole(AriaRole.Link, new() { Name = "新建账号" }).ClickAsync();
        // The list has fields of like names.
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("新建账号");
        await page.GetByLabel("用户名").FillAsync(userName);
        await page.GetByLabel("姓名").FillAsync("王新人");
        await page.GetByLabel("承办人员", new() { Exact = true }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "新建账号" }).ClickAsync();
        await Expect(page.GetByText("承办人员必须属于一个单位。")).ToBeVisibleAsync();
        await Expect(page.GetByLabel("姓名")).ToHaveValueAsync("王新人");
        await Expect(page.GetByLabel("承办人员", new() { Exact = true })).ToBeCheckedAsync();
        await page.GetByLabel("辖区").SelectOptionAsync($"{Portal.Department.JurisdictionId}");
        await page.GetByRole(AriaRole.Combobox, new() { Name = "单位" }).FillAsync("民政局");
        await page.GetByRole(AriaRole.Button, new() { Name = "新建账号" }).ClickAsync();
        await Expect(page.GetByText("所选辖区没有这个单位")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Combobox, new() { Name = "单位" }).FillAsync("市民政局");
        await page.GetByRole(AriaRole.Button, new() { Name = "新建账号" }).ClickAsync();
        var password = await page.Locator(".shown-once code").InnerTextAsync();

        var own = await OpenAsStrangerAsync("/sign-in");
        await SignInAsync(own, userName, password);
        await Expect(own.GetByRole(AriaRole.Heading, new() { Name = "更换密码" })).ToBeVisibleAsync();
        await AssertAccessibleAsync(own);
        await own.GetByLabel("现在的密码").FillAsync(password);
        await own.GetByLabel("新密码", new() { Exact = true }).FillAsync("My-own-words-7");
        await own.GetByLabel("再填一次新密码").FillAsync("My-own-words-8");
        await own.GetByRole(AriaRole.Button, new() { Name = "更换密码" }).ClickAsync();
        await Expect(own.GetByText("两次填写的新密码不一致。")).ToBeVisibleAsync();
        await own.GetByLabel("现在的密码").FillAsync(password);
        await own.GetByLabel("新密码", new() { Exact = true }).FillAsync("My-own-words-7");
        await own.GetByLabel("再填一次新密码").FillAsync("My-own-words-7");
        await own.GetByRole(AriaRole.Button, new() { Name = "更换密码" }).ClickAsync();
        await Expect(own.GetByRole(AriaRole.Status)).ToContainTextAsync("密码已更换");
        await Expect(own.Locator(".facts")).ToContainTextAsync("市民政局");
    }

    [Fact]
    public async Task Account_is_changed_locked_out_reset_and_disabled()
    {
        var id = await Portal.MakeAccountAsync(new NewAccount($"kept-{Guid.NewGuid():N}"[..16], "李在编", [AccountRole.Leader], 1, null, PortalFixture.Password));
        var page = await OpenAsync($"/accounts/{id}", AccountRole.Administrator);
        await page.GetByLabel("督查人员", new() { Exact = true }).CheckAsync();
        await page.GetByLabel("审计人员", new() { Exact = true }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync();
        await Expect(page.Locator("#roles-problem")).ToContainTextAsync("不能由同一账号兼任");
        await page.GetByLabel("审计人员", new() { Exact = true }).UncheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("已保存");
        await Expect(page.Locator(".signals")).ToContainTextAsync("领导、督查人员");
        await page.GetByRole(AriaRole.Button, new() { Name = "重置密码" }).ClickAsync();
        await Expect(page.Locator(".shown-once code")).ToHaveTextAsync(new System.Text.RegularExpressions.Regex(@"^\S{16}$"));
        await Expect(page.Locator(".signals .status")).ToHaveTextAsync("待换密码");
        await page.GetByRole(AriaRole.Button, new() { Name = "停用账号" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("已停用");
        await page.GetByRole(AriaRole.Button, new() { Name = "启用账号" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("已启用");
    }

    [Fact]
    public async Task Last_administrator_is_told_why_not()
    {
        await using var db = Portal.Db();
        var id = await db.Users.Where(a => a.UserName == AccountRole.Administrator).Select(a => a.Id).SingleAsync();
        // Other tests have made administrators of their own.
        await db.Users.Where(a => a.Id != id && db.UserRoles.Any(held => held.UserId == a.Id && db.Roles.Any(role => role.Id == held.RoleId && role.Name == AccountRole.Administrator)))
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.DisabledAt, DateTimeOffset.UtcNow));
        var page = await OpenAsync($"/accounts/{id}", AccountRole.Administrator);
        await page.GetByRole(AriaRole.Button, new() { Name = "停用账号" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("最后一个");
    }

    [Fact]
    public async Task Second_administrator_to_save_is_told_and_keeps_what_was_typed()
    {
        var id = await Portal.MakeAccountAsync(new NewAccount($"both-{Guid.NewGuid():N}"[..16], "赵两改", [AccountRole.Leader], 1, null, PortalFixture.Password));
        var first = await OpenAsync($"/accounts/{id}", AccountRole.Administrator);
        var second = await OpenAsync($"/accounts/{id}", AccountRole.Administrator);
        await first.GetByLabel("姓名").FillAsync("先到的名字");
        await first.GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync();
        await Expect(first.GetByRole(AriaRole.Status)).ToContainTextAsync("已保存");
        await second.GetByLabel("姓名").FillAsync("后到的名字");
        await second.GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync();
        await Expect(second.GetByRole(AriaRole.Alert)).ToContainTextAsync("刚刚被别人更新过");
        await Expect(second.GetByLabel("姓名")).ToHaveValueAsync("后到的名字");
        await Expect(second.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("先到的名字");
        await second.GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync();
        await Expect(second.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("后到的名字");
    }

    [Theory]
    [InlineData("q", "测试承办", 1)]
    [InlineData("account-role", "auditor", 1)]
    [InlineData("unit", "民政局", 1)]
    [InlineData("q", "没有这个人", 0)]
    public async Task List_is_filtered(string field, string value, int least)
    {
        var page = await OpenAsync($"/accounts?{field}={value}", AccountRole.Administrator);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("账号");
        var rows = await page.Locator("tbody tr").CountAsync();
        Assert.True(least == 0 ? rows == 0 : rows >= least, $"{rows} rows.");
        await Expect(page.Locator("tbody tr").Filter(new() { HasText = "测试管理员" })).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Token_is_shown_once_and_revoked()
    {
        var userName = await Portal.MakeAccountAsync(AccountRole.Leader);
        var page = await OpenAsStrangerAsync("/sign-in?return=/account");
        await SignInAsync(page, userName, PortalFixture.Password);
        await page.GetByLabel("用途").FillAsync("日报程序");
        await page.GetByLabel("有效天数").FillAsync("许久");
        await page.GetByRole(AriaRole.Button, new() { Name = "新建令牌" }).ClickAsync();
        await Expect(page.GetByText("有效天数应在1到3650之间。")).ToBeVisibleAsync();
        await page.GetByLabel("有效天数").FillAsync("30");
        await page.GetByRole(AriaRole.Button, new() { Name = "新建令牌" }).ClickAsync();
        var token = await page.Locator(".shown-once code").InnerTextAsync();
        using var client = Portal.Client();
        client.DefaultRequestHeaders.Authorization = new("Bearer", token);
        Assert.True((await client.GetAsync("/api/v1/tasks")).IsSuccessStatusCode);
        await page.GetByRole(AriaRole.Button, new() { Name = "吊销 日报程序" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("已吊销令牌");
        await Expect(page.Locator(".shown-once")).ToHaveCountAsync(0);
        Assert.False((await client.GetAsync("/api/v1/tasks")).IsSuccessStatusCode);
    }

    [Theory]
    [InlineData(Screen.Office)]
    [InlineData(Screen.Phone)]
    public async Task Pages_fit_and_are_accessible(Screen screen)
    {
        await using var db = Portal.Db();
        var id = await db.Users.Where(a => a.UserName == AccountRole.Staff).Select(a => a.Id).SingleAsync();
        var page = await OpenAsync("/accounts", AccountRole.Administrator, screen);
        foreach (var address in new[] { "/accounts", "/accounts/new", $"/accounts/{id}", "/account", "/account/password" })
        {
            await page.GotoAsync(address);
            await AssertFitsAsync(page);
            await AssertAccessibleAsync(page);
        }
    }

    [Fact]
    public async Task Own_mail_address_is_kept_and_a_wrong_one_is_refused_beside_its_field()
    {
        var page = await OpenAsync("/account", AccountRole.Leader);
        await page.GetByLabel("邮箱").FillAsync("not an address");
        await page.GetByRole(AriaRole.Button, new() { Name = "保存邮箱" }).ClickAsync();
        await Expect(page.GetByText("邮箱地址应写成")).ToBeVisibleAsync();
        await page.GetByLabel("邮箱").FillAsync("leader@example.org");
        await page.GetByRole(AriaRole.Button, new() { Name = "保存邮箱" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("已保存邮箱");
        await Expect(page.GetByLabel("邮箱")).ToHaveValueAsync("leader@example.org");
    }
}
