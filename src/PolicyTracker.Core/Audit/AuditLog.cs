using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Storage;

namespace PolicyTracker.Core.Audit;

/// <summary>Enters what is no write of its own: a sign-in, a refusal, an export.</summary>
public sealed class AuditLog(IDbContextFactory<TrackerDb> databases)
{
    public async Task WriteAsync(params AuditDraft[] drafts)
    {
        // Without a token: who closes the browser is audited all the same.
        await using var db = await databases.CreateDbContextAsync();
        foreach (var draft in drafts)
        {
            db.Audit.Note(draft);
        }

        await db.SaveChangesAsync();
    }
}
