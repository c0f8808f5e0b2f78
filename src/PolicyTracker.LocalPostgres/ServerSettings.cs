using System.Globalization;

namespace PolicyTracker.LocalPostgres;

/// <summary>What stands in <c>policytracker.conf</c>: a server for one portal on the machine that the portal runs on.</summary>
internal static class ServerSettings
{
    private const long MiB = 1024 * 1024;

    public static string Text(bool durable)
    {
        var memory = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / MiB;
        // 24 GiB give 1 GiB; a small machine keeps room for the portal. Tests hold little.
        var buffers = durable ? Math.Clamp(memory / 24, 128, 1024) : 128;
        var cache = Math.Max(memory / 2, 512);
        return string.Create(CultureInfo.InvariantCulture, $"""
            # Written at every start. Put your own settings into local.conf beside this file.
            max_connections = 200
            shared_buffers = {buffers}MB
            effective_cache_size = {cache}MB
            work_mem = 16MB
            maintenance_work_mem = 256MB
            random_page_cost = 1.1
            jit = off
            max_wal_size = 2GB
            wal_compression = on
            timezone = 'Asia/Shanghai'
            log_timezone = 'Asia/Shanghai'
            log_min_duration_statement = 1s
            # Values typed by people do not belong in a log.
            log_parameter_max_length = 0
            {(durable ? "" : Volatile)}
            """) + "\n";
    }

    private const string Volatile = """
        fsync = off
        full_page_writes = off
        """;
}
