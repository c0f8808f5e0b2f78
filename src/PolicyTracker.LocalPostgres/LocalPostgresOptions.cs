namespace PolicyTracker.LocalPostgres;

/// <summary>Which private server is meant and how it runs.</summary>
/// <param name="DataFolder">The folder given by <c>--data</c>. The cluster lives in its subfolder <c>postgres</c>.</param>
public sealed record LocalPostgresOptions(string DataFolder)
{
    /// <summary>The folder that holds initdb, pg_ctl and postgres; null looks for it (see <see cref="PostgresBinaries"/>).</summary>
    public string? BinFolder { get; init; }

    /// <summary>False gives up durability for speed. Only tests set it.</summary>
    public bool Durable { get; init; } = true;
}
