using System.Globalization;

namespace PolicyTracker.LocalPostgres;

/// <summary>
/// Finds the folder of the server's programs: the folder that the caller or <c>PT_POSTGRES_BIN</c> names, then the
/// search path, then the places of the distributions, newest version first. Only a folder that holds the whole set
/// counts: client packages and odd one-file copies bring some of it.
/// </summary>
public static class PostgresBinaries
{
    public const string FolderVariable = "PT_POSTGRES_BIN";
    private static readonly string[] Programs = ["initdb", "pg_ctl", "postgres"];

    /// <summary>The folder to use, or null where there is none.</summary>
    /// <param name="clusterVersion">The major version ("15") of a cluster that exists; only its own programs can run it.</param>
    public static string? Find(string? named = null, string? clusterVersion = null)
    {
        named ??= Environment.GetEnvironmentVariable(FolderVariable);
        var candidates = string.IsNullOrWhiteSpace(named) ? SearchPath().Concat(Distributions()) : [named];
        return candidates
            .Where(HoldsWholeSet)
            .Select(Path.GetFullPath)
            .FirstOrDefault(folder => clusterVersion is null || Version(folder) == clusterVersion);
    }

    private static bool HoldsWholeSet(string folder) =>
        Programs.All(program => File.Exists(Path.Combine(folder, program)));

    private static IEnumerable<string> SearchPath() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);

    private static IEnumerable<string> Distributions()
    {
        string[] roots = ["/usr/lib/postgresql", "/usr/local/lib/postgresql", "/opt/postgresql"];
        var versioned = roots
            .Where(Directory.Exists)
            .SelectMany(root => Directory.GetDirectories(root))
            .OrderByDescending(folder => int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var major) ? major : 0)
            .Select(folder => Path.Combine(folder, "bin"));
        var redHat = Directory.Exists("/usr")
            ? Directory.GetDirectories("/usr", "pgsql-*").OrderByDescending(folder => folder.Length).ThenByDescending(folder => folder, StringComparer.Ordinal).Select(folder => Path.Combine(folder, "bin"))
            : [];
        return [.. versioned, .. redHat, "/usr/local/pgsql/bin", "/usr/lib/postgresql/bin"];
    }

    /// <summary>The major version of the programs in a folder, asked of the server itself: "postgres (PostgreSQL) 15.18 …".</summary>
    private static string? Version(string folder)
    {
        var said = ServerProcess.Run([Path.Combine(folder, "postgres"), "--version"]);
        return said.Output.Split(' ', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .SkipWhile(word => word != "(PostgreSQL)").Skip(1).FirstOrDefault()?.Split('.')[0];
    }
}
