using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace PolicyTracker.Tests.Browser;

/// <summary>The way of a file through the desk, as an administrator goes it.</summary>
internal static partial class DeskPages
{
    private static readonly LocatorAssertionsToBeVisibleOptions Patience = new() { Timeout = 30_000 };

    /// <summary>Brings a file in on the import page and opens its draft.</summary>
    public static async Task<IPage> BringInAsync(IPage page, string name, byte[] content)
    {
        await page.Locator("input[type=file]:enabled").SetInputFilesAsync(new FilePayload { Name = name, MimeType = "application/octet-stream", Buffer = content });
        var file = page.Locator(".import-file").Filter(new() { Has = page.GetByText(name, new() { Exact = true }) });
        await file.GetByRole(AriaRole.Link, new() { Name = "核对", Exact = true }).ClickAsync();
        // A gazette is matched with the whole register before it is shown.
        await Expect(page.Locator("[data-interactive='true']")).ToBeVisibleAsync(Patience);
        return page;
    }

    public static async Task<int> CountAsync(IPage page) => int.Parse(await page.Locator(".doubt-count").InnerTextAsync(), CultureInfo.InvariantCulture);

    /// <summary>Accepts doubt after doubt, those of one class together, until none is left; returns how many there were.</summary>
    public static async Task<int> WorkToZeroAsync(IPage page)
    {
        var all = await CountAsync(page);
        for (var left = all; left > 0;)
        {
            var together = page.Locator("[data-key=a]");
            await (await together.CountAsync() > 0 ? together : page.Locator("[data-key=Enter]")).ClickAsync();
            await Expect(page.Locator(".doubt-count")).Not.ToHaveTextAsync($"{left}", new() { Timeout = Patience.Timeout });
            left = await CountAsync(page);
        }

        await Expect(page.GetByText("全部核对完了，可以确认导入。").First).ToBeVisibleAsync();
        return all;
    }

    /// <summary>Confirms; returns the first document's id.</summary>
    public static async Task<int> ConfirmAsync(IPage page, int tasks)
    {
        await page.Locator("[data-key=c]").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = $"导入{tasks}项任务" }).ClickAsync();
        var link = page.GetByRole(AriaRole.Link, new() { NameRegex = new("^在台账中看") }).First;
        await Expect(link).ToBeVisibleAsync(Patience);
        return int.Parse(Number().Match((await link.GetAttributeAsync("href"))!).Value, CultureInfo.InvariantCulture);
    }

    /// <summary>撤销导入 from the document's page.</summary>
    public static async Task TakeBackAsync(IPage page, int document)
    {
        await page.GotoAsync($"/documents/{document}");
        await page.GetByText("撤销导入…").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "确定撤销" }).ClickAsync();
        await Expect(page.GetByText("已撤销导入")).ToBeVisibleAsync();
    }

    [GeneratedRegex(@"\d+")]
    private static partial Regex Number();
}
