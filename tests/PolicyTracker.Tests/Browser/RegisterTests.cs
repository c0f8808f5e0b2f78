using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Departments;
using PolicyTracker.Core.Tasks;
using PolicyTracker.Parsing;
using PolicyTracker.Tests.Core;
using PolicyTracker.Tests.Web;
using static Microsoft.Playwright.Assertions;

namespace PolicyTracker.Tests.Browser;

/// <summary>单位名录: what an administrator does to it on its pages.</summary>
[Collection(BusyPortalTests.Name)]
public sealed class RegisterTests(PortalFixture portal) : BrowserTest(portal)
{
    [Fact]
    public async Task Waiting_name_is_recognised_with_one_click_and_the_decision_taken_back()
    {
        var (place, tasks) = await ImportAsync("鹤壁市");
        var page = await OpenAsync("/departments", AccountRole.Administrator);
        await page.GetByRole(AriaRole.Link, new() { Name = "待认定名称" }).ClickAsync();
        var card = page.GetByRole(AriaRole.Article, new() { Name = "市城管局" }).Filter(new() { Has = page.Locator($"[value^='Use|{place}|']") });
        await Expect(card).ToContainTextAsync("简称：市城管局 = 市城市管理局");
        await Expect(card.GetByRole(AriaRole.Link).Filter(new() { HasText = "储备燃料" })).ToBeVisibleAsync();
        await card.GetByRole(AriaRole.Button, new() { Name = "就是它：市城市管理局" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("“市城管局”已认定为市城市管理局，对应了2项任务");
        Assert.Equal([TaskState.Assigned, TaskState.Assigned], await StatesAsync(tasks));
        await page.GetByRole(AriaRole.Button, new() { Name = "撤销认定 市城管局" }).First.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("已撤销，“市城管局”重新等待认定");
        Assert.Equal([TaskState.Draft, TaskState.Draft], await StatesAsync(tasks));
    }

    [Fact]
    public async Task Name_that_is_typed_wrong_is_told_and_the_list_stays()
    {
        var (place, _) = await ImportAsync("新乡市");
        var page = await OpenAsync("/departments/waiting", AccountRole.Administrator);
        var card = page.GetByRole(AriaRole.Article, new() { Name = "市城管局" }).Filter(new() { Has = page.Locator($"[value^='Use|{place}|']") });
        await card.GetByRole(AriaRole.Textbox).FillAsync("市从未有过局");
        await card.GetByRole(AriaRole.Button, new() { Name = "认作这个单位" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("名录中没有“市从未有过局”");
        await card.GetByRole(AriaRole.Button, new() { Name = "登记为新单位" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("对应了2项任务");
    }

    [Fact]
    public async Task Department_is_renamed_and_another_merged_into_it_after_a_look_at_what_moves()
    {
        var (keep, gone) = (await MakeAsync("演练水利局"), await MakeAsync("演练河道处"));
        var page = await OpenAsync($"/departments/{keep}", AccountRole.Administrator);
        await page.GetByRole(AriaRole.Link, new() { Name = "修改", Exact = true }).ClickAsync();
        await page.GetByLabel("全称").FillAsync("演练水务局");
        await page.GetByLabel("简称").FillAsync("市民政局");
        await page.GetByRole(AriaRole.Button, new() { Name = "保存", Exact = true }).ClickAsync();
        await Expect(page.Locator("#shorts-problem")).ToContainTextAsync("“市民政局”已经是市民政局的名称");
        await Expect(page.GetByLabel("全称")).ToHaveValueAsync("演练水务局");
        await AssertAccessibleAsync(page);
        await page.GetByLabel("简称").FillAsync("演水局");
        await page.GetByRole(AriaRole.Button, new() { Name = "保存", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("演练水务局");
        await Expect(page.Locator(".department-facts")).ToContainTextAsync("演练水利局");

        await page.GetByRole(AriaRole.Link, new() { Name = "修改", Exact = true }).ClickAsync();
        await page.GetByLabel("另一个单位").FillAsync("演练河道处");
        await page.GetByRole(AriaRole.Button, new() { Name = "查看合并" }).ClickAsync();
        await Expect(page.GetByText("这些名称以后都找到演练水务局：演练河道处")).ToBeVisibleAsync();
        await AssertAccessibleAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "确认合并" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("已合并");
        await page.GotoAsync($"/departments/{gone}");
        await Expect(page.GetByText("已并入")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Reorganisation_is_registered_and_both_departments_tell_it()
    {
        var before = await MakeAsync("演练工商局");
        var page = await OpenAsync($"/departments/{before}", AccountRole.Administrator);
        await page.GetByRole(AriaRole.Link, new() { Name = "机构改革" }).ClickAsync();
        await page.GetByLabel("承接的单位", new() { Exact = true }).FillAsync("演练市场监管局");
        await page.GetByLabel("生效日期").FillAsync("2020-01-01");
        await page.GetByLabel("依据").FillAsync("演练机构改革方案");
        await page.GetByRole(AriaRole.Button, new() { Name = "登记" }).ClickAsync();
        await Expect(page.Locator("#to-problem")).ToContainTextAsync("单位名录中没有演练市场监管局");
        await Expect(page.GetByLabel("依据")).ToHaveValueAsync("演练机构改革方案");
        await AssertAccessibleAsync(page);
        await page.GetByLabel("名录中没有的承接单位，登记为新单位").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "登记" }).ClickAsync();
        await Expect(page.Locator(".story")).ToContainTextAsync(new Regex(@"2020年1月1日\s*改组为\s*演练市场监管局"));
        await AssertAccessibleAsync(page);
        await page.Locator(".story").GetByRole(AriaRole.Link, new() { Name = "演练市场监管局" }).ClickAsync();
        await Expect(page.Locator(".story")).ToContainTextAsync(new Regex(@"由\s*演练工商局\s*改组而来"));
    }

    [Fact]
    public async Task Place_is_added_and_a_document_without_one_put_into_it()
    {
        var page = await OpenAsync("/jurisdictions", AccountRole.Administrator);
        await page.GetByLabel("名称", new() { Exact = true }).FillAsync("演练新区");
        await page.GetByRole(AriaRole.Button, new() { Name = "添加" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("已添加演练新区");
        await page.GetByLabel("名称", new() { Exact = true }).FillAsync("演练新区");
        await page.GetByRole(AriaRole.Button, new() { Name = "添加" }).ClickAsync();
        await Expect(page.Locator("#name-problem")).ToContainTextAsync("同一上级之下已经有演练新区");

        var imported = await Portal.ImportAsync("""
            演练新区消防整治方案
            为做好消防工作,制定本方案。
            一、重点任务
            (一)检查仓库。逐个检查仓库,消除隐患。(责任单位:区消防大队)
            """);
        await page.GotoAsync("/jurisdictions");
        await page.GetByLabel("文件", new() { Exact = true }).SelectOptionAsync($"{imported}");
        await using var db = Portal.Db();
        var place = await db.Jurisdictions.Where(j => j.Name == "演练新区").Select(j => j.Id).SingleAsync();
        await page.GetByLabel("归入", new() { Exact = true }).SelectOptionAsync($"{place}");
        await page.GetByRole(AriaRole.Button, new() { Name = "归入辖区" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("已归入，1项任务随文件过去");
        Assert.Equal(place, await db.Departments.Where(d => d.Name == "区消防大队").Select(d => d.JurisdictionId).SingleAsync());
    }

    [Theory]
    [InlineData("/departments/waiting")]
    [InlineData("/jurisdictions")]
    [InlineData("/departments/{0}/edit")]
    [InlineData("/departments/{0}/merge?with=市财政局")]
    [InlineData("/departments/{0}/reorganise")]
    public async Task Pages_are_the_administrators_fit_and_are_accessible(string template)
    {
        await ImportAsync("焦作市");
        var address = string.Format(null, template, Portal.Department.Id);
        foreach (var screen in new[] { Screen.Office, Screen.Phone })
        {
            var page = await OpenAsync(address, AccountRole.Administrator, screen);
            await AssertFitsAsync(page);
            await AssertAccessibleAsync(page);
            await ShotAsync(page, $"{template.Trim('/').Split('?')[0].Replace('/', '-').Replace("{0}", "x")}-{screen}");
        }

        foreach (var role in new[] { AccountRole.Supervisor, AccountRole.Staff, AccountRole.Leader, AccountRole.Auditor })
        {
            var refused = await OpenAsync(address, role);
            await Expect(refused.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("无权查看");
            ForgiveConsoleErrors("403");
        }
    }

    // Looked at by people: set PT_SCREENSHOTS to a folder.
    private static async Task ShotAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("PT_SCREENSHOTS") is { Length: > 0 } folder)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png"), FullPage = true });
        }
    }

    private async Task<List<TaskState>> StatesAsync(List<long> tasks)
    {
        await using var db = Portal.Db();
        return await db.Tasks.Where(t => tasks.Contains(t.Id)).Select(t => t.State).ToListAsync();
    }

    private async Task<int> MakeAsync(string name)
    {
        await using var db = Portal.Db();
        var department = Department.Named(name, DepartmentKind.Department, Portal.Department.JurisdictionId);
        db.Departments.Add(department);
        await db.SaveChangesAsync();
        return department.Id;
    }

    private async Task<(int Place, List<long> Tasks)> ImportAsync(string city)
    {
        var imported = await Portal.ImportAsync(Notices.TwoSpellings(city));
        await using var db = Portal.Db();
        var document = await db.Documents.SingleAsync(d => d.Id == imported);
        return (document.JurisdictionId, await db.Tasks.Where(t => t.DocumentId == document.Id && t.Ordinal > 1).OrderBy(t => t.Ordinal).Select(t => t.Id).ToListAsync());
    }
}
