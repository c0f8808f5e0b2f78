using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;
using PolicyTracker.Core.Departments;
using PolicyTracker.Core.Documents;
using PolicyTracker.Core.Storage;
using PolicyTracker.Core.Tasks;

namespace PolicyTracker.Core.Drill;

/// <summary>Fills an empty database with made-up tasks, all or nothing. Works as the owner of the tables.</summary>
public sealed class DrillFill(IDbContextFactory<TrackerDb> databases, TimeProvider time)
{
    public const int MostTasks = 5_000_000;

    private const int NoticesOfBatch = 100;

    private static readonly string[] Tables =
        ["tasks", "responsibilities", "department_standings", "task_history", "progress_reports", "extensions", "task_intervals", "task_words", "report_words"];

    /// <param name="progress">Told in Chinese, for whoever waits.</param>
    public async Task FillAsync(int tasks, Action<string> progress, CancellationToken cancellation = default)
    {
        if (tasks is < 1 or > MostTasks)
        {
            throw new RuleException($"任务数应在1到{MostTasks}之间。");
        }

        await using var db = await databases.CreateDbContextAsync(cancellation);
        db.Database.SetCommandTimeout(TimeSpan.Zero);
        // Else it is closed with the transaction.
        await db.Database.OpenConnectionAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        await RequireEmptyAsync(db, cancellation);
        progress("正在建立演练辖区和单位…");
        var places = await DrillPlaces.AddAsync(db, tasks, cancellation);
        var bare = await BareTables.MakeAsync(connection, Tables, cancellation);
        await WriteAsync(connection, db.Model, places, tasks, progress, cancellation);
        await bare.RestoreAsync((done, all) => progress($"正在建立索引和约束 {done}/{all}"), cancellation);
        await ExecuteAsync(connection, NextNumbers, cancellation);
        progress("正在计数…");
        await ExecuteAsync(connection, "SELECT recount_tasks()", cancellation);
        db.Add(new DrillMark { Tasks = tasks, FilledAt = time.GetUtcNow() });
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        progress("正在整理和统计…");
        await ExecuteAsync(connection, $"VACUUM (ANALYZE) task_counts, {string.Join(", ", Tables)}", cancellation);
        await ExecuteAsync(connection, "ANALYZE", cancellation);
    }

    private static async Task RequireEmptyAsync(TrackerDb db, CancellationToken cancellation)
    {
        if (await db.IsDrillAsync(cancellation))
        {
            throw new RuleException("这个数据库已经是演练库。要重新生成，请换一个数据文件夹。");
        }

        if (await db.SourceFiles.AnyAsync(cancellation) || await db.ImportDrafts.AnyAsync(cancellation) || await db.Tasks.AnyAsync(cancellation)
            || await db.Departments.AnyAsync(cancellation) || await db.Jurisdictions.AnyAsync(place => place.Id != Jurisdiction.RootId && place.Id != Jurisdiction.PendingId, cancellation))
        {
            throw new RuleException("这个数据库里已经有正式的文件、任务或单位，不能生成演练数据。请用 --data 指定一个空的数据文件夹。");
        }
    }

    // One thread makes the notices and another writes them.
    private static async Task WriteAsync(
        NpgsqlConnection connection, IModel model, IReadOnlyList<DrillPlace> places, int tasks, Action<string> progress, CancellationToken cancellation)
    {
        var batches = Channel.CreateBounded<DrillBatch>(2);
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var making = Task.Run(() => MakeAsync(batches.Writer, places, tasks, stopping.Token), cancellation);
        try
        {
            var writer = new DrillWriter(connection, model);
            var written = 0;
            await foreach (var batch in batches.Reader.ReadAllAsync(cancellation))
            {
                await writer.WriteAsync(batch, cancellation);
                written += batch.Tasks.Count;
                progress($"已写入{written}项任务，共{tasks}项");
            }
        }
        finally
        {
            await stopping.CancelAsync();
        }

        await making;
    }

    private static async Task MakeAsync(ChannelWriter<DrillBatch> batches, IReadOnlyList<DrillPlace> places, int tasks, CancellationToken cancellation)
    {
        try
        {
            var numbering = new DrillNumbering();
            foreach (var notices in new DrillNotices(places, tasks).Make().Chunk(NoticesOfBatch))
            {
                await batches.WriteAsync(numbering.Number(notices), cancellation);
            }

            batches.Complete();
        }
        catch (Exception failure)
        {
            batches.Complete(failure);
        }
    }

    // The rows brought their numbers along.
    private const string NextNumbers = """
        SELECT setval(pg_get_serial_sequence('source_files', 'id'), (SELECT max(id) FROM source_files)),
            setval(pg_get_serial_sequence('documents', 'id'), (SELECT max(id) FROM documents)),
            setval(pg_get_serial_sequence('tasks', 'id'), (SELECT max(id) FROM tasks)),
            setval(pg_get_serial_sequence('responsibilities', 'id'), (SELECT max(id) FROM responsibilities)),
            setval(pg_get_serial_sequence('department_standings', 'id'), (SELECT coalesce(max(id), 1) FROM department_standings)),
            setval(pg_get_serial_sequence('task_history', 'id'), (SELECT max(id) FROM task_history)),
            setval(pg_get_serial_sequence('progress_reports', 'id'), (SELECT coalesce(max(id), 1) FROM progress_reports)),
            setval(pg_get_serial_sequence('extensions', 'id'), (SELECT coalesce(max(id), 1) FROM extensions)),
            setval(pg_get_serial_sequence('task_intervals', 'id'), (SELECT max(id) FROM task_intervals))
        """;

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
