using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using System.Threading.Channels;

namespace PolicyTracker.Bench;

/// <summary>The portal as a process of its own on its private PostgreSQL, with <see cref="StartupHook"/> in it.</summary>
internal sealed partial class MeasuredPortal : IAsyncDisposable
{
    private const string Password = "bench-only-2031";
    private readonly Process process;
    private readonly Channel<Held> answers = Channel.CreateUnbounded<Held>();

    private MeasuredPortal(Process process, Uri address)
    {
        this.process = process;
        Address = address;
        // All that it says is read, lest it wait for a full pipe.
        process.OutputDataReceived += (_, line) =>
        {
            if (Held.Read(line.Data ?? "") is { } held)
            {
                answers.Writer.TryWrite(held);
            }
        };
        process.BeginOutputReadLine();
    }

    public Uri Address { get; }

    public static async Task<MeasuredPortal> StartAsync(string folder)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}/");
        var start = new ProcessStartInfo("dotnet", [Path.GetFullPath("src/PolicyTracker.Web/bin/Release/net10.0/PolicyTracker.Web.dll"), "--port", $"{address.Port}", "--data", folder])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        start.Environment["PT_DEMO_PASSWORD"] = Password;
        start.Environment["DOTNET_STARTUP_HOOKS"] = typeof(Held).Assembly.Location;
        start.Environment.Remove("ConnectionStrings__Tracker");
        var portal = new MeasuredPortal(Process.Start(start)!, address);
        await portal.UntilReadyAsync();
        return portal;
    }

    /// <summary>Signs in on a connection of its own.</summary>
    /// <returns>The cookie that a browser is given then.</returns>
    public async Task<Cookie> SignInAsync(string userName)
    {
        var cookies = new CookieContainer();
        using var client = new HttpClient(new SocketsHttpHandler { CookieContainer = cookies, AllowAutoRedirect = false }) { BaseAddress = Address };
        var page = await client.GetStringAsync("sign-in");
        using var answer = await client.PostAsync("sign-in", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["_handler"] = "sign-in",
            ["__RequestVerificationToken"] = AntiforgeryToken().Match(page).Groups[1].Value,
            ["Form.UserName"] = userName,
            ["Form.Password"] = Password,
        }));
        return cookies.GetCookies(Address)["policytracker"] ?? throw new InvalidOperationException($"Not signed in: {answer.StatusCode}");
    }

    public async Task<Held> HeldAsync()
    {
        await process.StandardInput.WriteLineAsync();
        await process.StandardInput.FlushAsync();
        return await answers.Reader.ReadAsync();
    }

    // As a service manager does it, so that it stops its database too.
    public async ValueTask DisposeAsync()
    {
        using (var signal = Process.Start("kill", ["-TERM", $"{process.Id}"]))
        {
            await signal.WaitForExitAsync();
        }

        await process.WaitForExitAsync();
        process.Dispose();
    }

    private async Task UntilReadyAsync()
    {
        using var client = new HttpClient { BaseAddress = Address };
        while (!process.HasExited)
        {
            try
            {
                using var answer = await client.GetAsync("healthz");
                if (answer.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(200);
        }

        throw new InvalidOperationException($"The portal ended with {process.ExitCode}.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex AntiforgeryToken();
}
