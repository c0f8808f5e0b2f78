using System.Diagnostics;
using System.Net.Sockets;
using Npgsql;

namespace PolicyTracker.LocalPostgres;

/// <summary>The cluster in a data folder: made once, started and stopped by <c>cluster.sh</c>.</summary>
internal sealed class Cluster
{
    private static readonly TimeSpan LongestReplay = TimeSpan.FromMinutes(10);
    private static readonly string Script = ReadScript();
    private readonly string folder;
    private readonly LocalPostgresOptions options;
    private readonly ServerAccount account;
    private readonly string bin;

    public Cluster(LocalPostgresOptions options)
    {
        this.options = options;
        folder = FolderIn(options.DataFolder);
        account = ServerAccount.OwningFolder(folder);
        bin = FindPrograms();
    }

    /// <summary>Where the cluster, its password, its log and its socket are.</summary>
    public static string FolderIn(string dataFolder) => Path.Combine(dataFolder, "postgres");

    private string VersionFile => Path.Combine(folder, "cluster", "PG_VERSION");

    public string Password
    {
        get
        {
            var file = Path.Combine(folder, "password");
            return File.Exists(file) ? File.ReadAllText(file).Trim() : throw new LocalPostgresException(
                $"数据库的密码文件 {file} 不见了。请从备份中取回。");
        }
    }

    public async Task CreateIfMissingAsync(CancellationToken cancellation)
    {
        if (!File.Exists(VersionFile))
            await StepAsync("create", null, cancellation).ConfigureAwait(false);
    }

    /// <summary>Adopts the server that runs already, else starts it.</summary>
    public async Task EnsureRunningAsync(string connectionString, CancellationToken cancellation)
    {
        if (await AnswersAsync(connectionString, cancellation).ConfigureAwait(false))
            return;
        await StepAsync("start", ServerSettings.Text(options.Durable), cancellation).ConfigureAwait(false);
        if (!await AnswersAsync(connectionString, cancellation).ConfigureAwait(false))
            throw new LocalPostgresException($"数据库已启动，但连接不上。日志在 {Path.Combine(folder, "server.log")}。");
    }

    public Task StopAsync() => StepAsync("stop", null, CancellationToken.None);

    /// <summary>Whether a server answers. One that is starting or stopping is waited for until it has made up its mind.</summary>
    private async Task<bool> AnswersAsync(string connectionString, CancellationToken cancellation)
    {
        var waited = Stopwatch.StartNew();
        while (File.Exists(Path.Combine(folder, ".s.PGSQL.5432")))
        {
            try
            {
                var connection = new NpgsqlConnection(connectionString);
                await using var _ = connection.ConfigureAwait(false);
                await connection.OpenAsync(cancellation).ConfigureAwait(false);
                return true;
            }
            catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.TooManyConnections)
            {
                return true;
            }
            catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.CannotConnectNow && waited.Elapsed < LongestReplay)
            {
                await Task.Delay(50, cancellation).ConfigureAwait(false);
            }
            catch (PostgresException e)
            {
                throw new LocalPostgresException($"数据目录 {options.DataFolder} 的数据库拒绝连接：{e.MessageText}", e);
            }
            catch (NpgsqlException e) when (e.InnerException is SocketException { SocketErrorCode: SocketError.ConnectionRefused or SocketError.AddressNotAvailable })
            {
                return false; // the socket of a server that was killed, or gone this instant
            }
            catch (NpgsqlException e)
            {
                throw new LocalPostgresException($"连接不上数据目录 {options.DataFolder} 的数据库：{e.Message}", e);
            }
        }
        return false;
    }

    private async Task StepAsync(string step, string? input, CancellationToken cancellation)
    {
        string[] script = ["/bin/sh", "-c", Script, "policytracker-cluster", step, bin, options.Durable ? "" : "--no-sync"];
        // The folder is opened before root's rights are given up; setsid keeps the terminal's Ctrl-C away.
        string[] command = ["/bin/sh", "-c", "exec 9<. && cd / && exec \"$@\"", "sh", "setsid", "-w", .. account.Wrap(script)];
        var result = await ServerProcess.RunAsync(command, folder, input, cancellation).ConfigureAwait(false);
        if (result.ExitCode == 0)
            return;
        var what = step switch { "create" => "建立", "start" => "启动", _ => "停止" };
        throw new LocalPostgresException($"无法{what}数据目录 {options.DataFolder} 的数据库（程序在 {bin}）：\n{result.Output}");
    }

    private string FindPrograms()
    {
        var version = File.Exists(VersionFile) ? File.ReadAllText(VersionFile).Trim() : null;
        return PostgresBinaries.Find(options.BinFolder, version) ?? throw new LocalPostgresException(
            (version is null ? "没有找到 PostgreSQL 服务器程序" : $"数据目录 {options.DataFolder} 由 PostgreSQL {version} 建立，没有找到这个版本的服务器程序")
            + "（initdb、pg_ctl、postgres 须在同一目录）。请安装（Debian、Ubuntu：apt-get install postgresql），"
            + $"或用环境变量 {PostgresBinaries.FolderVariable} 指明所在目录，或设置 ConnectionStrings__Tracker 使用已有的服务器。");
    }

    private static string ReadScript()
    {
        using var stream = typeof(Cluster).Assembly.GetManifestResourceStream("cluster.sh")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
