using Microsoft.Extensions.Logging;
using Npgsql;
using NpgsqlTypes;

namespace PolicyTracker.Core.Audit;

/// <summary>Adds entries to the end of the chain, within the transaction of what they tell of.</summary>
public sealed class AuditChain(AuditFolder folder, TimeProvider time, ILogger<AuditChain> log)
{
    // One writer at a time, of all instances; it is let go by the commit, after which the next one sees the new end.
    private const long LockKey = 0x6175646974;

    /// <summary>
    /// The new head, to be kept outside the database once the transaction has committed; null when the old head is no longer in
    /// the chain: then it stays where it is, as the proof of that.
    /// </summary>
    public async Task<AuditHead?> AppendAsync(NpgsqlConnection connection, IReadOnlyList<AuditDraft> drafts, CancellationToken cancellation)
    {
        await using (var locking = new NpgsqlCommand($"SELECT pg_advisory_xact_lock({LockKey})", connection))
        {
            await locking.ExecuteNonQueryAsync(cancellation);
        }

        var last = await LastAsync(connection, cancellation);
        var seal = last is null ? await folder.MakeSealAsync(cancellation) : folder.Seal() ?? throw new RuleException(
            "审计记录已有内容，但数据文件夹里没有它的密钥（audit/key），所以没有保存。请用 --data 指明原来的数据文件夹，或从备份取回密钥。");
        var entries = Chained(drafts, last, seal);
        await InsertAsync(connection, entries, cancellation);
        return await HeadIsInChainAsync(connection, last, cancellation)
            ? new AuditHead(entries[^1].Sequence, entries[^1].Mac, entries[^1].At)
            : null;
    }

    private List<AuditEntry> Chained(IReadOnlyList<AuditDraft> drafts, (long Sequence, byte[] Mac)? last, AuditSeal seal)
    {
        var (sequence, mac) = last ?? (0, AuditSeal.Beginning);
        var at = AuditSeal.WholeMicroseconds(time.GetUtcNow());
        var entries = new List<AuditEntry>(drafts.Count);
        foreach (var draft in drafts)
        {
            var entry = Entry(draft, ++sequence, at, mac, []);
            mac = seal.Of(entry);
            entries.Add(Entry(draft, sequence, at, entry.PreviousMac, mac));
        }

        return entries;
    }

    private static AuditEntry Entry(AuditDraft draft, long sequence, DateTimeOffset at, byte[] previous, byte[] mac)
    {
        var who = draft.Who ?? AuditOrigin.Current?.Who ?? AuditPerson.Portal;
        return new AuditEntry
        {
            Sequence = sequence,
            At = at,
            AccountId = who.AccountId,
            AccountName = Storable(who.Name),
            RemoteAddress = AuditOrigin.Current?.Address,
            Action = draft.Action,
            SubjectKind = draft.SubjectKind,
            SubjectId = draft.SubjectId is null ? null : Storable(draft.SubjectId),
            Words = Storable(draft.Words),
            Outcome = draft.Outcome,
            PreviousMac = previous,
            Mac = mac,
        };
    }

    // What PostgreSQL's text cannot hold must not make an entry impossible: an address may carry anything.
    private static string Storable(string text) =>
        System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(text)).Replace("\0", "", StringComparison.Ordinal);

    private static async Task<(long Sequence, byte[] Mac)?> LastAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("SELECT sequence, mac FROM audit_entries ORDER BY sequence DESC LIMIT 1", connection);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        return await reader.ReadAsync(cancellation) ? (reader.GetInt64(0), reader.GetFieldValue<byte[]>(1)) : null;
    }

    private async Task<bool> HeadIsInChainAsync(NpgsqlConnection connection, (long Sequence, byte[] Mac)? last, CancellationToken cancellation)
    {
        var head = folder.Head();
        var mac = head is null ? null
            : head.Sequence == (last?.Sequence ?? 0) ? last?.Mac ?? AuditSeal.Beginning
            : head.Sequence == 0 ? AuditSeal.Beginning
            : await MacAsync(connection, head.Sequence, cancellation);
        if (mac is not null && AuditSeal.Same(mac, head!.Mac))
        {
            return true;
        }

        log.LogCritical("The audit log does not contain the entry {Sequence} that its head names; run pt audit verify", head?.Sequence);
        return false;
    }

    private static async Task<byte[]?> MacAsync(NpgsqlConnection connection, long sequence, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("SELECT mac FROM audit_entries WHERE sequence = $1", connection) { Parameters = { new() { Value = sequence } } };
        return (byte[]?)await command.ExecuteScalarAsync(cancellation);
    }

    private static async Task InsertAsync(NpgsqlConnection connection, List<AuditEntry> entries, CancellationToken cancellation)
    {
        const string Insert = """
            INSERT INTO audit_entries (sequence, at, account_id, account_name, remote_address, action, subject_kind, subject_id, words, outcome, previous_mac, mac)
            SELECT * FROM unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
            """;
        await using var command = new NpgsqlCommand(Insert, connection);
        Add(command, NpgsqlDbType.Bigint, entries.Select(entry => entry.Sequence));
        Add(command, NpgsqlDbType.TimestampTz, entries.Select(entry => entry.At));
        Add(command, NpgsqlDbType.Integer, entries.Select(entry => entry.AccountId));
        Add(command, NpgsqlDbType.Text, entries.Select(entry => entry.AccountName));
        Add(command, NpgsqlDbType.Text, entries.Select(entry => entry.RemoteAddress));
        Add(command, NpgsqlDbType.Text, entries.Select(entry => entry.Action));
        Add(command, NpgsqlDbType.Text, entries.Select(entry => entry.SubjectKind));
        Add(command, NpgsqlDbType.Text, entries.Select(entry => entry.SubjectId));
        Add(command, NpgsqlDbType.Text, entries.Select(entry => entry.Words));
        Add(command, NpgsqlDbType.Text, entries.Select(entry => entry.Outcome.ToString()));
        Add(command, NpgsqlDbType.Bytea, entries.Select(entry => entry.PreviousMac));
        Add(command, NpgsqlDbType.Bytea, entries.Select(entry => entry.Mac));
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private static void Add<T>(NpgsqlCommand command, NpgsqlDbType type, IEnumerable<T> column) =>
        command.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Array | type, Value = column.ToArray() });
}
