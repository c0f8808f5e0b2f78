using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PolicyTracker.Core;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Storage;

namespace PolicyTracker.Cli;

/// <summary><c>pt token create --user NAME</c>: prints the token alone; the database keeps its hash.</summary>
internal static class TokenCommand
{
    public static Command Create() => new("token", "接口令牌") { CreateCommand() };

    private static Command CreateCommand()
    {
        var user = new Option<string>("--user") { Description = "用户名", Required = true };
        var expires = new Option<int?>("--expires") { Description = "有效天数（默认不过期）" };
        expires.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int?>() is <= 0)
            {
                result.AddError("--expires 应是正整数。");
            }
        });
        var data = TrackerDatabase.DataOption();
        var command = new Command("create", "为一个账号新建令牌") { user, expires, data };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var database = await TrackerDatabase.OpenAsync(parsed.GetRequiredValue(data), cancellation);
            await using var scope = database.Scope();
            Console.WriteLine(await CreateAsync(scope.ServiceProvider, parsed.GetRequiredValue(user), parsed.GetValue(expires), cancellation));
            return 0;
        });
        return command;
    }

    private static async Task<string> CreateAsync(IServiceProvider services, string userName, int? expiresAfterDays, CancellationToken cancellation)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<TrackerDb>>().CreateDbContextAsync(cancellation);
        var account = await db.Users.SingleOrDefaultAsync(a => a.UserName == userName && a.DisabledAt == null, cancellation)
            ?? throw new RuleException($"没有用户名为“{userName}”的有效账号。");
        var (secret, row) = ApiToken.Create(account.Id, services.GetRequiredService<TimeProvider>().GetUtcNow(), expiresAfterDays);
        db.ApiTokens.Add(row);
        await db.SaveChangesAsync(cancellation);
        return secret;
    }
}
