using System.Runtime.Versioning;
using Npgsql;
using PolicyTracker.LocalPostgres;

namespace PolicyTracker.Tests.LocalPostgres;

[UnsupportedOSPlatform("windows")]
public sealed class ServerStartTests : IDisposable
{
    private const UnixFileMode Mode0700 = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private readonly ScratchFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task First_start_makes_the_cluster_and_the_second_keeps_what_was_committed()
    {
        await using (var first = await LocalPostgresServer.StartAsync(folder.Options))
            await ScratchFolder.AddNoteAsync(first);
        await using var second = await LocalPostgresServer.StartAsync(folder.Options);
        Assert.Equal(1, await ScratchFolder.CountNotesAsync(second));
    }

    [Fact]
    public async Task Dispose_leaves_no_process_and_can_be_called_twice()
    {
        var server = await LocalPostgresServer.StartAsync(folder.Options);
        Assert.NotEmpty(folder.Processes());
        await server.DisposeAsync();
        Assert.Empty(folder.Processes());
        await server.DisposeAsync();
    }

    [Fact]
    public async Task Cluster_is_UTF8_with_checksums_and_listens_on_a_socket_alone()
    {
        await using var server = await LocalPostgresServer.StartAsync(folder.Options with { Durable = true });
        await using var source = NpgsqlDataSource.Create(server.ConnectionString("postgres"));
        await using var command = source.CreateCommand("""
            SELECT concat_ws(' ', current_setting('server_encoding'), current_setting('lc_ctype'), current_setting('data_checksums'),
                current_setting('fsync'), current_setting('timezone'), '[' || current_setting('listen_addresses') || ']')
            """);
        Assert.Equal("UTF8 C.UTF-8 on on Asia/Shanghai []", await command.ExecuteScalarAsync());
    }

