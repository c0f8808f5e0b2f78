using System.Diagnostics;

namespace PolicyTracker.Bench;

/// <summary>The median and the least of several runs of one piece of work, and what one run allocates.</summary>
internal sealed record Measured(double MedianMs, double LeastMs, long AllocatedBytes)
{
    public static Measured Of(Action work, int runs, int warmSeconds = 3)
    {
        // Warm is what a server is that has read for a while: the compiler has seen the code run and made it fast.
        for (var warming = Stopwatch.StartNew(); warming.Elapsed < TimeSpan.FromSeconds(warmSeconds);)
        {
            work();
        }

        var times = new double[runs];
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < runs; i++)
        {
            var started = Stopwatch.GetTimestamp();
            work();
            times[i] = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        }

        var allocated = (GC.GetAllocatedBytesForCurrentThread() - before) / runs;
        Array.Sort(times);
        return new Measured(times[runs / 2], times[0], allocated);
    }
}
