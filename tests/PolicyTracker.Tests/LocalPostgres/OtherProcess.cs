using System.Diagnostics;
using PolicyTracker.LocalPostgres;

/// <summary>
/// Runs before Main when DOTNET_STARTUP_HOOKS names this assembly: so the test assembly itself serves as the second
/// program that owns a data folder and is killed. (The runtime wants this name, without a namespace.)
/// </summary>
internal static class StartupHook
{
    public const string FolderVariable = "PT_TEST_OWNS";

    public static void Initialize()
    {
        if (Environment.GetEnvironmentVariable(FolderVariable) is { } folder)
            Own(folder).GetAwaiter().GetResult();
    }

    private static async Task Own(string folder)
    {
        await using var server = await LocalPostgresServer.StartAsync(new(folder));
        Console.WriteLine("ready");
        await Console.In.ReadLineAsync(); // a line, or the end of the parent
        await server.DisposeAsync();
        Environment.Exit(0);
    }
}

namespace PolicyTracker.Tests.LocalPostgres
{
    /// <summary>Another program that has started the server of a data folder and lives until told to end.</summary>
    internal sealed class OtherProcess : IDisposable
    {
        private readonly Process process;

        private OtherProcess(Process process) => this.process = process;

        public int Number => process.Id;

        public static async Task<OtherProcess> OwningAsync(string dataFolder)
        {
            var assembly = typeof(OtherProcess).Assembly.Location;
            // setsid: a process group of its own, as a shell gives to a program in the foreground. The default for SIGINT is set
            // because a test run in the background of a script is started with SIGINT ignored, and hands that on.
            var start = new ProcessStartInfo("setsid", ["env", "--default-signal=INT", "dotnet", assembly]) { RedirectStandardInput = true, RedirectStandardOutput = true };
            start.Environment["DOTNET_STARTUP_HOOKS"] = assembly;
            start.Environment[StartupHook.FolderVariable] = dataFolder;
            var other = new OtherProcess(Process.Start(start)!);
            Assert.Equal("ready", await other.process.StandardOutput.ReadLineAsync());
            return other;
        }

        public void KillHard()
        {
            process.Kill();
            process.WaitForExit();
        }

        /// <summary>What Ctrl-C in a terminal does.</summary>
        public void InterruptGroup()
        {
            Process.Start("kill", ["-INT", "--", $"-{process.Id}"]).WaitForExit();
            process.WaitForExit();
        }

        public async Task EndAsync()
        {
            await process.StandardInput.WriteLineAsync();
            await process.WaitForExitAsync();
        }

        public static void Kill(int number)
        {
            try
            {
                using var process = Process.GetProcessById(number);
                process.Kill();
            }
            catch (Exception e) when (e is ArgumentException or InvalidOperationException)
            {
                // It has ended.
            }
        }

        public void Dispose()
        {
            if (!process.HasExited)
                KillHard();
            process.Dispose();
        }
    }
}