    [Fact]
    public async Task Password_is_asked_for_and_its_file_is_readable_by_its_owner_alone()
    {
        await using var server = await LocalPostgresServer.StartAsync(folder.Options);
        var mode = File.GetUnixFileMode(Path.Combine(folder.DataFolder, "postgres/password"));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, mode);
        var wrong = new NpgsqlConnectionStringBuilder(server.ConnectionString("postgres")) { Password = "guess", Pooling = false };
        await using var connection = new NpgsqlConnection(wrong.ConnectionString);
        var refusal = await Assert.ThrowsAsync<PostgresException>(() => connection.OpenAsync());
        Assert.Equal(PostgresErrorCodes.InvalidPassword, refusal.SqlState);
    }

    [Fact]
    public async Task Data_folder_of_mode_0700_that_exists_is_used_as_it_is()
    {
        Directory.CreateDirectory(folder.DataFolder, Mode0700);
        await using var server = await LocalPostgresServer.StartAsync(folder.Options);
        await ScratchFolder.AddNoteAsync(server);
        Assert.Equal(Mode0700, File.GetUnixFileMode(folder.DataFolder));
    }

    [Fact]
    public async Task Parents_that_the_server_may_not_enter_stay_closed_and_do_no_harm()
    {
        var home = Directory.CreateDirectory(Path.Combine(folder.Root, "home"), Mode0700).FullName;
        var clone = Directory.CreateDirectory(Path.Combine(home, "clone"), Mode0700).FullName;
        await using (var server = await LocalPostgresServer.StartAsync(folder.Options with { DataFolder = Path.Combine(clone, ".data") }))
            await ScratchFolder.AddNoteAsync(server);
        await using var again = await LocalPostgresServer.StartAsync(folder.Options with { DataFolder = Path.Combine(clone, ".data") });
        Assert.Equal(1, await ScratchFolder.CountNotesAsync(again));
        Assert.Equal((Mode0700, Mode0700), (File.GetUnixFileMode(home), File.GetUnixFileMode(clone)));
    }

    [Theory]
    [InlineData("督查 数据, 'a': $(b)")]
    [InlineData("a-folder-with-a-name-of-a-length-that-leaves-no-room-for-the-107-bytes-that-the-path-of-a-socket-may-have")]
    public async Task Names_that_do_not_fit_a_socket_path_are_no_obstacle(string name)
    {
        var options = folder.Options with { DataFolder = Path.Combine(folder.Root, name) };
        await using var server = await LocalPostgresServer.StartAsync(options);
        await ScratchFolder.AddNoteAsync(server);
        Assert.Equal(1, await ScratchFolder.CountNotesAsync(server));
    }

    [Fact]
    public async Task First_start_that_was_killed_half_way_is_begun_again()
    {
        var half = Directory.CreateDirectory(Path.Combine(folder.DataFolder, "postgres/cluster.new.17")).FullName;
        await File.WriteAllTextAsync(Path.Combine(half, "PG_VERSION"), "15\n");
        await using var server = await LocalPostgresServer.StartAsync(folder.Options);
        await ScratchFolder.AddNoteAsync(server);
        Assert.False(Directory.Exists(half));
    }

    [Theory]
    [InlineData(20)]
    [InlineData(200)]
    [InlineData(600)]
    [InlineData(900)]
    public async Task Start_that_is_cancelled_leaves_no_process_and_can_be_repeated(int milliseconds)
    {
        using var cancellation = new CancellationTokenSource(milliseconds);
        try
        {
            await using var quick = await LocalPostgresServer.StartAsync(folder.Options, cancellation.Token);
        }
        catch (OperationCanceledException)
        {
            // On a fast machine the start may have won.
        }
        Assert.Empty(folder.Processes());
        await using var server = await LocalPostgresServer.StartAsync(folder.Options);
        await ScratchFolder.AddNoteAsync(server);
    }

    [Fact]
    public async Task Cluster_of_another_version_is_left_alone_and_the_version_is_named()
    {
        await using (await LocalPostgresServer.StartAsync(folder.Options))
        {
        }
        await File.WriteAllTextAsync(Path.Combine(folder.DataFolder, "postgres/cluster/PG_VERSION"), "9\n");
        var refusal = await Assert.ThrowsAsync<LocalPostgresException>(() => LocalPostgresServer.StartAsync(folder.Options));
        Assert.Contains("PostgreSQL 9 ", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_programs_it_says_what_to_install()
    {
        var refusal = await Assert.ThrowsAsync<LocalPostgresException>(
            () => LocalPostgresServer.StartAsync(folder.Options with { BinFolder = folder.Root }));
        Assert.Contains("apt-get install postgresql", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("PT_POSTGRES_BIN", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Setting_that_the_server_rejects_is_shown_from_its_log()
    {
        await using (await LocalPostgresServer.StartAsync(folder.Options))
        {
        }
        await File.WriteAllTextAsync(Path.Combine(folder.DataFolder, "postgres/cluster/local.conf"), "shared_buffers = many\n");
        var refusal = await Assert.ThrowsAsync<LocalPostgresException>(() => LocalPostgresServer.StartAsync(folder.Options));
        Assert.Contains("shared_buffers", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Database_is_created_once_and_cloned_from_a_template()
    {
        await using var server = await LocalPostgresServer.StartAsync(folder.Options);
        await server.CreateDatabaseAsync("model");
        var unpooled = new NpgsqlConnectionStringBuilder(server.ConnectionString("model")) { Pooling = false }.ConnectionString;
        await using (var source = NpgsqlDataSource.Create(unpooled))
        await using (var command = source.CreateCommand("CREATE TABLE note (words text); INSERT INTO note VALUES ('一')"))
            await command.ExecuteNonQueryAsync();
        await server.CreateDatabaseAsync("model");
        await Task.WhenAll(server.CreateDatabaseAsync("tracker", "model"), server.CreateDatabaseAsync("other", "model"));
        Assert.Equal(1, await ScratchFolder.CountNotesAsync(server));
    }
}
