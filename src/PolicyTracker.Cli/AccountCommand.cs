using System.CommandLine;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PolicyTracker.Core;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Departments;
using PolicyTracker.Core.Storage;

namespace PolicyTracker.Cli;

/// <summary>
/// <c>pt account create</c>: prints the user name and a generated password, once; the first administrator is made so.
/// <c>pt account reset</c>: prints a new password alone; the way back in when nobody can sign in any more.
/// </summary>
internal static class AccountCommand
{
    public static Command Create() => new("account", "账号") { CreateCommand(), ResetCommand() };

    /// <summary>The account of that name, also when it is disabled.</summary>
    public static async Task<int> FindAsync(IServiceProvider services, string userName, CancellationToken cancellation)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<TrackerDb>>().CreateDbContextAsync(cancellation);
        var name = services.GetRequiredService<ILookupNormalizer>().NormalizeName(userName);
        return await db.Users.Where(a => a.NormalizedUserName == name).Select(a => (int?)a.Id).SingleOrDefaultAsync(cancellation)
            ?? throw new RuleException($"没有用户名为“{userName}”的账号。");
    }

    private static Command CreateCommand()
    {
        var role = new Option<string[]>("--role") { Description = string.Join('、', AccountRole.All), Required = true, AllowMultipleArgumentsPerToken = true };
        var user = new Option<string>("--user") { Description = "用户名", Required = true };
        var name = new Option<string?>("--name") { Description = "姓名（默认同用户名）" };
        var jurisdiction = new Option<string?>("--jurisdiction") { Description = "辖区名称（默认全国）" };
        var department = new Option<string?>("--department") { Description = "单位名称（承办人员必填）" };
        var data = TrackerDatabase.DataOption();
        var command = new Command("create", "新建账号") { role, user, name, jurisdiction, department, data };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var database = await TrackerDatabase.OpenAsync(parsed.GetRequiredValue(data), cancellation);
            await using var scope = database.Scope();
            var (jurisdictionId, departmentId) = await PlaceAsync(scope.ServiceProvider, parsed.GetValue(jurisdiction), parsed.GetValue(department), cancellation);
            var userName = parsed.GetRequiredValue(user);
            var made = await scope.ServiceProvider.GetRequiredService<AccountActions>().CreateAsync(
                Actor.Portal, new NewAccount(userName, parsed.GetValue(name) ?? userName, parsed.GetRequiredValue(role), jurisdictionId, departmentId), cancellation);
            Console.WriteLine($"{made.UserName}\t{made.Password}");
            return 0;
        });
        return command;
    }

    private static Command ResetCommand()
    {
        var user = new Option<string>("--user") { Description = "用户名", Required = true };
        var data = TrackerDatabase.DataOption();
        var command = new Command("reset", "重置密码并解锁；下次登录须更换密码") { user, data };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var database = await TrackerDatabase.OpenAsync(parsed.GetRequiredValue(data), cancellation);
            await using var scope = database.Scope();
            var account = await FindAsync(scope.ServiceProvider, parsed.GetRequiredValue(user), cancellation);
            Console.WriteLine(await scope.ServiceProvider.GetRequiredService<AccountActions>().ResetPasswordAsync(Actor.Portal, account, cancellation: cancellation));
            return 0;
        });
        return command;
    }

    private static async Task<(int Jurisdiction, int? Department)> PlaceAsync(
        IServiceProvider services, string? jurisdiction, string? department, CancellationToken cancellation)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<TrackerDb>>().CreateDbContextAsync(cancellation);
        var place = await db.Jurisdictions.Where(j => jurisdiction == null ? j.Id == Jurisdiction.RootId : j.Name == jurisdiction).ToListAsync(cancellation);
        if (place.Count != 1)
        {
            throw new RuleException(place.Count == 0 ? $"没有名为“{jurisdiction}”的辖区。" : $"有{place.Count}个名为“{jurisdiction}”的辖区，无法确定是哪一个。");
        }

        if (department is null)
        {
            return (place[0].Id, null);
        }

        var found = await DepartmentByName.FindAsync(db, place[0].Id, department, cancellation);
        return (place[0].Id, found ?? throw new RuleException($"{place[0].Name}没有名为“{department}”的单位。"));
    }
}
