using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Logging;
using Npgsql;
using PolicyTracker.Core.Storage;

namespace PolicyTracker.Core.Audit;

/// <summary>
/// Enters every audited change into the log within the transaction that makes it. A save without a transaction gets one; the
/// entries are added as the last thing before the commit, so that the chain's lock is held for as short as possible.
/// </summary>
public sealed class AuditInterceptor(AuditChain chain, AuditFolder folder, ILogger<AuditInterceptor> log) : SaveChangesInterceptor, IDbTransactionInterceptor
{
    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        var db = (TrackerDb)eventData.Context!;
        db.Audit.Changes = AuditedChanges.Of(db.ChangeTracker);
        if ((db.Audit.Changes.Count > 0 || db.Audit.HasNotes) && db.Database.CurrentTransaction is null)
        {
            db.Audit.Own = await db.Database.BeginTransactionAsync(cancellationToken);
        }

        return result;
    }

    public override async ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        var db = (TrackerDb)eventData.Context!;
        // Only now do new rows have their numbers.
        db.Audit.Saved();
        try
        {
            await (db.Audit.Own?.CommitAsync(cancellationToken) ?? Task.CompletedTask);
            return result;
        }
        finally
        {
            await db.Audit.EndAsync();
        }
    }

    public override Task SaveChangesFailedAsync(DbContextErrorEventData eventData, CancellationToken cancellationToken = default) =>
        ((TrackerDb)eventData.Context!).Audit.EndAsync();

    public override Task SaveChangesCanceledAsync(DbContextEventData eventData, CancellationToken cancellationToken = default) =>
        ((TrackerDb)eventData.Context!).Audit.EndAsync();

    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        var db = (TrackerDb)eventData.Context!;
        return AuditedChanges.Of(db.ChangeTracker).Count == 0 && !db.Audit.HasNotes
            ? result
            : throw new InvalidOperationException("What is audited is saved by SaveChangesAsync.");
    }

    public DbTransaction TransactionStarted(DbConnection connection, TransactionEndEventData eventData, DbTransaction result) => Begin(eventData.Context, result);

    public ValueTask<DbTransaction> TransactionStartedAsync(
        DbConnection connection, TransactionEndEventData eventData, DbTransaction result, CancellationToken cancellationToken = default) =>
        new(Begin(eventData.Context, result));

    public InterceptionResult TransactionCommitting(DbTransaction transaction, TransactionEventData eventData, InterceptionResult result) =>
        eventData.Context is TrackerDb { Audit.HasSaved: true }
            ? throw new InvalidOperationException("What is audited is committed by CommitAsync.")
            : result;

    public async ValueTask<InterceptionResult> TransactionCommittingAsync(
        DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is TrackerDb { Audit.HasSaved: true } db)
        {
            db.Audit.Appended = await chain.AppendAsync((NpgsqlConnection)transaction.Connection!, db.Audit.TakeSaved(), cancellationToken);
        }

        return result;
    }

    public async Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is TrackerDb { Audit.Appended: { } head } db)
        {
            db.Audit.Appended = null;
            await AdvanceAsync(head);
        }
    }

    private static DbTransaction Begin(DbContext? context, DbTransaction transaction)
    {
        (context as TrackerDb)?.Audit.Begin();
        return transaction;
    }

    // It is committed already: saying that it failed would make people do it twice. The next entry writes a later head.
    private async Task AdvanceAsync(AuditHead head)
    {
        try
        {
            await folder.AdvanceAsync(head);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            log.LogCritical(failure, "The head of the audit log could not be written; it stays behind the database until it can");
        }
    }
}
