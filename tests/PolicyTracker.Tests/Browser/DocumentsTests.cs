using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Storage;
using PolicyTracker.Core.Tasks;
using PolicyTracker.Tests.Web;
using static Microsoft.Playwright.Assertions;

namespace PolicyTracker.Tests.Browser;

/// <summary>文件 and 阅览室.</summary>
public sealed class DocumentsTests(PortalFixture portal) : BrowserTest(portal)
{
    private const string Leshan = "乐山市人民政府办公室关于印发乐山市五大新兴先导型服务业发展工作推进方案的通知";

    [Theory]
    [InlineData(Screen.Office)]
    [InlineData(Screen.Phone)]
    public async Task From_the_list_through_the_printed_words_to_a_task_and_back_to_its_lines(Screen screen)
    {
        var page = await OpenAsync("/documents?q=" + Uri.EscapeDataString("五大新兴先导型"), AccountRole.Supervisor, screen);
        await page.GetByRole(AriaRole.Link, new() { Name = Leshan }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(Leshan);

        await using var db = Portal.Db();
        var task = await db.Tasks.OrderBy(t => t.Ordinal).FirstAsync(t => t.Document!.Title == Leshan && t.State == TaskState.Assigned);
        var passage = page.Locator(".strip.passage").Filter(new() { Has = page.Locator($"#L{task.FirstLine}") });
        await Expect(passage).ToContainTextAsync(task.Title);
        await passage.Locator($"a[href='/tasks/{task.Id}']").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync(task.Title);

        await page.GetByRole(AriaRole.Link, new() { Name = "在原文中查看" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex($"/documents/{task.DocumentId}#L{task.FirstLine}$"));
        var line = page.Locator($"#L{task.FirstLine}");
        await Expect(line).ToBeInViewportAsync();
        await Expect(line).ToHaveClassAsync(new Regex("named"));
    }

    [Theory]
    [InlineData(Screen.Office)]
    [InlineData(Screen.Phone)]
    public async Task Citation_of_a_line_is_copied_by_keyboard_and_that_of_selected_words_by_a_click(Screen screen)
    {
        await using var db = Portal.Db();
        var document = await db.Documents.SingleAsync(d => d.DocumentNumber == "保政办发〔2018〕66号");
        var page = await OpenAsync($"/documents/{document.Id}", AccountRole.Leader, screen);
        await page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        var button = page.Locator("button.cite");
        await Expect(button).ToHaveCountAsync(0);
        var entry = page.GetByRole(AriaRole.Navigation, new() { Name = "目录" }).GetByRole(AriaRole.Link, new() { NameRegex = new("^[（(]二[）)]") }).First;
        var heading = await entry.InnerTextAsync();
        await entry.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        var line = page.Locator(".sheet .named");
        await Expect(line).ToBeInViewportAsync();
        var number = int.Parse((await line.GetAttributeAsync("id"))![1..], CultureInfo.InvariantCulture);
        await Expect(button).ToHaveTextAsync($"复制引用（第{number}行）");
        await page.Keyboard.PressAsync("Tab");
        await Expect(button).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(button).ToHaveTextAsync("已复制引用");
        Assert.Matches($"^《{document.Title}》（{document.DocumentNumber}）[一二三四五六七八九十]+、[（(]二[）)]，第{number}行：“{Regex.Escape(heading[..4])}", await CopiedAsync(page));
        await AssertFitsAsync(page);
        await AssertAccessibleAsync(page);

        var (first, last) = await page.EvaluateAsync<int[]>("""
            () => {
                const [from, , to] = document.querySelectorAll('.sheet p.line');
                getSelection().setBaseAndExtent(from, 1, to, to.childNodes.length);
                return [from, to].map(line => Number(line.id.slice(1)));
            }
            """) is [var from, var to] ? (from, to) : default;
        await Expect(button).ToHaveTextAsync($"复制引用（第{first}—{last}行）");
        await button.ClickAsync();
        await Expect(button).ToHaveTextAsync("已复制引用");
        var copied = await CopiedAsync(page);
        Assert.Contains($"，第{first}—{last}行：“", copied, StringComparison.Ordinal);
        Assert.DoesNotContain("\n", copied, StringComparison.Ordinal);
    }

    private static Task<string> CopiedAsync(IPage page) => page.EvaluateAsync<string>("navigator.clipboard.readText()");

    [Fact]
    public async Task Notice_that_came_in_without_a_draft_is_taken_back_and_the_list_says_so()
    {
        var document = await Portal.ImportAsync($"""
            关于撤回以后还要说一声的通知
            大府办发〔2033〕{Guid.NewGuid().GetHashCode() & 0xffff}号
            一、重点任务
            (一)修缮村级道路。年内修缮十公里。(责任单位:市交通运输局;完成时限:2033年12月31日前)
            大理市人民政府办公室
            2033年2月18日
            """);
        var page = await OpenAsync($"/documents/{document}", AccountRole.Administrator);
        await page.GetByText("撤销导入…").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "确定撤销" }).ClickAsync();
        await page.WaitForURLAsync("**/documents");
        await Expect(page.Locator(".flash.done")).ToContainTextAsync("已撤销导入");
        await page.ReloadAsync();
        await Expect(page.Locator(".flash")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Table_without_tasks_stays_on_the_paper()
    {
        await using var db = Portal.Db();
        var document = await db.Documents.Where(d => d.Title.Contains("保山市大健康产业")).Select(d => d.Id).FirstAsync();
        var page = await OpenAsync($"/documents/{document}", AccountRole.Supervisor);
        var (table, words) = ((await page.Locator(".table-frame table").First.BoundingBoxAsync())!, (await page.Locator(".strip .words").First.BoundingBoxAsync())!);
        Assert.True(table.X + table.Width <= words.X + words.Width, $"The table ends at {table.X + table.Width}, the paper at {words.X + words.Width}.");
    }

    [Fact]
    public async Task Every_task_of_a_document_stands_beside_its_words_once()
    {
        await using var db = Portal.Db();
        var documents = await db.Documents.Select(d => new { d.Id, Tasks = d.Tasks.OrderBy(t => t.Ordinal).Select(t => t.Id).ToList() }).ToListAsync();
        var page = await OpenAsync("/documents", AccountRole.Leader);
        foreach (var document in documents)
        {
            await page.GotoAsync($"/documents/{document.Id}");
            var shown = await page.Locator(".margin-task").EvaluateAllAsync<string[]>("cards => cards.map(card => card.getAttribute('href'))");
            Assert.Equal(document.Tasks.Select(id => $"/tasks/{id}").Order(), shown.Order());
        }
    }

    [Theory]
    [InlineData(Screen.Office)]
    [InlineData(Screen.Phone)]
    public async Task One_departments_tasks_can_be_brought_out(Screen screen)
    {
        await using var db = Portal.Db();
        var (document, department, tasks) = await BusiestAsync(db);
        var page = await OpenAsync($"/documents/{document}", AccountRole.Supervisor, screen);
        await page.GetByLabel("突出单位").SelectOptionAsync($"{department}");
        await page.GetByRole(AriaRole.Button, new() { Name = "突出" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex($@"\?department={department}$"));
        await Expect(page.Locator(".margin-task:not(.dimmed)")).ToHaveCountAsync(tasks);
        await AssertAccessibleAsync(page);
    }

    [Fact]
    public async Task List_is_filtered_by_words_in_the_address()
    {
        var page = await OpenAsync("/documents", AccountRole.Supervisor);
        await page.GetByLabel("标题、文号或发文机关").FillAsync("保政办发〔2018〕66号");
        await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Button, new() { Name = "筛选" }).ClickAsync();
        await Expect(page.Locator("tbody tr")).ToHaveCountAsync(1);
        await Expect(page.Locator("tbody tr")).ToContainTextAsync("保山市大健康产业发展工作实施方案");
        Assert.Contains("q=", page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Document_out_of_reach_is_not_found()
    {
        await using var db = Portal.Db();
        var elsewhere = await db.Documents.Where(d => d.Title == Leshan).Select(d => d.Id).SingleAsync();
        var page = await OpenAsync($"/documents/{elsewhere}", AccountRole.Staff);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("没有找到这份文件");
        ForgiveConsoleErrors("404");
    }

    [Theory]
    [InlineData(Screen.Office)]
    [InlineData(Screen.Phone)]
    public async Task List_and_reading_room_fit_and_are_accessible(Screen screen)
    {
        var page = await OpenAsync("/documents", AccountRole.Administrator, screen);
        await AssertFitsAsync(page);
        await AssertAccessibleAsync(page);
        await using var db = Portal.Db();
        // The one with a table in it, and the one that is a part of a gazette.
        foreach (var title in new[] { Leshan, "四川省人民政府关于进一步加快旅游业改革发展的意见" })
        {
            await page.GotoAsync($"/documents/{await db.Documents.Where(d => d.Title == title).Select(d => d.Id).SingleAsync()}");
            // Of the desk's box for a passage.
            Assert.DoesNotContain("dashed", await page.Locator(".strip.passage").EvaluateAllAsync<string[]>("strips => strips.map(strip => getComputedStyle(strip).borderTopStyle)"));
            await AssertFitsAsync(page);
            await AssertAccessibleAsync(page);
        }
    }

    private static async Task<(int Document, int Department, int Tasks)> BusiestAsync(TrackerDb db)
    {
        var busiest = await db.Responsibilities.Where(r => r.Task!.Document!.Title == Leshan && r.DepartmentId != null)
            .GroupBy(r => new { r.Task!.DocumentId, DepartmentId = r.DepartmentId!.Value })
            .Select(group => new { group.Key, Tasks = group.Select(r => r.TaskId).Distinct().Count() })
            .OrderByDescending(group => group.Tasks).FirstAsync();
        return (busiest.Key.DocumentId!.Value, busiest.Key.DepartmentId, busiest.Tasks);
    }
}
