using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Tests.Core;
using PolicyTracker.Tests.Web;
using static Microsoft.Playwright.Assertions;

namespace PolicyTracker.Tests.Browser;

/// <summary>核对台: a notice goes from a file to the ledger and back, with what a person puts right on the way.</summary>
[Collection(BusyPortalTests.Name)]
public sealed class DeskTests(PortalFixture portal) : BrowserTest(portal)
{
    [Fact]
    public async Task Draft_is_worked_to_zero_corrected_confirmed_found_in_the_ledger_and_taken_back()
    {
        var mark = $"{Guid.NewGuid():N}"[..8];
        var page = await DeskPages.BringInAsync(await OpenAsync("/import", AccountRole.Administrator), $"{mark}.txt", Encoding.UTF8.GetBytes(Plan(mark)));
        await DeskPages.WorkToZeroAsync(page);

        // A department and the bounds of a task.
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("^更正任务改造老旧管网") }).ClickAsync();
        var editor = page.GetByRole(AriaRole.Form, new() { Name = "更正任务" });
        await editor.GetByLabel("第2个单位的角色").SelectOptionAsync("Support");
        await editor.GetByLabel("结束行").FillAsync($"{await LineOfAsync(page, "加强水质监测")}");
        await editor.GetByRole(AriaRole.Button, new() { Name = "保存", Exact = true }).ClickAsync();
        var card = page.Locator(".desk-task").Filter(new() { HasText = "改造老旧管网" }).First;
        await Expect(card).ToContainTextAsync("配合 市财政局");

        var document = await DeskPages.ConfirmAsync(page, 3);
        await page.GotoAsync($"/tasks?document={document}");
        await Expect(page.Locator("tbody tr")).ToHaveCountAsync(3);
        await Expect(page.Locator("tbody")).ToContainTextAsync("改造老旧管网");
        await DeskPages.TakeBackAsync(page, document);
        await using var db = Portal.Db();
        Assert.False(await db.Tasks.AnyAsync(t => t.DocumentId == document));
    }

    [Fact]
    public async Task Keys_move_accept_undo_and_show_themselves()
    {
        var page = await OpenDraftAsync(Plan("键盘").Replace("市水务局、", "市水务居、", StringComparison.Ordinal));
        var count = await DeskPages.CountAsync(page);
        Assert.True(count > 0);
        await page.Keyboard.PressAsync("?");
        await Expect(page.Locator(".desk-keys")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".doubt-count")).ToHaveTextAsync($"{count - 1}");
        await page.Keyboard.PressAsync("u");
        await Expect(page.Locator(".doubt-count")).ToHaveTextAsync($"{count}");
        await page.Keyboard.PressAsync("r");
        await Expect(page.Locator(".doubt-count")).ToHaveTextAsync($"{count - 1}");
    }

    [Theory]
    [InlineData(Screen.Office)]
    [InlineData(Screen.Phone)]
    public async Task What_a_copy_has_lost_is_asked_for_in_words_of_its_own_with_its_line_marked(Screen screen)
    {
        var mark = $"{Guid.NewGuid():N}";
        var page = await OpenDraftAsync($"大理市人民政府办公室关于做好修桥工作的通知\n各乡、镇人民政府:\n请抓好落实。\n一、主要任务\n(一)修桥。修好大桥{mark}。(责任单位:市水务局)", screen);
        await AskedAsync("文末没有署名，发文机关“大理市人民政府办公室”取自标题。", "就是它发文");
        await AskedAsync("没有读到成文日期。", "原文没有印出");
        page = await OpenDraftAsync($"一、主要任务\n(一)修桥。修好大桥{mark}。(责任单位:市水务局)", screen);
        await AskedAsync("没有读到标题，暂以首行代替。", "就用首行");
        await AskedAsync("没有读到发文机关。", "原文没有印出");
        await page.GetByRole(AriaRole.Button, new() { Name = "更正文件信息" }).ClickAsync();
        await Expect(page.GetByLabel("标题")).ToHaveValueAsync("一、主要任务");
        await page.GetByLabel("标题").FillAsync("修桥工作方案");
        await page.GetByRole(AriaRole.Button, new() { Name = "保存", Exact = true }).ClickAsync();
        await Expect(page.Locator(".desk-document h2")).ToHaveTextAsync("修桥工作方案");
        await Expect(page.Locator(".doubt-list")).Not.ToContainTextAsync("没有读到标题");

        async Task AskedAsync(string question, string answer)
        {
            if (await page.Locator(".doubt-list[open]").CountAsync() == 0)
            {
                await page.Locator(".doubt-list summary").ClickAsync();
            }

            await page.Locator(".doubt-list button", new() { HasText = question }).ClickAsync();
            await Expect(page.Locator(".doubt-at-hand")).ToContainTextAsync(question);
            await Expect(page.Locator("[data-key=Enter]")).ToContainTextAsync(answer);
            await Expect(page.Locator(".desk-printed .at-hand")).ToHaveAttributeAsync("data-line", "1");
            await AssertFitsAsync(page);
            await AssertAccessibleAsync(page);
        }
    }

    [Fact]
    public async Task Hovering_a_task_lights_its_words_and_the_words_their_task()
    {
        var page = await OpenDraftAsync(Plan("点亮"));
        var task = page.Locator(".desk-task").First;
        await task.HoverAsync();
        var lit = page.Locator(".desk-printed .lit");
        await Expect(lit.First).ToHaveAttributeAsync("data-line", (await task.GetAttributeAsync("data-first"))!);
        var second = page.Locator(".desk-task").Nth(1);
        await page.Locator($".desk-printed [data-line='{await second.GetAttributeAsync("data-first")}']").HoverAsync();
        await Expect(second).ToHaveClassAsync(new Regex("lit"));
    }

    [Fact]
    public async Task Task_is_cut_at_the_caret_and_a_passage_becomes_one()
    {
        var page = await OpenDraftAsync(Plan("光标"));
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("^更正任务改造老旧管网") }).ClickAsync();
        await page.Locator("#task-text").EvaluateAsync("box => { const at = box.value.indexOf('消除'); box.focus(); box.setSelectionRange(at, at); }");
        await page.GetByRole(AriaRole.Button, new() { Name = "从光标处拆分" }).ClickAsync();
        await Expect(page.Locator(".desk-task")).ToHaveCountAsync(4);
        await page.Keyboard.PressAsync("m");
        await page.GetByLabel("这段文字的起始行").FillAsync("4");
        await page.GetByLabel("这段文字的结束行").FillAsync("4");
        await page.GetByRole(AriaRole.Button, new() { Name = "作为一项任务" }).ClickAsync();
        await Expect(page.Locator(".desk-task")).ToHaveCountAsync(5);
    }

    [Fact]
    public async Task Second_administrator_is_told_and_what_was_typed_can_be_saved_again()
    {
        var first = await OpenDraftAsync(Plan("两位"));
        var other = await Portal.MakeAccountAsync(AccountRole.Administrator);
        var address = new Uri(first.Url).AbsolutePath;
        var second = await OpenAsUserAsync(address, other);
        await Expect(second.Locator("[data-interactive='true']")).ToBeVisibleAsync();
        await Expect(second.GetByRole(AriaRole.Alert)).ToContainTextAsync("正在核对这份草稿");
        await second.GetByRole(AriaRole.Button, new() { Name = "更正文件信息" }).ClickAsync();
        await second.GetByLabel("标题").FillAsync("第二位改的标题");

        await first.GetByRole(AriaRole.Button, new() { NameRegex = new("^更正任务改造老旧管网") }).ClickAsync();
        await first.GetByLabel("责任领导").FillAsync("张三");
        await first.GetByRole(AriaRole.Button, new() { Name = "保存", Exact = true }).ClickAsync();
        await Expect(first.Locator(".desk-task").First).ToContainTextAsync("张三");

        await second.GetByRole(AriaRole.Button, new() { Name = "保存", Exact = true }).ClickAsync();
        await Expect(second.GetByText("刚刚改过这份草稿")).ToBeVisibleAsync();
        await Expect(second.GetByLabel("标题")).ToHaveValueAsync("第二位改的标题");
        await second.GetByRole(AriaRole.Button, new() { Name = "保存", Exact = true }).ClickAsync();
        await Expect(second.GetByRole(AriaRole.Heading, new() { Name = "第二位改的标题" })).ToBeVisibleAsync();
        await Expect(second.Locator(".desk-task").First).ToContainTextAsync("张三");
    }

    [Theory]
    [InlineData(Screen.Office)]
    [InlineData(Screen.Phone)]
    public async Task Each_hard_word_of_the_desk_is_explained_by_keyboard_without_settling_the_doubt(Screen screen)
    {
        await Portal.ImportAsync(Plan("说明用旧版"));
        var page = await OpenDraftAsync(Plan("说明用新版"), screen);
        var left = await DeskPages.CountAsync(page);
        var kind = page.Locator(".doubt-at-hand summary");
        var word = (await kind.GetAttributeAsync("aria-label"))!;
        Assert.DoesNotContain("待核对", word, StringComparison.Ordinal);
        await kind.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".doubt-at-hand .tip p")).ToBeVisibleAsync();
        Assert.Equal(left, await DeskPages.CountAsync(page));
        await AssertFitsAsync(page);
        await AssertAccessibleAsync(page);
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("^更正任务改造老旧管网") }).ClickAsync();
        await Expect(page.Locator("summary[aria-label='牵头、责任、配合是什么意思']")).ToBeVisibleAsync();
        await Expect(page.Locator("summary[aria-label='完成时限的类别是什么意思']")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Supervisor_is_offered_to_end_the_tasks_of_what_a_later_document_annuls()
    {
        var mark = $"被废止{Guid.NewGuid():N}";
        var (text, number) = (Notices.Plan(mark), Notices.NumberOf(mark));
        var old = await Portal.ImportAsync(text);
        var page = await OpenDraftAsync($"{Plan("废止")}\n本方案自印发之日起施行,《大理市冬季供水保障工作方案》({number})同时废止。");
        await Expect(page.Locator(".doubt-at-hand")).ToContainTextAsync("文中写明废止");
        await DeskPages.WorkToZeroAsync(page);
        var later = await DeskPages.ConfirmAsync(page, 3);

        var supervisor = await OpenAsync($"/documents/{old}", AccountRole.Supervisor);
        var ties = supervisor.GetByRole(AriaRole.Region, new() { Name = "与其他文件" });
        await Expect(ties).ToContainTextAsync("已被以下文件废止");
        await Expect(ties.Locator($"a[href='/documents/{later}']")).ToBeVisibleAsync();
        await AssertAccessibleAsync(supervisor);
        await ties.GetByRole(AriaRole.Link, new() { Name = "终止这些任务…" }).ClickAsync();
        await Expect(supervisor.GetByLabel("终止的理由")).ToHaveValueAsync(new Regex("废止"));
        await supervisor.GetByRole(AriaRole.Button, new() { Name = "对3项任务终止" }).ClickAsync();
        await Expect(supervisor.GetByText("终止：成功3项")).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(Screen.Office)]
    [InlineData(Screen.Phone)]
    public async Task Desk_fits_and_is_accessible(Screen screen)
    {
        var page = await OpenDraftAsync(Plan($"合适{screen}").Replace("市水务局、", "市水务居、", StringComparison.Ordinal), screen);
        await AssertFitsAsync(page);
        await AssertAccessibleAsync(page);
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("^更正任务改造老旧管网") }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Form, new() { Name = "更正任务" })).ToBeVisibleAsync();
        await AssertFitsAsync(page);
        await AssertAccessibleAsync(page);
        await DeskPages.WorkToZeroAsync(page);
        await page.Locator("[data-key=c]").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "确认以后" })).ToBeVisibleAsync();
        await AssertFitsAsync(page);
        await AssertAccessibleAsync(page);
    }

    private static string Plan(string mark) => Notices.Plan($"{mark}{Guid.NewGuid():N}");

    private async Task<IPage> OpenDraftAsync(string text, Screen screen = Screen.Office) =>
        await DeskPages.BringInAsync(await OpenAsync("/import", AccountRole.Administrator, screen), $"{Guid.NewGuid():N}.txt", Encoding.UTF8.GetBytes(text));

    private static async Task<string?> LineOfAsync(IPage page, string words) =>
        await page.Locator(".desk-printed p").Filter(new() { HasText = words }).First.GetAttributeAsync("data-line");
}
