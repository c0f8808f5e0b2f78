using System.Text.Json;
using Npgsql;
using PolicyTracker.Core.Storage;
using PolicyTracker.LocalPostgres;

namespace PolicyTracker.Tests.Cli;

/// <summary><c>pt</c> as a person or a script calls it.</summary>
public sealed class CommandLineTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("policytracker-cli-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Parse_gives_the_contract_and_nothing_else_on_standard_output()
    {
        var (code, output, _) = await RunAsync(null, "parse", Built.Notices[1], "--format", "json");
        Assert.Equal(0, code);
        var document = Assert.Single(JsonDocument.Parse(output).RootElement.GetProperty("documents").EnumerateArray());
        Assert.Equal("保政办发〔2018〕66号", document.GetProperty("docNumber").GetString());
        var task = document.GetProperty("tasks")[0];
        Assert.Equal(["市卫生计生委", "市科技局", "市人力资源社会保障局"], task.GetProperty("departments").EnumerateArray().Select(d => d.GetProperty("name").GetString()));
        Assert.Equal("lead", task.GetProperty("departments")[0].GetProperty("role").GetString());
    }

    [Fact]
    public async Task Parse_for_a_person_names_tasks_and_lines()
    {
        var (code, output, _) = await RunAsync(null, "parse", Built.Notices[1]);
        Assert.Equal(0, code);
        Assert.Contains("市卫生计生委", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Missing_file_is_an_error_in_words()
    {
        var (code, output, errors) = await RunAsync(null, "parse", "/nowhere/notice.txt");
        Assert.NotEqual(0, code);
        Assert.Empty(output);
        Assert.NotEmpty(errors);
    }

    [Fact]
    public async Task Import_twice_changes_nothing_and_exits_zero()
    {
        var database = await TestCluster.CreateDatabaseAsync("cli_import");
        Assert.Equal(0, (await RunAsync(database, "import", Built.Notices[1])).ExitCode);
        var tasks = await CountAsync(database);
        var (code, output, _) = await RunAsync(database, "import", Built.Notices[1]);
        Assert.Equal(0, code);
        Assert.Contains("已经导入过", output, StringComparison.Ordinal);
        Assert.Equal(tasks, await CountAsync(database));
    }

    [Fact]
    public async Task Made_up_tasks_fill_an_empty_database_and_no_other()
    {
        var database = TestCluster.AsOwner(await TestCluster.CreateDatabaseAsync("cli_drill"));
        var (code, output, errors) = await RunAsync(database, "bench-data", "--tasks", "150");
        Assert.Equal((0, 150L), (code, await CountAsync(database)));
        Assert.StartsWith("已生成150项演练任务", output, StringComparison.Ordinal);
        Assert.Contains("已写入150项任务，共150项", errors, StringComparison.Ordinal);
        var (again, nothing, refusal) = await RunAsync(database, "bench-data", "--tasks", "150");
        Assert.NotEqual(0, again);
        Assert.Empty(nothing);
        Assert.Contains("已经是演练库", refusal, StringComparison.Ordinal);
        Assert.NotEqual(0, (await RunAsync(database, "import", Built.Notices[1])).ExitCode);
        Assert.Equal(150, await CountAsync(database));
    }

    [Fact]
    public async Task Refused_file_exits_non_zero_and_the_others_are_imported()
    {
        var database = await TestCluster.CreateDatabaseAsync("cli_refused");
        var empty = Path.GetTempFileName();
        var (code, output, errors) = await RunAsync(database, "import", empty, Built.Notices[1]);
        File.Delete(empty);
        Assert.NotEqual(0, code);
        Assert.Contains(Path.GetFileName(empty), errors, StringComparison.Ordinal);
        Assert.Contains("已导入1份文件", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task First_administrator_and_a_token_are_made_from_a_shell()
    {
        var database = await TestCluster.CreateDatabaseAsync("cli_account");
        var (code, output, _) = await RunAsync(database, "account", "create", "--role", "administrator", "--user", "first");
        Assert.Equal(0, code);
        Assert.Matches(@"^first\t\S{12,}\s*$", output);
        var token = await RunAsync(database, "token", "create", "--user", "first");
        Assert.Equal(0, token.ExitCode);
        Assert.Matches(@"^pt_\S{40,}\s*$", token.Output);
        Assert.Equal(0, (await RunAsync(database, "token", "revoke", "--token", token.Output.Trim())).ExitCode);
        Assert.NotEqual(0, (await RunAsync(database, "token", "revoke", "--user", "first")).ExitCode);
        var reset = await RunAsync(database, "account", "reset", "--user", "FIRST");
        Assert.Equal(0, reset.ExitCode);
        Assert.Matches(@"^\S{16}\s*$", reset.Output);
        await using var source = NpgsqlDataSource.Create(database);
        await using var command = source.CreateCommand("SELECT string_agg(action, ' ' ORDER BY sequence) FROM audit_entries WHERE account_name LIKE '命令行%'");
        Assert.Equal("account.create account.grant token.create token.revoke account.password", await command.ExecuteScalarAsync());
    }

    [Fact]
    public async Task Audit_is_verified_and_a_broken_log_exits_non_zero_with_the_entry_named()
    {
        var database = await TestCluster.CreateDatabaseAsync("cli_audit");
        await RunAsync(database, "account", "create", "--role", "administrator", "--user", "first");
        var (code, output, _) = await RunAsync(database, "audit", "verify");
        Assert.Equal(0, code);
        Assert.Matches(@"共2条，最后一条是第2条，时间 \d{4}-", output);
        await using (var source = NpgsqlDataSource.Create(TestCluster.AsOwner(database)))
        await using (var command = source.CreateCommand("UPDATE audit_entries SET words = '改过' WHERE sequence = 2"))
        {
            await command.ExecuteNonQueryAsync();
        }

        var broken = await RunAsync(database, "audit", "verify");
        Assert.NotEqual(0, broken.ExitCode);
        Assert.Empty(broken.Output);
        Assert.Contains("第2条", broken.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Private_database_from_before_the_two_roles_is_brought_over()
    {
        var data = Path.Combine(folder, "old");
        await using (var server = await LocalPostgresServer.StartAsync(new LocalPostgresOptions(data)))
        {
            await server.CreateDatabaseAsync("policytracker");
            await Migrator.MigrateAsync(new NpgsqlConnectionStringBuilder(server.ConnectionString("policytracker")) { Pooling = false }.ConnectionString);
        }

        var made = await RunAsync(null, "account", "create", "--role", "administrator", "--user", "first", "--data", data);
        Assert.Equal((0, ""), (made.ExitCode, made.Errors));
        var verified = await RunAsync(null, "audit", "verify", "--data", data);
        Assert.Contains("共2条", verified.Output, StringComparison.Ordinal);
        await using var again = await LocalPostgresServer.ConnectOrStartAsync(new LocalPostgresOptions(data));
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(again.ApplicationConnectionString("policytracker")) { Pooling = false }.ConnectionString);
        await using var command = source.CreateCommand("DELETE FROM audit_entries");
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, (await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync())).SqlState);
    }

    [Theory]
    [InlineData("account", "create", "--role", "nobody", "--user", "x")]
    [InlineData("account", "create", "--role", "staff", "--user", "x")] // staff need a department
    [InlineData("account", "create", "--role", "supervisor", "--role", "auditor", "--user", "x")]
    [InlineData("token", "create", "--user", "nobody")]
    [InlineData("token", "revoke")]
    [InlineData("account", "reset", "--user", "nobody")]
    [InlineData("audit", "prune", "--before", "2999-01-01")]
    public async Task What_the_rules_forbid_exits_non_zero_and_says_why(params string[] arguments)
    {
        var database = await TestCluster.CreateDatabaseAsync("cli_refusals");
        var (code, output, errors) = await RunAsync(database, arguments);
        Assert.NotEqual(0, code);
        Assert.Empty(output);
        Assert.Matches(@"\p{IsCJKUnifiedIdeographs}", errors);
    }

    private Task<(int ExitCode, string Output, string Errors)> RunAsync(string? database, params string[] arguments) =>
        RunningProgram.RunAsync(
            Built.CommandLine, arguments,
            database is null ? null : new Dictionary<string, string>
            {
                ["ConnectionStrings__Tracker"] = database,
                ["ConnectionStrings__TrackerOwner"] = TestCluster.AsOwner(database),
                ["PT_DATA"] = Path.Combine(folder, new NpgsqlConnectionStringBuilder(database).Database!),
            });

    private static async Task<long> CountAsync(string database)
    {
        await using var source = NpgsqlDataSource.Create(database);
        await using var command = source.CreateCommand("SELECT count(*) FROM tasks");
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
