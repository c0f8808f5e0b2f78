namespace PolicyTracker.Tests;

/// <summary>The programs as they were built beside these tests, in the same configuration: their assets lie in their own folders.</summary>
internal static class Built
{
    public static string Portal { get; } = Find("PolicyTracker.Web", "PolicyTracker.Web.dll");

    public static string CommandLine { get; } = Find("PolicyTracker.Cli", "pt.dll");

    /// <summary>The five notices, in the order of their names.</summary>
    public static IReadOnlyList<string> Notices { get; } =
        [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "notices")).Order(StringComparer.Ordinal)];

    public static string Repository => new DirectoryInfo(AppContext.BaseDirectory).Parent!.Parent!.Parent!.Parent!.Parent!.FullName;

    private static string Find(string project, string assembly)
    {
        var tests = new DirectoryInfo(AppContext.BaseDirectory);
        var (framework, configuration) = (tests.Name, tests.Parent!.Name);
        return Path.Combine(Repository, "src", project, "bin", configuration, framework, assembly);
    }
}
