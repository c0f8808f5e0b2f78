using System.Globalization;

namespace PolicyTracker.LocalPostgres;

/// <summary>
/// The account that the server runs as. PostgreSQL refuses to run as root; started as root we use the account that
/// owns the cluster already, else <c>postgres</c>, else <c>nobody</c>. Anybody else runs it as themselves.
/// </summary>
internal sealed class ServerAccount
{
    private static readonly string[] Preferred = ["postgres", "nobody"];
    private readonly string[] prefix;

    private ServerAccount(string[] prefix) => this.prefix = prefix;

    /// <summary>Makes the cluster's folder where it is missing, gives it to its account, and says how to become it.</summary>
    public static ServerAccount OwningFolder(string folder)
    {
        PrivateFolder.Make(folder);
        return Environment.IsPrivilegedProcess ? OfRoot(folder) : OfCaller(folder);
    }

    /// <summary>The command as this account runs it.</summary>
    public IEnumerable<string> Wrap(IEnumerable<string> command) => prefix.Concat(command);

    private static ServerAccount OfCaller(string folder)
    {
        try
        {
            _ = Directory.EnumerateFileSystemEntries(folder).Any();
            return new([]);
        }
        catch (UnauthorizedAccessException e)
        {
            throw new LocalPostgresException($"目录 {folder} 属于另一个账户。请用建立它的账户启动，或用 --data 指定另一个目录。", e);
        }
    }

    private static ServerAccount OfRoot(string folder)
    {
        var (user, group) = Owner(folder);
        if (user == 0)
        {
            (user, group) = Unprivileged();
            // -R: a cluster that root copied here is root's in every file. -h, and no -L: links are not followed.
            Succeed(["chown", "-hR", $"{user}:{group}", folder]);
        }
        return new(["setpriv", $"--reuid={user}", $"--regid={group}", "--clear-groups", "--no-new-privs", "--"]);
    }

    private static (int User, int Group) Owner(string folder) => Pair(Succeed(["stat", "-c", "%u:%g", folder]).Split(':'));

    private static (int User, int Group) Unprivileged()
    {
        var accounts = File.ReadAllLines("/etc/passwd").Select(line => line.Split(':')).Where(fields => fields.Length > 3).ToList();
        var found = Preferred.Select(name => accounts.Find(fields => fields[0] == name)).FirstOrDefault(fields => fields is not null);
        return found is not null
            ? Pair(found[2..4])
            : throw new LocalPostgresException("PostgreSQL 不能以 root 运行，而系统中没有 postgres 或 nobody 账户。请建立 postgres 账户，或以普通账户启动。");
    }

    private static (int User, int Group) Pair(string[] ids) =>
        (int.Parse(ids[0], CultureInfo.InvariantCulture), int.Parse(ids[1], CultureInfo.InvariantCulture));

    private static string Succeed(string[] command)
    {
        var result = ServerProcess.Run(command);
        return result.ExitCode == 0
            ? result.Output
            : throw new LocalPostgresException($"命令 {string.Join(' ', command)} 失败：{result.Output}");
    }
}
