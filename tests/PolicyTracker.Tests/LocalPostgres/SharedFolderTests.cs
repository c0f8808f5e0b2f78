using Npgsql;
using PolicyTracker.LocalPostgres;

namespace PolicyTracker.Tests.LocalPostgres;

/// <summary>Several processes and one data folder: held, killed, adopted, joined.</summary>
public sealed class SharedFolderTests : IDisposable
{
    private readonly ScratchFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Folder_of_a_living_instance_is_refused_with_its_number_and_its_name()
    {
        using var owner = await OtherProcess.OwningAsync(folder.DataFolder);
        var refusal = await Assert.ThrowsAsync<LocalPostgresException>(() => LocalPostgresServer.StartAsync(folder.Options));
        Assert.Contains(folder.DataFolder, refusal.Message, StringComparison.Ordinal);
        Assert.Contains($"进程号 {owner.Number}", refusal.Message, StringComparison.Ordinal);
        await owner.EndAsync();
        Assert.Empty(folder.Processes());
        await using var next = await LocalPostgresServer.StartAsync(folder.Options);
    }

    [Fact]
    public async Task Server_whose_owner_was_killed_is_adopted_with_its_data()
    {
        using var owner = await OtherProcess.OwningAsync(folder.DataFolder);
        var left = folder.ServerNumber;
        owner.KillHard();
        await using (var next = await LocalPostgresServer.StartAsync(folder.Options))
        {
            Assert.Equal(left, folder.ServerNumber);
            await ScratchFolder.AddNoteAsync(next);
        }
        Assert.Empty(folder.Processes());
    }

    [Fact]
    public async Task Interrupt_of_the_terminal_does_not_reach_the_server()
    {
        using var owner = await OtherProcess.OwningAsync(folder.DataFolder);
        var left = folder.ServerNumber;
        owner.InterruptGroup();
        await using var next = await LocalPostgresServer.StartAsync(folder.Options);
        Assert.Equal(left, folder.ServerNumber);
    }

    [Fact]
    public async Task Killed_server_is_started_again_with_all_that_was_committed()
    {
        var durable = folder.Options with { Durable = true };
        var first = await LocalPostgresServer.StartAsync(durable);
        await ScratchFolder.AddNoteAsync(first);
        OtherProcess.Kill(folder.ServerNumber);
        await first.DisposeAsync();
        Assert.Empty(folder.Processes());
        await using var second = await LocalPostgresServer.StartAsync(durable);
        Assert.Equal(1, await ScratchFolder.CountNotesAsync(second));
    }

    [Fact]
    public async Task Remains_of_a_killed_server_are_waited_for_until_their_memory_is_free()
    {
        var first = await LocalPostgresServer.StartAsync(folder.Options);
        await using var source = NpgsqlDataSource.Create(first.ConnectionString("postgres"));
        await using var session = await source.OpenConnectionAsync();
        await using var fill = session.CreateCommand();
        // Held by the session's process, whose end then takes a while, in which /proc no longer names its program.
        fill.CommandText = "SELECT set_config('test.a', repeat('x', 500000000), false) IS NULL, set_config('test.b', repeat('x', 500000000), false) IS NULL";
        await fill.ExecuteNonQueryAsync();
        OtherProcess.Kill(folder.ServerNumber);
        await first.DisposeAsync();
        Assert.Empty(folder.Processes());
    }

    [Fact]
    public async Task Owner_and_server_killed_together_are_recovered_from()
    {
        using var owner = await OtherProcess.OwningAsync(folder.DataFolder);
        await using (var visitor = await LocalPostgresServer.ConnectOrStartAsync(folder.Options))
            await ScratchFolder.AddNoteAsync(visitor);
        owner.KillHard();
        OtherProcess.Kill(folder.ServerNumber);
        await using var next = await LocalPostgresServer.StartAsync(folder.Options);
        Assert.Equal(1, await ScratchFolder.CountNotesAsync(next));
    }

    [Fact]
    public async Task Lock_file_that_names_a_foreign_process_is_not_believed()
    {
        await using (await LocalPostgresServer.StartAsync(folder.Options))
        {
        }
        // As after the restart of a container: the number in the file is now another program's.
        await File.WriteAllTextAsync(
            Path.Combine(folder.DataFolder, "postgres/cluster/postmaster.pid"), $"{Environment.ProcessId}\n/x\n1\n5432\n");
        await using var next = await LocalPostgresServer.StartAsync(folder.Options);
        await ScratchFolder.AddNoteAsync(next);
    }

    [Fact]
    public async Task Visitor_of_a_running_portal_leaves_its_server_alone()
    {
        using var owner = await OtherProcess.OwningAsync(folder.DataFolder);
        var server = folder.ServerNumber;
        await using (var visitor = await LocalPostgresServer.ConnectOrStartAsync(folder.Options))
            await ScratchFolder.AddNoteAsync(visitor);
        Assert.Equal(server, folder.ServerNumber);
        Assert.Contains(server, folder.Processes());
    }

    [Fact]
    public async Task Last_visitor_of_a_stopped_portal_stops_the_server()
    {
        var first = await LocalPostgresServer.ConnectOrStartAsync(folder.Options);
        await using (var second = await LocalPostgresServer.ConnectOrStartAsync(folder.Options))
        {
            await first.DisposeAsync();
            await ScratchFolder.AddNoteAsync(second);
        }
        Assert.Empty(folder.Processes());
    }

    [Fact]
    public async Task Portal_takes_over_the_server_that_a_visitor_started()
    {
        var visitor = await LocalPostgresServer.ConnectOrStartAsync(folder.Options);
        await using var portal = await LocalPostgresServer.StartAsync(folder.Options);
        await visitor.DisposeAsync();
        await ScratchFolder.AddNoteAsync(portal);
    }

    [Fact]
    public async Task Instances_that_start_together_are_one_owner_and_one_refusal()
    {
        async Task<object> Try()
        {
            try
            {
                return await LocalPostgresServer.StartAsync(folder.Options);
            }
            catch (LocalPostgresException e)
            {
                return e;
            }
        }
        var outcomes = await Task.WhenAll(Task.Run(Try), Task.Run(Try));
        Assert.Single(outcomes.OfType<LocalPostgresException>());
        await outcomes.OfType<LocalPostgresServer>().Single().DisposeAsync();
    }
}
