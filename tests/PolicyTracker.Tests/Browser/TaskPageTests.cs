using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Tasks;
using PolicyTracker.Tests.Web;
using static Microsoft.Playwright.Assertions;

namespace PolicyTracker.Tests.Browser;

/// <summary>Upon the five real notices, as the reader reads them. Each test that writes has a task of its own.</summary>
public sealed class TaskPageTests(PortalFixture portal) : BrowserTest(portal)
{
    [Fact]
    public async Task One_click_from_the_ledger_shows_the_printed_lines()
    {
        var page = await OpenAsync($"/tasks?department={Portal.Department.Id}", AccountRole.Supervisor);
        var link = page.Locator("td.main a").First;
        var id = long.Parse((await link.GetAttributeAsync("href"))!.Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture);
        await link.ClickAsync();
        await page.WaitForURLAsync($"**/tasks/{id}");
        await using var db = Portal.Db();
        var task = await db.Tasks.Where(t => t.Id == id).Select(t => new { t.DocumentId, t.FirstLine, t.LastLine, t.Document!.SourceFile!.Lines }).SingleAsync();
        await Expect(page.Locator(".printed-lines")).ToHaveAttributeAsync("start", $"{task.FirstLine}");
        Assert.Equal(task.Lines[(task.FirstLine - 1)..task.LastLine], await page.Locator(".printed-lines .words").AllTextContentsAsync());
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "在原文中查看" })).ToHaveAttributeAsync("href", $"/documents/{task.DocumentId}#L{task.FirstLine}");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "市民政局" })).ToHaveAttributeAsync("href", $"/departments/{Portal.Department.Id}");
    }

    [Fact]
    public async Task Heading_of_the_history_stays_on_one_line_of_a_phone_beside_the_choice_of_a_day()
    {
        var page = await OpenAsync($"/tasks/{await AssignedAsync(0)}", AccountRole.Supervisor, Screen.Phone);
        Assert.Equal(1, await page.Locator("#history-head").EvaluateAsync<int>("head => { const words = document.createRange(); words.selectNodeContents(head); return words.getClientRects().length; }"));
    }

    [Theory]
    [InlineData(Screen.Office)]
    [InlineData(Screen.Phone)]
    public async Task Supervisor_takes_a_supervision_order_and_a_reminder_away_as_papers_and_nobody_else_is_offered_them(Screen screen)
    {
        var id = await AssignedAsync(0);
        var page = await OpenAsync($"/tasks/{id}", AccountRole.Supervisor, screen);
        var papers = page.GetByRole(AriaRole.Navigation, new() { Name = "制作公文" });
        foreach (var name in new[] { "督办单", "催办单" })
        {
            var download = await page.RunAndWaitForDownloadAsync(() => papers.GetByRole(AriaRole.Link, new() { Name = name }).ClickAsync());
            Assert.Matches($"^{name}-任务{id}-[0-9]{{8}}\\.docx$", download.SuggestedFilename);
        }

        var reader = await OpenAsync($"/tasks/{id}", AccountRole.Leader, screen);
        await Expect(reader.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
        await Expect(reader.GetByRole(AriaRole.Navigation, new() { Name = "制作公文" })).ToHaveCountAsync(0);
        Assert.Equal(403, (await reader.GotoAsync($"/tasks/{id}/papers/SupervisionOrder"))!.Status);
        // The browser reports the refusal, as it should.
        ForgiveConsoleErrors("403");
    }

    [Fact]
    public async Task Verified_progress_stands_in_the_history_with_name_and_words()
    {
        var page = await OpenAsync($"/tasks/{await AssignedAsync(0)}", AccountRole.Supervisor);
        await VerifyAsync(page, "40", "现场查看，已完成主体工程。");
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("已核实进度");
        var newest = page.Locator(".history li").First;
        await Expect(newest).ToContainTextAsync("核实进度");
        await Expect(newest).ToContainTextAsync("40%");
        await Expect(newest).ToContainTextAsync("测试督查人员");
        await Expect(newest).ToContainTextAsync("现场查看，已完成主体工程。");
        await Expect(page.GetByLabel("核实的情况")).ToHaveValueAsync("");
        await page.ReloadAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToHaveCountAsync(0);
        await Expect(page.Locator(".history li")).ToHaveCountAsync(2);
    }

    [Fact]
    public async Task What_is_wrong_is_said_beside_the_field_and_what_was_typed_stays()
    {
        var page = await OpenAsync($"/tasks/{await AssignedAsync(1)}", AccountRole.Supervisor);
        await VerifyAsync(page, "140", "");
        await Expect(page.GetByText("进度应在0到100之间。")).ToBeInViewportAsync();
        await Expect(page.GetByText("请写明核实的情况。")).ToBeInViewportAsync();
        await Expect(page.GetByLabel("核实的进度")).ToHaveValueAsync("140");
        await Expect(page.GetByLabel("核实的进度")).ToHaveAttributeAsync("aria-invalid", "true");
        await AssertAccessibleAsync(page);
        await VerifyAsync(page, "一半", "有进展");
        await Expect(page.GetByText("请填写进度（0到100的整数）。")).ToBeVisibleAsync();
        await Expect(page.GetByLabel("核实的进度")).ToHaveValueAsync("一半");
        await Expect(page.GetByLabel("核实的情况")).ToHaveValueAsync("有进展");
    }

    [Fact]
    public async Task Second_supervisor_to_save_is_told_and_keeps_what_was_typed()
    {
        var id = await AssignedAsync(2);
        var first = await OpenAsync($"/tasks/{id}", AccountRole.Supervisor);
        var second = await OpenAsync($"/tasks/{id}", AccountRole.Supervisor);
        await VerifyAsync(first, "30", "先到的情况");
        await Expect(first.Locator(".history li")).ToHaveCountAsync(2);
        await VerifyAsync(second, "60", "后到的情况");
        await Expect(second.GetByRole(AriaRole.Alert)).ToContainTextAsync("刚刚被别人更新过");
        await Expect(second.GetByLabel("核实的情况")).ToHaveValueAsync("后到的情况");
        await Expect(second.Locator(".history li").First).ToContainTextAsync("先到的情况");
        await second.GetByRole(AriaRole.Button, new() { Name = "核实进度" }).ClickAsync();
        await Expect(second.Locator(".history li").First).ToContainTextAsync("后到的情况");
    }

    [Theory]
    [InlineData(AccountRole.Staff)]
    [InlineData(AccountRole.Leader)]
    [InlineData(AccountRole.Administrator)]
    [InlineData(AccountRole.Auditor)]
    public async Task Others_see_the_history_and_no_form(string role)
    {
        var page = await OpenAsync($"/tasks/{await AssignedAsync(3)}", role);
        await Expect(page.Locator(".history li").First).ToContainTextAsync("导入");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "核实进度" })).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Draft_is_to_be_assigned_and_cannot_be_verified_yet()
    {
        await using var db = Portal.Db();
        var draft = await db.Tasks.Where(t => t.State == TaskState.Draft).OrderBy(t => t.Id).Select(t => t.Id).FirstAsync();
        var page = await OpenAsync($"/tasks/{draft}", AccountRole.Supervisor);
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "交办" })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "核实进度" })).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Next_task_of_the_document_is_one_click_away()
    {
        await using var db = Portal.Db();
        var ids = await db.Tasks.Where(t => t.DocumentId == db.Documents.Min(d => d.Id)).OrderBy(t => t.Ordinal).Select(t => t.Id).Take(2).ToListAsync();
        var page = await OpenAsync($"/tasks/{ids[0]}", AccountRole.Leader);
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "上一项" })).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Link, new() { Name = "下一项" }).ClickAsync();
        await page.WaitForURLAsync($"**/tasks/{ids[1]}");
    }

    [Fact]
    public async Task Task_that_is_not_there_is_a_404_in_words()
    {
        var page = await OpenAsync("/tasks/999999", AccountRole.Leader);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("没有找到这项任务");
        ForgiveConsoleErrors("404");
    }

    [Theory]
    [InlineData(Screen.Office)]
    [InlineData(Screen.Phone)]
    public async Task Task_fits_and_is_accessible(Screen screen)
    {
        var page = await OpenAsync($"/tasks/{await AssignedAsync(4)}", AccountRole.Supervisor, screen);
        await AssertFitsAsync(page);
        await AssertAccessibleAsync(page);
    }

    private static async Task VerifyAsync(IPage page, string percent, string words)
    {
        await page.GetByLabel("核实的进度").FillAsync(percent);
        await page.GetByLabel("核实的情况").FillAsync(words);
        await page.GetByRole(AriaRole.Button, new() { Name = "核实进度" }).ClickAsync();
    }

    /// <summary>The n-th assigned task that 市民政局 is on: staff may read it too.</summary>
    private async Task<long> AssignedAsync(int n)
    {
        await using var db = Portal.Db();
        return await db.Tasks
            .Where(t => t.State == TaskState.Assigned && t.Responsibilities.Any(r => r.DepartmentId == Portal.Department.Id))
            .OrderBy(t => t.Id).Skip(n).Select(t => t.Id).FirstAsync();
    }
}
