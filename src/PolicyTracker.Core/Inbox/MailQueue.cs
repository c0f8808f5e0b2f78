using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Storage;

namespace PolicyTracker.Core.Inbox;

/// <summary>Sends the queued mails, each at least once; several instances share the queue.</summary>
public sealed class MailQueue(IDbContextFactory<TrackerDb> databases, TimeProvider time)
{
    private const int MostTries = 12;

    /// <summary>Sends what is due, one after the other, and returns how many the server took. A mail that it refuses is tried again later, ever more rarely, twelve times.</summary>
    public async Task<int> SendDueAsync(Func<OutgoingMail, CancellationToken, Task> send, CancellationToken cancellation = default)
    {
        var sent = 0;
        while (await SendNextAsync(send, cancellation) is { } taken)
        {
            sent += taken ? 1 : 0;
        }

        return sent;
    }

    // The row stays locked while its mail is under way: another instance takes the next, and the lock of a dead one falls away.
    private async Task<bool?> SendNextAsync(Func<OutgoingMail, CancellationToken, Task> send, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var now = time.GetUtcNow();
        var mail = await db.OutgoingMails
            .FromSql($"""
                SELECT * FROM outgoing_mails
                WHERE sent_at IS NULL AND tries < {MostTries} AND next_try_at <= {now}
                ORDER BY next_try_at, id LIMIT 1 FOR UPDATE SKIP LOCKED
                """)
            .AsTracking()
            .FirstOrDefaultAsync(cancellation);
        if (mail is null)
        {
            return null;
        }

        mail.Tries++;
        try
        {
            await send(mail, cancellation);
            (mail.SentAt, mail.LastError) = (time.GetUtcNow(), null);
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            mail.LastError = failure.Message;
            mail.NextTryAt = now + TimeSpan.FromMinutes(Math.Pow(2, Math.Min(mail.Tries, 9)));
        }

        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return mail.SentAt is not null;
    }
}
