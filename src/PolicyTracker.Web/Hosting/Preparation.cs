using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Import;

namespace PolicyTracker.Web.Hosting;

/// <summary>Whether the portal is seeded; until then it answers 503.</summary>
public sealed class Readiness
{
    private volatile bool ready;

    public bool IsReady => ready;

    public void Declare() => ready = true;
}

/// <summary>What happens between the first request that can be accepted and the first that is served: seed and demo accounts.</summary>
public sealed class Preparation(
    PortalOptions options, NoticeImport import, IServiceScopeFactory scopes, Readiness readiness,
    IHostApplicationLifetime lifetime, ILogger<Preparation> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            if (options.Seed)
            {
                await SeedAsync(stoppingToken);
            }

            var demo = options.ExternalDatabase is null ? await DemoAccountsAsync(stoppingToken) : null;
            readiness.Declare();
            Announce(demo);
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
        {
            log.LogCritical(failure, "The portal could not be made ready");
            Environment.ExitCode = 1;
            lifetime.StopApplication();
            return;
        }

        await RehearseAsync(stoppingToken);
    }

    // Nobody waits for it, and the portal serves without it.
    private async Task RehearseAsync(CancellationToken cancellation)
    {
        try
        {
            await import.RehearseAsync(cancellation);
        }
        catch (Exception failure) when (!cancellation.IsCancellationRequested)
        {
            log.LogWarning(failure, "The import could not be rehearsed; the first one will take longer");
        }
    }

    private async Task SeedAsync(CancellationToken cancellation)
    {
        foreach (var path in Directory.GetFiles(options.NoticesFolder).Order(StringComparer.Ordinal))
        {
            var bytes = await File.ReadAllBytesAsync(path, cancellation);
            var result = await import.ImportAsync(Path.GetFileName(path), bytes, Actor.Portal, cancellation: cancellation);
            var level = result.Outcome == ImportOutcome.Refused ? LogLevel.Error : LogLevel.Information;
            log.Log(level, "Seed {File}: {Message}", result.FileName, result.Message);
        }
    }

    private async Task<DemoAccountsMade> DemoAccountsAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<DemoAccounts>().EnsureAsync(options.DemoPassword, cancellation);
    }

    // For the person at the terminal, not for the log: a password never stands there.
    private void Announce(DemoAccountsMade? demo)
    {
        Console.WriteLine();
        Console.WriteLine($"政策落实台账已就绪：{options.Address}");
        if (demo is not null)
        {
            var width = demo.Accounts.Max(account => account.UserName.Length);
            foreach (var account in demo.Accounts)
            {
                Console.WriteLine($"  {account.UserName.PadRight(width)}  {account.Place}  {account.DisplayName}");
            }

            Console.WriteLine(demo.Password is { } password
                ? $"  演示账号的密码：{password}"
                : "  演示账号的密码在首次启动时已显示；设置 PT_DEMO_PASSWORD 后重新启动可以更换。");
        }

        Console.WriteLine();
    }
}
