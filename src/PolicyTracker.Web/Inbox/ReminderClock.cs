using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Departments;
using PolicyTracker.Core.Inbox;
using PolicyTracker.Core.Storage;
using PolicyTracker.Core.Supervision;
using PolicyTracker.Core.Tasks;
using PolicyTracker.Web.Hosting;

namespace PolicyTracker.Web.Inbox;

/// <summary>Looks again and again for reorganisations whose day has come, for deadlines to remind of, for mail to send and for counters to fold; of several instances the database lets one at a time.</summary>
public sealed class ReminderClock(
    IDbContextFactory<TrackerDb> databases, DeadlineReminders reminders, SuccessionActions successions, MailDigest digest, MailQueue queue, SmtpSender sender, MailSettings mail, PortalOptions portal,
    IConfiguration configuration, Readiness readiness, TimeProvider time, ILogger<ReminderClock> log) : BackgroundService
{
    private readonly TimeSpan every = TimeSpan.FromSeconds(configuration.GetValue("Reminders:EverySeconds", 600));

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(
        RepeatAsync(every, RemindAsync, stoppingToken),
        RepeatAsync(TimeSpan.FromMinutes(1), FoldAsync, stoppingToken),
        mail.IsConfigured ? RepeatAsync(TimeSpan.FromMinutes(mail.DigestMinutes), MailAsync, stoppingToken) : Task.CompletedTask);

    // A failure is logged and tried again the next time: the clock never stops.
    private async Task RepeatAsync(TimeSpan pause, Func<CancellationToken, Task> work, CancellationToken cancellation)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1), time);
        while (!readiness.IsReady && await timer.WaitForNextTickAsync(cancellation))
        {
        }

        timer.Period = pause;
        do
        {
            try
            {
                await work(cancellation);
            }
            catch (Exception failure) when (!cancellation.IsCancellationRequested)
            {
                log.LogError(failure, "The clock failed and goes on");
            }
        }
        while (await timer.WaitForNextTickAsync(cancellation));
    }

    private async Task RemindAsync(CancellationToken cancellation)
    {
        // Before it reminds: those who follow upon a department from today on are the ones to be told.
        if (await successions.ApplyDueAsync(cancellation) is > 0 and var applied)
        {
            log.LogInformation("{Count} reorganisations took effect", applied);
        }

        if (await reminders.RunAsync(cancellation) is > 0 and var count)
        {
            log.LogInformation("Reminded of the deadlines of {Count} tasks", count);
        }
    }

    private async Task FoldAsync(CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        await TaskCounts.FoldAsync(db, cancellation);
    }

    private async Task MailAsync(CancellationToken cancellation)
    {
        var queued = await digest.QueueAsync(mail.PortalAddress ?? new Uri(portal.Address), cancellation);
        var sent = await queue.SendDueAsync(sender.SendAsync, cancellation);
        if (queued + sent > 0)
        {
            log.LogInformation("Queued {Queued} mails, sent {Sent}", queued, sent);
        }
    }
}
