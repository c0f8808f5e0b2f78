using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace PolicyTracker.Parsing.Sources;

/// <summary>How a child process ended. <see cref="Output"/> is what it wrote; when a limit stopped it, not all.</summary>
internal sealed record ChildResult(int ExitCode, byte[] Output, string Errors, bool StoppedByLimit);

/// <summary>Starts a program without a shell between, with limits on time, memory and output; whatever it started ends with it.</summary>
internal static class ChildProcess
{
    /// <summary>Null when the program is not installed.</summary>
    /// <param name="memory">Address space in KiB; kept where there is a <c>/bin/sh</c>.</param>
    public static ChildResult? Run(string program, IReadOnlyList<string> arguments, byte[] input, TimeSpan time, int memory, IReadOnlyDictionary<string, string>? environment = null)
    {
        if (Find(program) is not { } path) return null;
        using var process = new Process { StartInfo = StartInfo(path, arguments, time, memory, environment) };
        try
        {
            process.Start();
        }
        catch (Win32Exception)
        {
            return null;
        }
        using var stop = new CancellationTokenSource(time);
        using var kill = stop.Token.Register(() => Kill(process));
        var errors = ReadAsync(process.StandardError.BaseStream, 64 * 1024, () => { });
        var output = ReadAsync(process.StandardOutput.BaseStream, SourceLimits.MostOutput, stop.Cancel);
        var writing = WriteAsync(process.StandardInput.BaseStream, input);
        Task.WhenAll(output, errors, writing).Wait(CancellationToken.None);
        process.WaitForExit();
        return new ChildResult(process.ExitCode, output.Result, System.Text.Encoding.UTF8.GetString(errors.Result), stop.IsCancellationRequested);
    }

    /// <summary>The program in the search path; null when it is nowhere.</summary>
    public static string? Find(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(folder => new[] { Path.Combine(folder, program), Path.Combine(folder, program + ".exe") }).FirstOrDefault(File.Exists);

    /// <summary>The shell only sets the limits and then becomes the program; words are passed on as they are.</summary>
    private static ProcessStartInfo StartInfo(string path, IReadOnlyList<string> arguments, TimeSpan time, int memory, IReadOnlyDictionary<string, string>? environment)
    {
        var seconds = (int)time.TotalSeconds + 1;
        var limits = string.Create(CultureInfo.InvariantCulture, $"ulimit -v {memory}; ulimit -t {seconds}; exec \"$0\" \"$@\"");
        var start = File.Exists("/bin/sh") ? new ProcessStartInfo("/bin/sh", ["-c", limits, path, .. arguments]) : new ProcessStartInfo(path, arguments);
        (start.RedirectStandardInput, start.RedirectStandardOutput, start.RedirectStandardError) = (true, true, true);
        (start.UseShellExecute, start.CreateNoWindow, start.WorkingDirectory) = (false, true, Path.GetTempPath());
        foreach (var (name, value) in environment ?? new Dictionary<string, string>()) start.Environment[name] = value;
        return start;
    }

    /// <summary>Reads to the end, since a full pipe would stop the child; what is beyond the limit is thrown away.</summary>
    private static async Task<byte[]> ReadAsync(Stream stream, int most, Action full)
    {
        using var taken = new MemoryStream();
        var buffer = new byte[64 * 1024];
        int count;
        while ((count = await stream.ReadAsync(buffer).ConfigureAwait(false)) > 0)
        {
            taken.Write(buffer, 0, (int)Math.Min(count, most - taken.Length));
            if (taken.Length >= most) full();
        }
        return taken.ToArray();
    }

    private static async Task WriteAsync(Stream stream, byte[] input)
    {
        try
        {
            await using (stream.ConfigureAwait(false)) await stream.WriteAsync(input).ConfigureAwait(false);
        }
        catch (IOException)
        {
            // It ended before it had read everything; its exit code says why.
        }
    }

    private static void Kill(Process process)
    {
        try
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception)
        {
            // It ended in the meantime.
        }
    }
}
