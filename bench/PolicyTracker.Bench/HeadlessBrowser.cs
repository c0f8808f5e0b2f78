using System.Diagnostics;
using System.Net;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PolicyTracker.Bench;

/// <summary>
/// Chromium with many readers in it, driven by its DevTools protocol. Each reader has a profile of its own, so that the connections of
/// one do not wait for those of another.
/// </summary>
internal sealed class HeadlessBrowser : IAsyncDisposable
{
    private const string Listening = "DevTools listening on ";
    private readonly Process process;
    private readonly ClientWebSocket commands = new();
    private int sent;

    private HeadlessBrowser(Process process) => this.process = process;

    public static async Task<HeadlessBrowser> StartAsync(string profile)
    {
        var program = new[] { "/usr/bin/chromium-headless-shell", "/usr/bin/chromium" }.First(File.Exists);
        string[] arguments =
        [
            "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
            "--disable-component-update", "--disable-sync", "--blink-settings=imagesEnabled=false", "--remote-debugging-port=0", $"--user-data-dir={profile}",
        ];
        var browser = new HeadlessBrowser(Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!);
        while (await browser.process.StandardError.ReadLineAsync() is { } line)
        {
            if (line.StartsWith(Listening, StringComparison.Ordinal))
            {
                // What else it says is read and dropped, lest it wait for a full pipe.
                _ = browser.process.StandardError.BaseStream.CopyToAsync(Stream.Null);
                await browser.commands.ConnectAsync(new Uri(line[Listening.Length..]), CancellationToken.None);
                return browser;
            }
        }

        throw new InvalidOperationException("Chromium ended.");
    }

    /// <summary>Opens the address for another reader who is signed in, and leaves it open.</summary>
    public async Task OpenAsync(Uri address, Cookie session)
    {
        var reader = (string)(await SendAsync("Target.createBrowserContext", []))["browserContextId"]!;
        await SendAsync("Storage.setCookies", new()
        {
            ["browserContextId"] = reader,
            ["cookies"] = new JsonArray(new JsonObject { ["name"] = session.Name, ["value"] = session.Value, ["domain"] = address.Host, ["path"] = "/" }),
        });
        await SendAsync("Target.createTarget", new() { ["url"] = address.ToString(), ["browserContextId"] = reader });
    }

    /// <summary>The titles of all that is open.</summary>
    public async Task<IReadOnlyList<string>> TitlesAsync() =>
        [.. (await SendAsync("Target.getTargets", []))["targetInfos"]!.AsArray().Where(target => (string?)target!["type"] == "page").Select(target => (string)target!["title"]!)];

    public async ValueTask DisposeAsync()
    {
        commands.Dispose();
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private async Task<JsonNode> SendAsync(string method, JsonObject parameters)
    {
        var id = ++sent;
        var command = new JsonObject { ["id"] = id, ["method"] = method, ["params"] = parameters };
        await commands.SendAsync(JsonSerializer.SerializeToUtf8Bytes(command), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        while (true)
        {
            // What comes without this id is an event.
            var answer = await ReceiveAsync();
            if ((int?)answer["id"] == id)
            {
                return answer["result"] ?? throw new InvalidOperationException($"{method}: {answer["error"]}");
            }
        }
    }

    private async Task<JsonNode> ReceiveAsync()
    {
        using var message = new MemoryStream();
        var buffer = new byte[64 * 1024];
        WebSocketReceiveResult part;
        do
        {
            part = await commands.ReceiveAsync(buffer, CancellationToken.None);
            message.Write(buffer, 0, part.Count);
        }
        while (!part.EndOfMessage);
        return JsonNode.Parse(message.ToArray())!;
    }
}
