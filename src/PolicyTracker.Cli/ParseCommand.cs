using System.CommandLine;

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
        return command;
    }
}
