using System.Diagnostics;
using System.Text;
using PolicyTracker.Parsing.Sources;

namespace PolicyTracker.Parsing.Tests.Sources;

public sealed class ChildProcessTests
{
    [Fact]
    public void A_program_that_is_not_installed_is_told_from_one_that_fails()
    {
        Assert.Null(Run("pt-no-such-program"));
        Assert.Equal(3, Run("sh", "-c", "exit 3")!.ExitCode);
    }

    [Fact]
    public void Input_goes_in_and_output_comes_out() =>
        Assert.Equal("临江市", Encoding.UTF8.GetString(ChildProcess.Run("cat", [], Encoding.UTF8.GetBytes("临江市"), TimeSpan.FromSeconds(20), 1 << 20)!.Output));

    [Fact]
    public void A_program_that_does_not_end_is_stopped_with_its_children()
    {
        var watch = Stopwatch.StartNew();
        var result = ChildProcess.Run("sh", ["-c", "sleep 40 & sleep 40"], [], TimeSpan.FromSeconds(1), 1 << 20)!;
        Assert.True(result.StoppedByLimit);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"{watch.Elapsed}");
    }

    [Fact]
    public void A_program_that_writes_without_end_is_stopped()
    {
        var result = ChildProcess.Run("yes", [], [], TimeSpan.FromSeconds(60), 1 << 20)!;
        Assert.True(result.StoppedByLimit);
        Assert.Equal(SourceLimits.MostOutput, result.Output.Length);
    }

    private static ChildResult? Run(string program, params string[] arguments) =>
        ChildProcess.Run(program, arguments, [], TimeSpan.FromSeconds(20), 1 << 20);
}
