using System.Globalization;
using PolicyTracker.Bench;

// bench [notice]: how fast the reader and the import are, in milliseconds and in ratios to work that nobody can avoid.
// bench worst [SEED COUNT]: looks for texts that the reader is slow with, put together by chance.
// bench export [TASKS FOLDER]: 100,000 rows against 10,000, in time and in memory; or all tasks that bench scale has left in the folder.
// bench circuits [NAME]: what 200 readers of the ledger and of the import page, and 20 of a draft's desk, hold in the portal's memory.
// bench scale TASKS FOLDER [NAME]: ledger, search, cockpit and what else has a budget (or what has the name in its own) upon so many made-up
// tasks, which stay in the folder.
if (args is ["worst", .. var search])
{
    var (seed, count) = search is [var first, var many] ? (int.Parse(first, CultureInfo.InvariantCulture), int.Parse(many, CultureInfo.InvariantCulture)) : (1, 400);
    WorstTexts.Run(seed, count);
    return;
}

if (args is ["export"])
{
    await ExportBench.RunAsync();
    return;
}

if (args is ["export", var rows, var kept])
{
    await ExportBench.RunAsync(int.Parse(rows, CultureInfo.InvariantCulture), Path.GetFullPath(kept));
    return;
}

if (args is ["circuits", .. var pages])
{
    await CircuitBench.RunAsync(Gazette(), pages.FirstOrDefault() ?? "");
    return;
}

if (args is ["scale", var tasks, var folder, .. var names])
{
    await ScaleBench.RunAsync(int.Parse(tasks, CultureInfo.InvariantCulture), Path.GetFullPath(folder), names.FirstOrDefault() ?? "");
    return;
}

var gazette = args.FirstOrDefault() ?? Gazette();
ReaderBench.Run(gazette);
await ImportBench.RunAsync(gazette);

// The largest of the notices that come with the portal.
static string Gazette() => Directory.GetFiles("data/notices").OrderByDescending(path => new FileInfo(path).Length).First();
