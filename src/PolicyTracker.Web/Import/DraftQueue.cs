using PolicyTracker.Core.Import.Desk;
using PolicyTracker.Web.Hosting;

namespace PolicyTracker.Web.Import;

/// <summary>
/// Reads what was brought in, whether or not the browser that brought it is still there. Woken by this instance's own pages; looks by
/// itself now and then for what another instance, or one that was killed, has left.
/// </summary>
public sealed class DraftQueue(DraftReader reader, Readiness readiness, ILogger<DraftQueue> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);
    private readonly SemaphoreSlim woken = new(0);

    public void Wake() => woken.Release();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await woken.WaitAsync(readiness.IsReady ? Pause : TimeSpan.FromMilliseconds(200), stoppingToken);
            if (readiness.IsReady)
            {
                await ReadAllAsync(stoppingToken);
            }
        }
    }

    private async Task ReadAllAsync(CancellationToken cancellation)
    {
        try
        {
            while (await reader.ReadNextAsync(cancellation))
            {
            }
        }
        catch (Exception failure) when (!cancellation.IsCancellationRequested)
        {
            log.LogError(failure, "Reading drafts failed and is tried again");
        }
    }
}
