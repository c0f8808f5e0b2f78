using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Import.Desk;
using PolicyTracker.Core.Storage;
using PolicyTracker.LocalPostgres;
using PolicyTracker.Web;

namespace PolicyTracker.Bench;

/// <summary>What readers cost who only look on: on the ledger, which holds no circuit, and on the pages that hold one.</summary>
internal static class CircuitBench
{
    private static readonly TimeSpan Calm = TimeSpan.FromSeconds(20);

    /// <param name="gazette">What waits on the draft's desk: the largest notice.</param>
    /// <param name="part">Of the names of the pages; "" for all.</param>
    public static async Task RunAsync(string gazette, string part)
    {
        var folder = Directory.CreateTempSubdirectory("policytracker-bench-").FullName;
        try
        {
            await using var portal = await MeasuredPortal.StartAsync(Path.Combine(folder, "data"));
            var draft = await BringInAsync(Path.Combine(folder, "data"), gazette);
            Console.WriteLine("| page, readers | circuits | circuits ever | heap MB | process MB | heap KB for each above the first |");
            Console.WriteLine("| --- | ---: | ---: | ---: | ---: | ---: |");
            // The desk of a whole gazette is the work of one or two; and a browser with 200 of it takes the machine to itself.
            (string Name, string Page, int Circuits, int[] Readers)[] pages =
            [
                ("ledger", "tasks", 0, [1, 50, 100, 200]),
                ("import", "import", 1, [1, 50, 100, 200]),
                ("desk of the gazette", $"import/{draft}", 1, [1, 5, 10, 20]),
            ];
            foreach (var (name, page, circuits, readers) in pages.Where(measured => measured.Name.Contains(part, StringComparison.Ordinal)))
            {
                await using var browser = await HeadlessBrowser.StartAsync(Path.Combine(folder, $"profile of {name}"));
                await MeasureAsync(name, portal, browser, page, circuits, readers);
            }
        }
        finally
        {
            Npgsql.NpgsqlConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <param name="circuits">That each reader holds.</param>
    private static async Task MeasureAsync(string name, MeasuredPortal portal, HeadlessBrowser browser, string page, int circuits, int[] readers)
    {
        var session = await portal.SignInAsync("admin");
        var before = await WithoutCircuitsAsync(portal);
        Held? first = null;
        var shown = 0;
        foreach (var count in readers)
        {
            for (; shown < count; shown++)
            {
                await browser.OpenAsync(new Uri(portal.Address, page), session);
            }

            await SettleAsync(browser, portal, shown, shown * circuits);
            var held = await portal.HeldAsync();
            first ??= held;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {name}, {shown} | {held.Circuits} | {held.EverCircuits - before.EverCircuits} | {held.Heap / 1e6:0.0} | {held.Process / 1e6:0} | {(shown == 1 ? "" : $"{(held.Heap - first.Heap) / 1e3 / (shown - 1):0}")} |"));
        }
    }

    // The portal keeps a circuit for minutes after its browser has gone.
    private static async Task<Held> WithoutCircuitsAsync(MeasuredPortal portal)
    {
        var held = await portal.HeldAsync();
        while (held.Circuits > 0)
        {
            await Task.Delay(5000);
            held = await portal.HeldAsync();
        }

        return held;
    }

    // Every page has arrived and the circuits that are to come have come; then nothing happens for a while.
    private static async Task SettleAsync(HeadlessBrowser browser, MeasuredPortal portal, int pages, long circuits)
    {
        while ((await browser.TitlesAsync()).Count(title => title.EndsWith(Product.Name, StringComparison.Ordinal)) < pages || (await portal.HeldAsync()).Circuits < circuits)
        {
            await Task.Delay(1000);
        }

        await Task.Delay(Calm);
    }

    private static async Task<int> BringInAsync(string data, string gazette)
    {
        await using var server = await LocalPostgresServer.ConnectOrStartAsync(new LocalPostgresOptions(data));
        await using var services = new ServiceCollection().AddLogging().AddTracker(server.ConnectionString("policytracker"), data).Services.BuildServiceProvider();
        // One blank line more: the portal holds the notice itself.
        byte[] another = [.. await File.ReadAllBytesAsync(gazette), (byte)'\n'];
        var result = await services.GetRequiredService<DraftActions>().BringInAsync(Actor.Portal, Path.GetFileName(gazette), another);
        var draft = result.DraftId ?? throw new InvalidOperationException(result.Message);
        await using var db = await services.GetRequiredService<IDbContextFactory<TrackerDb>>().CreateDbContextAsync();
        // Until it is read there is no desk.
        while (await db.ImportDrafts.Where(d => d.Id == draft).Select(d => d.State).SingleAsync() == DraftState.Reading)
        {
            await Task.Delay(500);
        }

        return draft;
    }
}
