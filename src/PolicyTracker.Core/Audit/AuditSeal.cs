using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace PolicyTracker.Core.Audit;

/// <summary>
/// The seal of an entry: HMAC-SHA256, with a key that does not lie in the database, over all its columns and the seal of the entry
/// before. The encoding is unambiguous: every field has a fixed length or carries its length, and null differs from empty.
/// </summary>
public sealed class AuditSeal(byte[] key)
{
    public const int KeyBytes = 32;

    /// <summary>What the first entry follows.</summary>
    public static readonly byte[] Beginning = new byte[HMACSHA256.HashSizeInBytes];

    public byte[] Of(AuditEntry entry)
    {
        using var bytes = new MemoryStream(256);
        Write(bytes, "audit-entry-1");
        Write(bytes, entry.Sequence);
        Write(bytes, Microseconds(entry.At));
        Write(bytes, entry.AccountId is null ? 0L : 1L);
        Write(bytes, (long)(entry.AccountId ?? 0));
        Write(bytes, entry.AccountName);
        Write(bytes, entry.RemoteAddress);
        Write(bytes, entry.Action);
        Write(bytes, entry.SubjectKind);
        Write(bytes, entry.SubjectId);
        Write(bytes, entry.Words);
        Write(bytes, entry.Outcome.ToString());
        Write(bytes, entry.PreviousMac);
        return HMACSHA256.HashData(key, bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
    }

    public byte[] Of(AuditCheckpoint checkpoint)
    {
        using var bytes = new MemoryStream(128);
        Write(bytes, "audit-checkpoint-1");
        Write(bytes, checkpoint.Sequence);
        Write(bytes, checkpoint.EntryMac);
        Write(bytes, Microseconds(checkpoint.PrunedAt));
        Write(bytes, checkpoint.Pruned);
        return HMACSHA256.HashData(key, bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
    }

    /// <summary>Compares in a time that does not tell where two seals differ.</summary>
    public static bool Same(byte[] one, byte[] other) => CryptographicOperations.FixedTimeEquals(one, other);

    /// <summary>Without what PostgreSQL would drop, so that the row that is read back gives the same seal.</summary>
    public static DateTimeOffset WholeMicroseconds(DateTimeOffset at) => new(at.UtcTicks - (at.UtcTicks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);

    private static long Microseconds(DateTimeOffset at) => at.UtcTicks / TimeSpan.TicksPerMicrosecond;

    private static void Write(MemoryStream bytes, string? text) => Write(bytes, text is null ? null : Encoding.UTF8.GetBytes(text));

    private static void Write(MemoryStream bytes, byte[]? field)
    {
        Write(bytes, field?.Length ?? -1L);
        bytes.Write(field);
    }

    private static void Write(MemoryStream bytes, long number)
    {
        Span<byte> eight = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(eight, number);
        bytes.Write(eight);
    }
}
