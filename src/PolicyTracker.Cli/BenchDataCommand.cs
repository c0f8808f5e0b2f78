using System.CommandLine;
using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using PolicyTracker.Core.Drill;

namespace PolicyTracker.Cli;

/// <summary><c>pt bench-data --tasks N</c>: fills an empty database with made-up tasks, the same for the same N.</summary>
internal static class BenchDataCommand
{
    public static Command Create()
    {
        var tasks = new Option<int>("--tasks") { Description = "生成多少项任务", Required = true };
        var data = TrackerDatabase.DataOption();
        var command = new Command("bench-data", "在空的数据库里生成演练数据，用于测量和练习；已有正式文件的数据库不作改动") { tasks, data };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var database = await TrackerDatabase.OpenAsync(parsed.GetRequiredValue(data), cancellation, asOwner: true);
            await using var scope = database.Scope();
            var wanted = parsed.GetRequiredValue(tasks);
            var started = Stopwatch.GetTimestamp();
            await scope.ServiceProvider.GetRequiredService<DrillFill>().FillAsync(wanted, Tell, cancellation);
            Console.WriteLine($"已生成{wanted}项演练任务，用时{Stopwatch.GetElapsedTime(started).TotalSeconds:0}秒");
            return 0;

            void Tell(string words) => Console.Error.WriteLine($"[{Stopwatch.GetElapsedTime(started).TotalSeconds:0}秒] {words}");
        });
        return command;
    }
}
