namespace PolicyTracker.Web.Hosting;

/// <summary>How this portal was started: <c>--port 5080 --listen 127.0.0.1 --data DIR --no-seed --seed</c>.</summary>
/// <param name="ExternalDatabase"><c>ConnectionStrings__Tracker</c>; null: the private PostgreSQL in the data folder.</param>
/// <param name="ExternalOwner"><c>ConnectionStrings__TrackerOwner</c>: the role that migrates; null: the same as the application's.</param>
/// <param name="Seed">Whether to import the notices that come with the portal.</param>
/// <param name="DemoPassword"><c>PT_DEMO_PASSWORD</c>; null: generated.</param>
public sealed record PortalOptions(
    string Address, string DataFolder, string? ExternalDatabase, string? ExternalOwner, bool Seed, string NoticesFolder, string? DemoPassword)
{
    /// <summary>The flags have no value, so they are taken out before the configuration reads the rest.</summary>
    public static (PortalOptions Options, string[] Remaining) Read(string[] args)
    {
        string[] flags = ["--seed", "--no-seed"];
        var rest = args.Where(arg => !flags.Contains(arg)).ToArray();
        var settings = new ConfigurationBuilder()
            .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true)
            .AddEnvironmentVariables()
            .AddCommandLine(rest)
            .Build();
        var external = settings.GetConnectionString("Tracker") is { Length: > 0 } given ? given : null;
        var options = new PortalOptions(
            $"http://{settings["listen"] ?? "127.0.0.1"}:{settings["port"] ?? "5080"}",
            Path.GetFullPath(settings["data"] ?? ".data"),
            external,
            settings.GetConnectionString("TrackerOwner") is { Length: > 0 } owner ? owner : null,
            args.Contains("--seed") || (external is null && !args.Contains("--no-seed")),
            settings["notices"] ?? Path.Combine(AppContext.BaseDirectory, "notices"),
            settings["PT_DEMO_PASSWORD"] is { Length: > 0 } password ? password : null);
        return (options, rest);
    }
}
