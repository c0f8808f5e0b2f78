using System.ComponentModel;
using System.Diagnostics;

namespace PolicyTracker.LocalPostgres;

/// <summary>Runs one short command with a clean environment, so that a PGDATA or PGOPTIONS of the caller changes nothing.</summary>
internal static class ServerProcess
{
    public sealed record Result(int ExitCode, string Output);

    public static Result Run(IReadOnlyList<string> command) =>
        RunAsync(command, "/", null, CancellationToken.None).GetAwaiter().GetResult();

    /// <param name="input">Goes to standard input.</param>
    /// <returns>The exit code; both outputs together, trimmed.</returns>
    public static async Task<Result> RunAsync(
        IReadOnlyList<string> command, string folder, string? input, CancellationToken cancellation)
    {
        using var process = Start(command, folder);
        var output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        var errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        try
        {
            await process.StandardInput.WriteAsync(input).ConfigureAwait(false);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended without reading; its exit code tells.
        }
        try
        {
            await process.WaitForExitAsync(cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
        return new(process.ExitCode, $"{await output.ConfigureAwait(false)}{await errors.ConfigureAwait(false)}".Trim());
    }

    private static Process Start(IReadOnlyList<string> command, string folder)
    {
        var start = new ProcessStartInfo(command[0], command.Skip(1))
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var libraries = start.Environment.TryGetValue("LD_LIBRARY_PATH", out var path) ? path : null;
        start.Environment.Clear();
        start.Environment["PATH"] = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";
        start.Environment["LC_ALL"] = "C.UTF-8";
        if (libraries is not null)
            start.Environment["LD_LIBRARY_PATH"] = libraries;
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception e)
        {
            throw new LocalPostgresException($"无法在目录 {folder} 中运行 {command[0]}：{e.Message}", e);
        }
    }
}
