using System.Diagnostics;
using System.Linq.Expressions;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Audit;
using PolicyTracker.Core.Departments;
using PolicyTracker.Core.Import;
using PolicyTracker.Core.Storage;

namespace PolicyTracker.Tests.Web;

/// <summary>
/// The portal as users run it: its own process, a real database, the five notices seeded, one account for each role.
/// Shared by all tests that come in by the front door.
/// </summary>
public sealed partial class PortalFixture : IAsyncLifetime
{
    public const string Password = "tests-only-2031";
    private readonly string dataFolder = Directory.CreateTempSubdirectory("policytracker-portal-").FullName;
    private RunningProgram? portal;
    private ServiceProvider? services;

    public Uri Address { get; private set; } = new("http://127.0.0.1/");

    public string ConnectionString { get; private set; } = "";

    /// <summary>The department whose people "staff" is: 攀枝花市 市民政局.</summary>
    public Department Department { get; private set; } = null!;

    /// <summary>Where the portal keeps 佐证材料.</summary>
    public string EvidenceFolder => Path.Combine(dataFolder, "files");

    public TrackerDb Db() => services!.GetRequiredService<IDbContextFactory<TrackerDb>>().CreateDbContext();

    public HttpClient Client() => new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = Address };

    public async Task InitializeAsync()
    {
        ConnectionString = await TestCluster.CreateDatabaseAsync("portal");
        Address = new Uri($"http://127.0.0.1:{FreePort()}/");
        portal = RunningProgram.Start(
            Built.Portal, ["--port", $"{Address.Port}", "--data", dataFolder, "--seed"],
            new Dictionary<string, string> { ["ConnectionStrings__Tracker"] = ConnectionString, ["ConnectionStrings__TrackerOwner"] = TestCluster.AsOwner(ConnectionString) });
        await UntilReadyAsync(portal, Address);
        services = new ServiceCollection().AddLogging().AddTracker(ConnectionString, dataFolder).Services.BuildServiceProvider();
        await MakeAccountsAsync();
    }

    public async Task DisposeAsync()
    {
        if (portal is { HasExited: false })
        {
            await portal.TerminateAsync();
        }

        await services!.DisposeAsync();
        Directory.Delete(dataFolder, recursive: true);
    }

    /// <summary>A bearer token of the account.</summary>
    public async Task<string> TokenAsync(string userName, int? expiresAfterDays = null)
    {
        await using var db = Db();
        var account = await db.Users.SingleAsync(a => a.UserName == userName);
        var (secret, row) = ApiToken.Create(account.Id, DateTimeOffset.UtcNow, expiresAfterDays);
        db.ApiTokens.Add(row);
        await db.SaveChangesAsync();
        return secret;
    }

    /// <summary>A new account at 全国 that a test may disable or lock; returns its user name.</summary>
    public async Task<string> MakeAccountAsync(string role)
    {
        var userName = $"{role}-{Guid.NewGuid():N}"[..20];
        await MakeAccountAsync(new NewAccount(userName, $"测试{AccountRole.Word(role)}", [role], Jurisdiction.RootId, null, Password));
        return userName;
    }

    /// <summary>A new account of the staff of a department that a notice has named; returns its user name.</summary>
    public async Task<string> MakeStaffAsync(string department, string jurisdiction)
    {
        await using var db = Db();
        return await MakeStaffAsync(await db.Departments.SingleAsync(d => d.Name == department && d.Jurisdiction!.Name == jurisdiction));
    }

    /// <summary>Imports a notice of one document; returns its id.</summary>
    public async Task<int> ImportAsync(string text) =>
        (await services!.GetRequiredService<NoticeImport>().ImportAsync("notice.txt", Encoding.UTF8.GetBytes(text), Actor.Portal)).Documents[0].Id;

    /// <summary>A new staff account of a department; returns its user name.</summary>
    public async Task<string> MakeStaffAsync(Department department)
    {
        var userName = $"staff-{Guid.NewGuid():N}"[..20];
        await MakeAccountAsync(new NewAccount(userName, "测试承办人员", [AccountRole.Staff], department.JurisdictionId, department.Id, Password));
        return userName;
    }

    /// <summary>A new account whose password is its own, as after the first sign-in.</summary>
    public async Task<int> MakeAccountAsync(NewAccount form)
    {
        await using var scope = services!.CreateAsyncScope();
        var made = await scope.ServiceProvider.GetRequiredService<AccountActions>().CreateAsync(Actor.Portal, form);
        await using var db = Db();
        await db.Users.Where(a => a.Id == made.Id).ExecuteUpdateAsync(set => set.SetProperty(a => a.MustChangePassword, false));
        return made.Id;
    }

    /// <summary>The services of Core upon the portal's database.</summary>
    public AsyncServiceScope Scope() => services!.CreateAsyncScope();

    /// <summary>The newest entry of the audit log that fits. An entry about a request may follow the request's answer.</summary>
    public async Task<AuditEntry> AuditedAsync(Expression<Func<AuditEntry, bool>> fits)
    {
        for (var i = 0; ; i++)
        {
            await using var db = Db();
            if (await db.AuditEntries.Where(fits).OrderByDescending(e => e.Sequence).FirstOrDefaultAsync() is { } found)
            {
                return found;
            }

            Assert.True(i < 100, $"No such audit entry: {fits}");
            await Task.Delay(50);
        }
    }

    /// <summary>Fills in the sign-in page; the client keeps the cookie.</summary>
    public static async Task<HttpResponseMessage> SignInAsync(HttpClient client, string userName, string password, string query = "")
    {
        var page = await client.GetStringAsync("/sign-in" + query);
        return await client.PostAsync("/sign-in" + query, new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["_handler"] = "sign-in",
            ["__RequestVerificationToken"] = AntiforgeryToken().Match(page).Groups[1].Value,
            ["Form.UserName"] = userName,
            ["Form.Password"] = password,
        }));
    }

    /// <summary>All that the portal wrote to its log files.</summary>
    public async Task<string> LogAsync()
    {
        var text = "";
        foreach (var path in Directory.GetFiles(Path.Combine(dataFolder, "logs")))
        {
            using var reader = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
            text += await reader.ReadToEndAsync();
        }

        return text;
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    internal static async Task UntilReadyAsync(RunningProgram portal, Uri address)
    {
        using var client = new HttpClient { BaseAddress = address };
        var patience = Stopwatch.StartNew();
        while (patience.Elapsed < TimeSpan.FromMinutes(3) && !portal.HasExited)
        {
            try
            {
                if ((await client.GetAsync("healthz")).IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(100);
        }

        throw new InvalidOperationException($"The portal did not become ready:\n{portal.Output}\n{portal.Errors}");
    }

    private async Task MakeAccountsAsync()
    {
        await using var db = Db();
        Department = await db.Departments.Include(d => d.Jurisdiction).SingleAsync(d => d.Name == "市民政局" && d.Jurisdiction!.Name == "攀枝花市");
        foreach (var role in AccountRole.All)
        {
            var staff = role == AccountRole.Staff;
            await MakeAccountAsync(new NewAccount(
                role, $"测试{AccountRole.Word(role)}", [role], staff ? Department.JurisdictionId : Jurisdiction.RootId, staff ? Department.Id : null, Password));
        }
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    internal static partial Regex AntiforgeryToken();
}

[CollectionDefinition(Name)]
public sealed class PortalTests : ICollectionFixture<PortalFixture>
{
    public const string Name = "portal";
}

/// <summary>For the tests that import notices and rearrange the register: a portal of their own, beside the first.</summary>
[CollectionDefinition(Name)]
public sealed class BusyPortalTests : ICollectionFixture<PortalFixture>
{
    public const string Name = "busy portal";
}
