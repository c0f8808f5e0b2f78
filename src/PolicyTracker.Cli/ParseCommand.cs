using System.CommandLine;
using PolicyTracker.Core;
using PolicyTracker.Parsing;
using PolicyTracker.Parsing.Sources;

namespace PolicyTracker.Cli;

/// <summary><c>pt parse FILE</c>: what was read, without a database.</summary>
internal static class ParseCommand
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "要读的文件" };
        var format = new Option<string>("--format") { Description = "json 或 text", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("json", "text");
        var command = new Command("parse", "读出一个文件里的任务，不用数据库") { file, format };
        command.SetAction((parsed, cancellation) => RunAsync(parsed.GetRequiredValue(file), parsed.GetRequiredValue(format), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(FileInfo file, string format, CancellationToken cancellation)
    {
        var bytes = await File.ReadAllBytesAsync(file.FullName, cancellation);
        var reading = SourceReader.Read(bytes, file.Name);
        var notice = NoticeParser.Parse(reading.Text ?? throw new RuleException(reading.Refusal ?? "文件无法读取。"));
        if (format == "json")
        {
            await using var output = Console.OpenStandardOutput();
            NoticeJson.Write(output, notice);
        }
        else
        {
            NoticeText.Write(Console.Out, notice);
        }

        return 0;
    }
}
