using PolicyTracker.Bench;

// bench [notice]: how fast the reader and the import are, in milliseconds and in ratios to work that nobody can avoid.
var gazette = args.FirstOrDefault() ?? Directory.GetFiles("data/notices").OrderByDescending(path => new FileInfo(path).Length).First();
ReaderBench.Run(gazette);
await ImportBench.RunAsync(gazette);
