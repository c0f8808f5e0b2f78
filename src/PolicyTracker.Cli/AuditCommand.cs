using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using PolicyTracker.Core.Audit;

namespace PolicyTracker.Cli;

/// <summary><c>pt audit verify</c>: exit 1 and the entry's number when the chain is broken. <c>pt audit prune</c>: removes old entries.</summary>
internal static class AuditCommand
{
    public static Command Create() => new("audit", "审计记录") { VerifyCommand(), PruneCommand() };

    private static Command VerifyCommand()
    {
        var data = TrackerDatabase.DataOption();
        var command = new Command("verify", "核验审计记录没有被改动、删除、插入或截断") { data };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var database = await TrackerDatabase.OpenAsync(parsed.GetRequiredValue(data), cancellation);
            await using var scope = database.Scope();
            var verdict = await scope.ServiceProvider.GetRequiredService<AuditVerification>().VerifyAsync(cancellation);
            (verdict.IsIntact ? Console.Out : Console.Error).WriteLine(verdict);
            return verdict.IsIntact ? 0 : 1;
        });
        return command;
    }

    private static Command PruneCommand()
    {
        var before = new Option<DateOnly>("--before")
        {
            Description = $"清理这一天以前的记录，例如 2026-01-31；至少保留{AuditPruning.KeptDays}天",
            Required = true,
            CustomParser = result =>
            {
                var text = result.Tokens[0].Value;
                if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
                {
                    return date;
                }

                result.AddError($"--before 应写成 2026-01-31 这样的日期，而不是“{text}”。");
                return default;
            },
        };
        var data = TrackerDatabase.DataOption();
        var command = new Command("prune", "清理旧的审计记录，留下签名的清理点") { before, data };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var database = await TrackerDatabase.OpenAsync(parsed.GetRequiredValue(data), cancellation, asOwner: true);
            await using var scope = database.Scope();
            var removed = await scope.ServiceProvider.GetRequiredService<AuditPruning>().PruneAsync(parsed.GetRequiredValue(before), cancellation);
            Console.WriteLine($"已清理{removed}条");
            return 0;
        });
        return command;
    }
}
