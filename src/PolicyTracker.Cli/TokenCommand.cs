using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PolicyTracker.Core;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Storage;

namespace PolicyTracker.Cli;

/// <summary><c>pt token create --user NAME</c>: prints the token alone; the database keeps its hash. <c>pt token revoke</c>.</summary>
internal static class TokenCommand
{
    public static Command Create() => new("token", "接口令牌") { CreateCommand(), RevokeCommand() };

    private static Command CreateCommand()
    {
        var user = new Option<string>("--user") { Description = "用户名", Required = true };
        var expires = new Option<int?>("--expires") { Description = "有效天数（默认不过期）" };
        var name = new Option<string>("--name") { Description = "用途", DefaultValueFactory = _ => "命令行新建" };
        var data = TrackerDatabase.DataOption();
        var command = new Command("create", "为一个账号新建令牌") { user, expires, name, data };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var database = await TrackerDatabase.OpenAsync(parsed.GetRequiredValue(data), cancellation);
            await using var scope = database.Scope();
            var account = await AccountCommand.FindAsync(scope.ServiceProvider, parsed.GetRequiredValue(user), cancellation);
            var form = new TokenForm(parsed.GetRequiredValue(name), parsed.GetValue(expires));
            Console.WriteLine(await scope.ServiceProvider.GetRequiredService<TokenActions>().CreateAsync(Actor.Portal, account, form, cancellation));
            return 0;
        });
        return command;
    }

    private static Command RevokeCommand()
    {
        var user = new Option<string>("--user") { Description = "吊销这个账号的全部令牌" };
        var token = new Option<string>("--token") { Description = "吊销这一个令牌" };
        var data = TrackerDatabase.DataOption();
        var command = new Command("revoke", "吊销令牌") { user, token, data };
        command.SetAction(async (parsed, cancellation) =>
        {
            if ((parsed.GetValue(user) is null) == (parsed.GetValue(token) is null))
            {
                throw new RuleException("请用 --user 或 --token 指明吊销哪些令牌。");
            }

            await using var database = await TrackerDatabase.OpenAsync(parsed.GetRequiredValue(data), cancellation);
            await using var scope = database.Scope();
            Console.WriteLine($"已吊销{await RevokeAsync(scope.ServiceProvider, parsed.GetValue(user), parsed.GetValue(token), cancellation)}个令牌");
            return 0;
        });
        return command;
    }

    private static async Task<int> RevokeAsync(IServiceProvider services, string? userName, string? secret, CancellationToken cancellation)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<TrackerDb>>().CreateDbContextAsync(cancellation);
        var account = userName is null ? (int?)null : await AccountCommand.FindAsync(services, userName, cancellation);
        var hash = secret is null ? [] : ApiToken.HashOf(secret);
        var tokens = await db.ApiTokens
            .Where(t => t.RevokedAt == null && (t.AccountId == account || t.Hash == hash))
            .Select(t => t.Id)
            .ToListAsync(cancellation);
        if (tokens.Count == 0)
        {
            throw new RuleException("没有可以吊销的令牌。");
        }

        foreach (var token in tokens)
        {
            await services.GetRequiredService<TokenActions>().RevokeAsync(Actor.Portal, token, cancellation);
        }

        return tokens.Count;
    }
}
