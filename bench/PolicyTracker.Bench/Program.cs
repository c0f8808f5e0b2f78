using PolicyTracker.Bench;

// bench [notice]: how fast the reader and the import are, in milliseconds and in ratios to work that nobody can avoid.
// bench many: search, cockpit and export upon 100,000 tasks; the export also against 10,000, in time and in memory.
if (args is ["many"])
{
    await ExportBench.RunAsync();
    return;
}

var gazette = args.FirstOrDefault() ?? Directory.GetFiles("data/notices").OrderByDescending(path => new FileInfo(path).Length).First();
ReaderBench.Run(gazette);
await ImportBench.RunAsync(gazette);
