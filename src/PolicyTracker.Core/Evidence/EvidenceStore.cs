using System.Buffers;
using System.Security.Cryptography;

namespace PolicyTracker.Core.Evidence;

/// <summary>What is sent to be stored.</summary>
public sealed record NewEvidence(string Name, Stream Content);

/// <summary>What lies in the store.</summary>
public sealed record StoredEvidence(string Name, string Sha256, long Size);

/// <summary>
/// Keeps files under their SHA-256 below a folder, so that none is ever replaced and the same content lies there once. A file that was
/// stored and whose act was then refused stays behind unseen: nothing leads to it.
/// </summary>
public sealed class EvidenceStore(string folder)
{
    /// <summary>Of one file, in bytes.</summary>
    public const long MostBytes = 50L << 20;

    /// <summary>Stores a file; throws <see cref="RuleException"/> when it is of no kind that is taken, or too large.</summary>
    public async Task<StoredEvidence> SaveAsync(NewEvidence file, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        // Not below the system's folder for such things: a move within one file system is all or nothing.
        var passing = Path.Combine(folder, $"{Guid.NewGuid():N}.part");
        try
        {
            var (sha256, size) = await CopyAsync(file, passing, cancellation);
            var lasting = PathOf(sha256);
            Directory.CreateDirectory(Path.GetDirectoryName(lasting)!);
            if (!File.Exists(lasting))
            {
                File.Move(passing, lasting, overwrite: true);
            }

            return new StoredEvidence(NameOf(file.Name), sha256, size);
        }
        finally
        {
            File.Delete(passing);
        }
    }

    public Stream Open(string sha256) => File.OpenRead(PathOf(sha256));

    private static async Task<(string Sha256, long Size)> CopyAsync(NewEvidence file, string path, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var target = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        var buffer = ArrayPool<byte>.Shared.Rent(81920);
        try
        {
            var size = 0L;
            int read;
            // Filled up, so that the first round holds the first bytes, however they trickle in.
            while ((read = await file.Content.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellation)) > 0 || size == 0)
            {
                if (size == 0 && EvidenceFormat.Refusal(NameOf(file.Name), buffer.AsSpan(0, Math.Min(read, EvidenceFormat.HeadLength))) is { } why)
                {
                    throw new RuleException(why);
                }

                size += read;
                if (size > MostBytes)
                {
                    throw new RuleException($"“{NameOf(file.Name)}”超过{MostBytes >> 20}MB，请压缩或拆分后再上传。");
                }

                hash.AppendData(buffer, 0, read);
                await target.WriteAsync(buffer.AsMemory(0, read), cancellation);
            }

            target.Flush(flushToDisk: true);
            return (Convert.ToHexStringLower(hash.GetHashAndReset()), size);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    // A browser may send a whole path, with the separators of its own system.
    private static string NameOf(string sent) => sent[(sent.LastIndexOfAny(['/', '\\']) + 1)..].Trim();

    private string PathOf(string sha256) => Path.Combine(folder, sha256[..2], sha256);
}
