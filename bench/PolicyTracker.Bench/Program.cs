using PolicyTracker.Bench;

// bench [notice]: how fast the reader and the import are, in milliseconds and in ratios to work that nobody can avoid.
// bench export: how long an export takes and what it holds in memory, 100,000 rows against 10,000.
if (args is ["export"])
{
    await ExportBench.RunAsync();
    return;
}

var gazette = args.FirstOrDefault() ?? Directory.GetFiles("data/notices").OrderByDescending(path => new FileInfo(path).Length).First();
ReaderBench.Run(gazette);
await ImportBench.RunAsync(gazette);
