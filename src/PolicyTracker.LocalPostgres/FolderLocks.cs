namespace PolicyTracker.LocalPostgres;

/// <summary>
/// Advisory locks (flock) on files in the data folder. The system drops them when the process ends, however it ends;
/// programs that we start do not inherit them.
/// <list type="bullet">
/// <item><c>owner.lock</c>: held by the portal for as long as it lives.</item>
/// <item><c>users.lock</c>: shared by everybody who uses the server, so that the last <c>pt</c> to leave can tell.</item>
/// <item><c>change.lock</c>: held for the moments in which the server is started or stopped.</item>
/// </list>
/// </summary>
internal sealed class FolderLocks
{
    private const int WouldBlock = 11; // EAGAIN: what .NET reports when somebody else holds the lock
    private static readonly TimeSpan LongestChange = TimeSpan.FromMinutes(10);
    private readonly string dataFolder;
    private readonly string folder;

    public FolderLocks(string dataFolder)
    {
        this.dataFolder = dataFolder;
        folder = Path.Combine(dataFolder, "locks");
        PrivateFolder.Make(folder);
    }

    private string OwnerFile => Path.Combine(folder, "owner.pid");

    /// <summary>Makes this process the owner of the data folder, or says who is.</summary>
    public FileStream Own()
    {
        var held = TryHold("owner.lock", exclusive: true) ?? throw new LocalPostgresException(
            $"数据目录 {dataFolder} 正由另一个实例使用（进程号 {OwnerNumber()}）。请先停止它，或用 --data 指定另一个目录。");
        File.WriteAllText(OwnerFile, $"{Environment.ProcessId}\n");
        return held;
    }

    /// <summary>Joins those who use the server.</summary>
    public FileStream Use() => TryHold("users.lock", exclusive: false)
        ?? throw new LocalPostgresException($"数据目录 {dataFolder} 的数据库正在停止，请稍后再试。");

    /// <summary>Whether nobody uses the server any more. Ask it within <see cref="ChangeAsync"/>.</summary>
    public bool NobodyUses()
    {
        using var held = TryHold("users.lock", exclusive: true);
        return held is not null;
    }

    /// <summary>Waits until nobody else is starting or stopping the server.</summary>
    public async Task<FileStream> ChangeAsync(CancellationToken cancellation)
    {
        var until = DateTime.UtcNow + LongestChange;
        while (true)
        {
            if (TryHold("change.lock", exclusive: true) is { } held)
                return held;
            if (DateTime.UtcNow > until)
                throw new LocalPostgresException($"另一个进程一直在启动或停止数据目录 {dataFolder} 的数据库。");
            await Task.Delay(20, cancellation).ConfigureAwait(false);
        }
    }

    private FileStream? TryHold(string name, bool exclusive)
    {
        try
        {
            return exclusive
                ? new(Path.Combine(folder, name), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None)
                : new(Path.Combine(folder, name), FileMode.OpenOrCreate, FileAccess.Read, FileShare.Read);
        }
        catch (IOException e) when (e.HResult == WouldBlock)
        {
            return null;
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            throw new LocalPostgresException($"无法使用数据目录 {dataFolder}：{e.Message}", e);
        }
    }

    private string OwnerNumber()
    {
        try
        {
            return File.ReadAllText(OwnerFile).Trim();
        }
        catch (IOException)
        {
            return "未知"; // it has taken the lock this instant
        }
    }
}
