using PolicyTracker.Core.Reports;
using PolicyTracker.Web.Hosting;

namespace PolicyTracker.Web.Reports;

/// <summary>Looks for queued exports: at once when this instance queues one, else every few seconds for those of the others.</summary>
public sealed class ExportClock(ExportWorker worker, Readiness readiness, ILogger<ExportClock> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);
    private readonly SemaphoreSlim queued = new(0);

    public void Wake() => queued.Release();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (readiness.IsReady && await worker.RunAsync(stoppingToken) is > 0 and var count)
                {
                    log.LogInformation("Wrote {Count} exports", count);
                }
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogError(failure, "The exports failed and go on");
            }

            await queued.WaitAsync(Pause, stoppingToken);
        }
    }

    public override void Dispose()
    {
        queued.Dispose();
        base.Dispose();
    }
}
