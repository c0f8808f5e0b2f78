using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Audit;
using PolicyTracker.Core.Storage;

namespace PolicyTracker.Core.Tasks;

/// <summary>Several acts as one.</summary>
public sealed partial class TaskActions
{
    private readonly TrackerDb? shared;

    private TaskActions(IDbContextFactory<TrackerDb> databases, TimeProvider time, TrackerDb shared)
        : this(databases, time) => this.shared = shared;

    /// <summary>All that is done with the actions handed to <paramref name="acts"/> is saved in one transaction; where one throws, nothing is.</summary>
    /// <param name="told">An audit entry of the whole, beside those of the acts.</param>
    public async Task TogetherAsync(Func<TaskActions, Task> acts, AuditDraft told, CancellationToken cancellation = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await acts(new TaskActions(databases, time, db));
        db.Audit.Note(told);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }

    private async Task<Lease> OpenAsync(CancellationToken cancellation) =>
        shared is null ? new Lease(await databases.CreateDbContextAsync(cancellation), IsOwn: true) : new Lease(shared, IsOwn: false);

    /// <summary>A context for one act: its own, or that of the whole, which the next act finds empty.</summary>
    private sealed record Lease(TrackerDb Db, bool IsOwn) : IAsyncDisposable
    {
        public ValueTask DisposeAsync()
        {
            if (IsOwn)
            {
                return Db.DisposeAsync();
            }

            Db.ChangeTracker.Clear();
            return ValueTask.CompletedTask;
        }
    }
}
