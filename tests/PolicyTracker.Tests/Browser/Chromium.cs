using Microsoft.Playwright;

namespace PolicyTracker.Tests.Browser;

/// <summary>One headless browser for the whole run, the one that the system has: nothing is ever downloaded.</summary>
internal static class Chromium
{
    // The shell has no window of its own around a page, which costs as much work again as most of our pages.
    private static readonly string Program = new[] { "/usr/bin/chromium-headless-shell", "/usr/bin/chromium" }.First(File.Exists);

    private static readonly Lazy<Task<IBrowser>> Started = new(StartAsync);

    public static Task<IBrowser> StartedAsync() => Started.Value;

    // The driver ends with this process, and the browser with the driver.
    private static async Task<IBrowser> StartAsync()
    {
        // A machine on which everything runs at once is slow, not wrong.
        Assertions.SetDefaultExpectTimeout(15_000);
        var playwright = await Playwright.CreateAsync();
        return await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Program,
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                "--disable-background-networking", "--disable-component-update", "--disable-sync",
            ],
        });
    }
}

/// <summary>The sizes at which every page must work: the first two, and the last for what is too wide there.</summary>
public enum Screen
{
    /// <summary>1366×768, an office's screen.</summary>
    Office,

    /// <summary>390×844, a phone in a meeting.</summary>
    Phone,

    /// <summary>2560×1440, a screen on a wall.</summary>
    Wall,
}
