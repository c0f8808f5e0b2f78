using Microsoft.Playwright;

namespace PolicyTracker.Tests.Browser;

/// <summary>One headless browser for the whole run, the one that the system has: nothing is ever downloaded.</summary>
internal static class Chromium
{
    private static readonly Lazy<Task<IBrowser>> Started = new(StartAsync);

    public static Task<IBrowser> StartedAsync() => Started.Value;

    // The driver ends with this process, and the browser with the driver.
    private static async Task<IBrowser> StartAsync()
    {
        var playwright = await Playwright.CreateAsync();
        return await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = "/usr/bin/chromium",
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                "--disable-background-networking", "--disable-component-update", "--disable-sync",
            ],
        });
    }
}

/// <summary>The two sizes at which every page must work.</summary>
public enum Screen
{
    /// <summary>1366×768, an office's screen.</summary>
    Office,

    /// <summary>390×844, a phone in a meeting.</summary>
    Phone,
}
