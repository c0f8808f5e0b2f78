namespace PolicyTracker.LocalPostgres;

internal static class PrivateFolder
{
    /// <summary>Makes a folder that only its owner may enter. One that exists stays as it is.</summary>
    public static void Make(string folder)
    {
        if (!OperatingSystem.IsLinux())
            throw new LocalPostgresException("私有数据库只支持 Linux。请设置环境变量 ConnectionStrings__Tracker 使用已有的 PostgreSQL。");
        try
        {
            if (!Directory.Exists(folder))
                Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            throw new LocalPostgresException($"无法建立目录 {folder}：{e.Message}", e);
        }
    }
}
