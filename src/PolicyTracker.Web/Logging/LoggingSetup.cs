using System.Globalization;
using Serilog;
using Serilog.Events;
using Serilog.Formatting.Json;

namespace PolicyTracker.Web.Logging;

public static class LoggingSetup
{
    private const string ConsoleLine = "{Timestamp:HH:mm:ss} {Level:u3} {Message:lj} {Reference}{NewLine}{Exception}";

    /// <summary>The law asks for six months of logs at least (网络安全法第二十三条), so a count of files would be the wrong limit.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(190);

    /// <summary>Readable lines on the console, JSON lines in <c>logs/portal-DATE.jsonl</c> under the data folder. Levels can be set under <c>Serilog:MinimumLevel</c>.</summary>
    public static WebApplicationBuilder AddPortalLogging(this WebApplicationBuilder builder, string dataFolder)
    {
        var logger = new LoggerConfiguration()
            .MinimumLevel.Information()
            .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
            .MinimumLevel.Override("Microsoft.Hosting.Lifetime", LogEventLevel.Information)
            .ReadFrom.Configuration(builder.Configuration)
            .Enrich.FromLogContext()
            .WriteTo.Console(outputTemplate: ConsoleLine, formatProvider: CultureInfo.InvariantCulture)
            .WriteTo.File(
                new JsonFormatter(renderMessage: true, formatProvider: CultureInfo.InvariantCulture),
                Path.Combine(dataFolder, "logs", "portal-.jsonl"),
                rollingInterval: RollingInterval.Day,
                fileSizeLimitBytes: 256 << 20,
                rollOnFileSizeLimit: true,
                retainedFileCountLimit: null,
                retainedFileTimeLimit: Kept)
            .CreateLogger();
        builder.Logging.ClearProviders().AddSerilog(logger, dispose: true);
        return builder;
    }
}
