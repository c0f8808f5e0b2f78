using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using PolicyTracker.Core.Storage;
using PolicyTracker.Web.Hosting;

namespace PolicyTracker.Web.Inbox;

/// <summary>
/// Hears from the database whose messages have changed, whichever instance changed them: a trigger on the table notifies the channel
/// "inbox" with the account's id, once for each transaction.
/// </summary>
public sealed class InboxListener(IDbContextFactory<TrackerDb> databases, InboxWatchers watchers, Readiness readiness, ILogger<InboxListener> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (readiness.IsReady)
                {
                    await ListenAsync(stoppingToken);
                }
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogWarning("The database could not be listened to and is asked again: {Why}", failure.Message);
            }

            await Task.Delay(Pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task ListenAsync(CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        await db.Database.OpenConnectionAsync(cancellation);
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        connection.Notification += (_, told) => watchers.Tell(int.Parse(told.Payload, CultureInfo.InvariantCulture));
        await db.Database.ExecuteSqlRawAsync("LISTEN inbox", cancellation);
        // What was said while nobody listened.
        watchers.TellAll();
        while (true)
        {
            await connection.WaitAsync(cancellation);
        }
    }
}
