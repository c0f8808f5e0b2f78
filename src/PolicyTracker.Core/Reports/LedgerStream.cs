using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Storage;
using PolicyTracker.Core.Supervision;
using PolicyTracker.Core.Tasks;

namespace PolicyTracker.Core.Reports;

/// <summary>
/// The rows of a ledger, however many, in its order and as of one moment. The ids come as a stream from one connection, the rows
/// in batches by their ids from another that sees the same snapshot: what is held in memory is one batch, and a task that
/// changes its place meanwhile is neither lost nor told twice.
/// </summary>
public sealed class LedgerStream : IAsyncDisposable
{
    private const int Batch = 500;

    private readonly TrackerDb order;
    private readonly TrackerDb rows;
    private readonly Actor actor;
    private readonly DateOnly day;
    private readonly KnownTasks known;
    private readonly List<IDbContextTransaction> snapshots = [];
    private ThresholdBook thresholds = null!;
    private IQueryable<long> matching = null!;

    private LedgerStream(TrackerDb order, TrackerDb rows, Actor actor, TaskFilter filter, DateOnly today) =>
        (this.order, this.rows, this.actor, known, day) = (order, rows, actor, KnownTasks.On(rows, filter.AsOf), filter.DayOf(today));

    /// <summary>How many rows there are.</summary>
    public int Total { get; private set; }

    public static async Task<LedgerStream> OpenAsync(
        IDbContextFactory<TrackerDb> databases, Actor actor, ExportScope scope, DateOnly today, CancellationToken cancellation)
    {
        var stream = new LedgerStream(
            await databases.CreateDbContextAsync(cancellation), await databases.CreateDbContextAsync(cancellation), actor, scope.Filter, today);
        try
        {
            await stream.ShareSnapshotAsync(cancellation);
            stream.thresholds = await ThresholdBook.OnAsync(stream.rows, stream.day, cancellation);
            stream.matching = Matching(stream.order, actor, scope, today, stream.thresholds);
            stream.Total = await stream.matching.CountAsync(cancellation);
            return stream;
        }
        catch
        {
            await stream.DisposeAsync();
            throw;
        }
    }

    /// <summary>How many rows would go out.</summary>
    public static async Task<int> CountAsync(TrackerDb db, Actor actor, ExportScope scope, DateOnly today, CancellationToken cancellation) =>
        await Matching(db, actor, scope, today, await ThresholdBook.OnAsync(db, scope.Filter.DayOf(today), cancellation)).CountAsync(cancellation);

    public async IAsyncEnumerable<IReadOnlyList<LedgerRow>> BatchesAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var ids in matching.AsAsyncEnumerable().Chunk(Batch).WithCancellation(cancellation))
        {
            yield return await LedgerRowsQuery.LoadAsync(known, actor, ids, day, thresholds, cancellation);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var snapshot in snapshots)
        {
            await snapshot.DisposeAsync();
        }

        await order.DisposeAsync();
        await rows.DisposeAsync();
    }

    private static IQueryable<long> Matching(TrackerDb db, Actor actor, ExportScope scope, DateOnly today, ThresholdBook thresholds)
    {
        var tasks = scope.Ids.Count > 0
            ? KnownTasks.On(db, scope.Filter.AsOf).ReadableBy(actor).AsNoTracking().Where(task => scope.Ids.Contains(task.Id))
            : TaskLedgerQuery.Matching(db, actor, scope.Filter, today, thresholds);
        return TaskLedgerQuery.Ordered(tasks, scope.Filter).Select(task => task.Id);
    }

    private async Task ShareSnapshotAsync(CancellationToken cancellation)
    {
        snapshots.Add(await order.Database.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, cancellation));
        var name = await order.Database.SqlQuery<string>($"""SELECT pg_export_snapshot() AS "Value" """).SingleAsync(cancellation);
        snapshots.Add(await rows.Database.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, cancellation));
        // The name is the server's own; the statement takes no parameter.
#pragma warning disable EF1002
        await rows.Database.ExecuteSqlRawAsync($"SET TRANSACTION SNAPSHOT '{name}'", cancellation);
#pragma warning restore EF1002
    }
}
