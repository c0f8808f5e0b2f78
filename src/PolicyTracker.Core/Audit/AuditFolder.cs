using System.Globalization;
using System.Security.Cryptography;

namespace PolicyTracker.Core.Audit;

/// <summary>The last entry that is known to be committed.</summary>
public sealed record AuditHead(long Sequence, byte[] Mac, DateTimeOffset At);

/// <summary>
/// <c>audit/</c> in the data folder: the key of the seals and the head of the chain, both out of reach of whoever has only the
/// database. Several instances share it. See docs/decisions/audit-chain.md.
/// </summary>
public sealed class AuditFolder(string dataFolder)
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(2);
    private readonly SemaphoreSlim inThisProcess = new(1);
    private AuditSeal? seal;

    private string Folder => Path.Combine(dataFolder, "audit");

    private string KeyFile => Path.Combine(Folder, "key");

    private string HeadFile => Path.Combine(Folder, "head");

    /// <summary>The seals' key; null where there is none.</summary>
    public AuditSeal? Seal() => seal ??= File.Exists(KeyFile) ? new AuditSeal(Convert.FromHexString(File.ReadAllText(KeyFile).Trim())) : null;

    /// <summary>The seals' key, made where it is missing. Only for a log that has no entry yet.</summary>
    public async Task<AuditSeal> MakeSealAsync(CancellationToken cancellation)
    {
        MakeFolder();
        await using var alone = await AloneAsync(cancellation);
        if (Seal() is { } there)
        {
            return there;
        }

        Replace(HeadFile, Text(new AuditHead(0, AuditSeal.Beginning, DateTimeOffset.UnixEpoch)));
        Replace(KeyFile, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(AuditSeal.KeyBytes)) + "\n");
        return Seal()!;
    }

    /// <summary>Null when the file is not there or cannot be understood.</summary>
    public AuditHead? Head()
    {
        try
        {
            return File.ReadAllText(HeadFile).Split(' ', '\n') is [var sequence, var mac, var at, ..]
                ? new AuditHead(long.Parse(sequence, CultureInfo.InvariantCulture), Convert.FromHexString(mac), DateTimeOffset.Parse(at, CultureInfo.InvariantCulture))
                : null;
        }
        catch (Exception unreadable) when (unreadable is FileNotFoundException or DirectoryNotFoundException or FormatException or OverflowException)
        {
            return null;
        }
    }

    /// <summary>Writes what has been committed, unless a later one stands there already.</summary>
    public async Task AdvanceAsync(AuditHead committed)
    {
        await inThisProcess.WaitAsync();
        try
        {
            // Of many that wait here the last one wrote for all.
            if (Head() is { } before && before.Sequence >= committed.Sequence)
            {
                return;
            }

            await using var alone = await AloneAsync(CancellationToken.None);
            if (Head() is { } there && there.Sequence < committed.Sequence)
            {
                Replace(HeadFile, Text(committed));
            }
        }
        finally
        {
            inThisProcess.Release();
        }
    }

    private void MakeFolder()
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(Folder);
        }
        else
        {
            Directory.CreateDirectory(Folder, OwnerOnly | UnixFileMode.UserExecute);
        }
    }

    private static FileStreamOptions Private(FileMode mode)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.ReadWrite, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        return options;
    }

    private static string Text(AuditHead head) =>
        string.Create(CultureInfo.InvariantCulture, $"{head.Sequence} {Convert.ToHexStringLower(head.Mac)} {head.At:O}\n");

    // All of it or nothing, also when the power fails: written aside, flushed to the disk, then renamed over the old one.
    private static void Replace(string path, string text)
    {
        var aside = $"{path}.new";
        using (var file = new FileStream(aside, Private(FileMode.Create)))
        {
            file.Write(System.Text.Encoding.ASCII.GetBytes(text));
            file.Flush(flushToDisk: true);
        }

        File.Move(aside, path, overwrite: true);
    }

    // A lock between processes (flock), which the system drops however the process ends. .NET can only try it, not wait for it.
    private async Task<FileStream> AloneAsync(CancellationToken cancellation)
    {
        var until = DateTime.UtcNow + LongestWait;
        while (true)
        {
            try
            {
                return new FileStream(Path.Combine(Folder, "lock"), Private(FileMode.OpenOrCreate));
            }
            catch (IOException) when (DateTime.UtcNow < until)
            {
                await Task.Delay(BetweenTries, cancellation);
            }
        }
    }
}
