using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Import;

namespace PolicyTracker.Cli;

/// <summary><c>pt import FILE…</c>: reads, confirms and stores; exit 1 when a file was refused.</summary>
internal static class ImportCommand
{
    public static Command Create()
    {
        var files = new Argument<FileInfo[]>("FILE") { Description = "要导入的文件", Arity = ArgumentArity.OneOrMore };
        var confirmed = new Option<bool>("--internal-confirmed") { Description = "标有“内部”“工作秘密”的文件，已确认可以存放在本系统" };
        var data = TrackerDatabase.DataOption();
        var command = new Command("import", "导入文件并确认；已经导入过的文件不作改动") { files, confirmed, data };
        command.SetAction((parsed, cancellation) =>
            RunAsync(parsed.GetRequiredValue(files), parsed.GetValue(confirmed), parsed.GetRequiredValue(data), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(FileInfo[] files, bool internalConfirmed, string data, CancellationToken cancellation)
    {
        await using var database = await TrackerDatabase.OpenAsync(data, cancellation);
        await using var scope = database.Scope();
        var import = scope.ServiceProvider.GetRequiredService<NoticeImport>();
        var refused = 0;
        foreach (var file in files)
        {
            var bytes = await File.ReadAllBytesAsync(file.FullName, cancellation);
            var result = await import.ImportAsync(file.Name, bytes, Actor.Portal, internalConfirmed: internalConfirmed, cancellation: cancellation);
            if (result.Outcome is ImportOutcome.Refused or ImportOutcome.AskFirst)
            {
                refused++;
                Console.Error.WriteLine($"{result.FileName}: {result.Message}");
                continue;
            }

            Console.WriteLine($"{file.Name}: {result.Message}");
            foreach (var document in result.Documents)
            {
                Console.WriteLine($"  {document.Id}\t{document.Jurisdiction}\t{document.Tasks}项（已明确责任单位{document.Assigned}项）\t{document.Title}");
            }
        }

        return refused == 0 ? 0 : 1;
    }
}
