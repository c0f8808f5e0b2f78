using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using PolicyTracker.Core.Inbox;
using PolicyTracker.Core.Storage;
using PolicyTracker.Core.Tasks;
using PolicyTracker.Parsing;

namespace PolicyTracker.Tests.Core.Storage;

/// <summary>A database with tasks in it goes from the first schema to the present one.</summary>
public sealed class UpgradeTests
{
    private static readonly string[] Cycles = ["每年", "每年底前", "每半年", "每季度末", "每月底前", "每个月", "每月25日前", "每年6月底前", "每周"];

    [Fact]
    public async Task Tasks_of_the_first_schema_get_their_cycle_their_start_and_their_intervals()
    {
        var database = await FirstSchemaAsync();
        await Migrator.MigrateAsync(database);
        await using var db = new TrackerDb(new DbContextOptionsBuilder<TrackerDb>().UseNpgsql(database).Options);
        var tasks = await db.Tasks.Include(t => t.Responsibilities).Include(t => t.Intervals).OrderBy(t => t.Ordinal).ToListAsync();
        Assert.All(tasks, task => Assert.True(TaskInterval.Of(task, default).SaysTheSameAs(Assert.Single(task.Intervals, i => i.UntilAt is null))));
        Assert.Equal(Cycles.Select(printed => DeadlineCycles.Of(DeadlineKind.Recurring, printed)), tasks.Skip(2).Select(task => task.Cycle));

        var verified = tasks[0].Intervals.OrderBy(i => i.FromAt).ToList();
        Assert.Equal([null, 30], verified.Select(i => i.VerifiedPercent));
        Assert.Equal(verified[0].UntilAt, verified[1].FromAt);
        Assert.Equal((new DateOnly(2031, 3, 4), true, new DateOnly(2031, 10, 31)), (tasks[0].AssignedOn!.Value, tasks[0].IsAssignedByNotice, tasks[0].PrintedDueOn!.Value));
        Assert.Equal((null, false), (tasks[1].AssignedOn, tasks[1].IsAssignedByNotice));
    }

    [Fact]
    public async Task Messages_that_were_there_before_bulletins_are_numbered_in_the_order_of_their_acts()
    {
        var database = await FirstSchemaAsync();
        await using (var connection = new NpgsqlConnection(database))
        {
            await connection.OpenAsync();
            await ExecuteAsync(connection, """
                INSERT INTO accounts (user_name, display_name, jurisdiction_id, is_demo, email_confirmed, phone_number_confirmed, two_factor_enabled, lockout_enabled, access_failed_count)
                VALUES ('a', '甲', 1, true, false, false, false, false, 0)
                """);
            var before = typeof(Migrator).Assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
                .Select(name => name[Prefix.Length..^".sql".Length]).Order(StringComparer.Ordinal).TakeWhile(name => name != "0016_bulletins");
            foreach (var name in before.Skip(1))
            {
                await ApplyAsync(connection, name);
            }

            await ExecuteAsync(connection, "INSERT INTO inbox_messages (account_id, entry_id) SELECT a.id, h.id FROM accounts a, task_history h ORDER BY h.id DESC");
        }

        await Migrator.MigrateAsync(database);
        await using var db = new TrackerDb(new DbContextOptionsBuilder<TrackerDb>().UseNpgsql(database).Options);
        var messages = await db.InboxMessages.OrderBy(message => message.Id).ToListAsync();
        Assert.Equal(messages.Select(message => message.EntryId).Order(), messages.Select(message => message.EntryId));
        Assert.Equal(Enumerable.Range(1, messages.Count).Select(number => (long)number), messages.Select(message => message.Id));
        db.InboxMessages.Add(new InboxMessage { AccountId = messages[0].AccountId });
        await db.SaveChangesAsync();
        Assert.Equal(messages.Count + 1, await db.InboxMessages.MaxAsync(message => message.Id));
    }

    private static async Task<string> FirstSchemaAsync()
    {
        var database = await TestCluster.CreateEmptyDatabaseAsync("upgrade");
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync();
        await ExecuteAsync(connection, "CREATE TABLE migrations (name text PRIMARY KEY, checksum text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())");
        await ApplyAsync(connection, "0001_initial");
        await ExecuteAsync(connection, $"""
            INSERT INTO source_files (file_name, sha256, content, lines, diagnostics, imported_at) VALUES ('a.txt', 'x', '', ARRAY['一','二'], '{EmptyArray}', '2031-03-05T00:00:00Z');
            INSERT INTO documents (source_file_id, jurisdiction_id, title, issued_on, first_line, last_line, imported_at) VALUES (1, 1, '通知', '2031-03-04', 1, 2, '2031-03-05T00:00:00Z');
            INSERT INTO departments (jurisdiction_id, name, kind, organ_rank) VALUES (1, '财政局', 'Department', 1), (1, '水务局', 'Department', 2);
            INSERT INTO tasks (document_id, jurisdiction_id, ordinal, path, title, text, first_line, last_line, state, deadline_raw, deadline_kind, due_on, milestones, leaders, verified_percent, updated_at)
            VALUES (1, 1, 1, '{EmptyArray}', '甲', '甲', 1, 1, 'Assigned', '2031年10月底前', 'By', '2031-10-31', '{EmptyArray}', '{EmptyArray}', 30, now()),
                   (1, 1, 2, '{EmptyArray}', '乙', '乙', 2, 2, 'Draft', NULL, NULL, NULL, '{EmptyArray}', '{EmptyArray}', NULL, now());
            INSERT INTO responsibilities (task_id, position, role, printed_name, department_id) VALUES (1, 0, 'Support', '水务局', 2), (1, 1, 'Lead', '财政局', 1), (1, 2, 'Lead', '水务局', 2);
            INSERT INTO task_history (task_id, at, act, from_state, to_state, actor_name, percent, words) VALUES
                (1, '2031-03-05T00:00:00Z', 'Import', 'Draft', 'Assigned', '系统', NULL, ''),
                (2, '2031-03-05T00:00:00Z', 'Import', 'Draft', 'Draft', '系统', NULL, ''),
                (1, '2031-04-05T00:00:00Z', 'VerifyProgress', 'Assigned', 'Assigned', '督查', 30, '核实');
            """);
        for (var i = 0; i < Cycles.Length; i++)
        {
            await ExecuteAsync(connection, $"""
                INSERT INTO tasks (id, document_id, jurisdiction_id, ordinal, path, title, text, first_line, last_line, state, deadline_raw, deadline_kind, milestones, leaders, updated_at)
                VALUES ({100 + i}, 1, 1, {10 + i}, '{EmptyArray}', '丙', '丙', 2, 2, 'Assigned', '{Cycles[i]}', 'Recurring', '{EmptyArray}', '{EmptyArray}', now());
                INSERT INTO task_history (task_id, at, act, from_state, to_state, actor_name, words) VALUES ({100 + i}, now(), 'Import', 'Draft', 'Assigned', '系统', '');
                """);
        }

        return database;
    }

    private static readonly string Prefix = $"{typeof(Migrator).Namespace}.Migrations.";

    /// <summary>As the migrator of that day did it.</summary>
    private static async Task ApplyAsync(NpgsqlConnection connection, string name)
    {
        using var reader = new StreamReader(typeof(Migrator).Assembly.GetManifestResourceStream($"{Prefix}{name}.sql")!);
        var script = await reader.ReadToEndAsync();
        await ExecuteAsync(connection, script);
        await ExecuteAsync(connection, $"INSERT INTO migrations (name, checksum) VALUES ('{name}', '{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(script)))}')");
    }

    private const string EmptyArray = "{}";

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
