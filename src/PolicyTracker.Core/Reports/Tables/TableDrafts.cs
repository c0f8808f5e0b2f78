namespace PolicyTracker.Core.Reports.Tables;

/// <summary>Tables between their preview and their confirmation, each for whoever uploaded it; shared by all instances of one portal.</summary>
public sealed class TableDrafts(string folder)
{
    /// <summary>Of one table, in bytes.</summary>
    public const int MostBytes = 10 << 20;

    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    public async Task<Guid> SaveAsync(int account, byte[] workbook, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        foreach (var old in new DirectoryInfo(folder).GetFiles().Where(file => DateTime.UtcNow - file.LastWriteTimeUtc > Kept))
        {
            old.Delete();
        }

        var id = Guid.NewGuid();
        await File.WriteAllBytesAsync(PathOf(account, id), workbook, cancellation);
        return id;
    }

    /// <summary>Null when it is no longer there, or somebody else's.</summary>
    public async Task<byte[]?> ReadAsync(int account, Guid id, CancellationToken cancellation) =>
        File.Exists(PathOf(account, id)) ? await File.ReadAllBytesAsync(PathOf(account, id), cancellation) : null;

    public void Delete(int account, Guid id) => File.Delete(PathOf(account, id));

    private string PathOf(int account, Guid id) => Path.Combine(folder, $"{account}-{id:N}.xlsx");
}
