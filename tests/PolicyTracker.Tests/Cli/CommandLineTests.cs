using System.Text.Json;
using Npgsql;

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
    }

    [Theory]
    [InlineData("account", "create", "--role", "nobody", "--user", "x")]
    [InlineData("account", "create", "--role", "staff", "--user", "x")] // staff need a department
    [InlineData("account", "create", "--role", "supervisor", "--role", "auditor", "--user", "x")]
    [InlineData("token", "create", "--user", "nobody")]
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
