using System.Runtime.InteropServices;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Evidence;
using PolicyTracker.Core.Storage;
using PolicyTracker.LocalPostgres;
using PolicyTracker.Web;
using PolicyTracker.Web.Accounts;
using PolicyTracker.Web.Api;
using PolicyTracker.Web.Audit;
using PolicyTracker.Web.Bulletins;
using PolicyTracker.Web.Deadlines;
using PolicyTracker.Web.Errors;
using PolicyTracker.Web.Help;
using PolicyTracker.Web.Hosting;
using PolicyTracker.Web.Import;
using PolicyTracker.Web.Inbox;
using PolicyTracker.Web.Logging;
using PolicyTracker.Web.Reports;
using PolicyTracker.Web.Security;
using PolicyTracker.Web.Tasks;
using PolicyTracker.Web.Tasks.Views;

var (options, remaining) = PortalOptions.Read(args);

// From the first moment on: a signal that comes while the private server is still starting must stop that too.
using var stopping = new CancellationTokenSource();
using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
try
{
    await using var database = await PortalDatabase.OpenAsync(options, stopping.Token);
    await using var app = Build(options, database, remaining);
    await app.RunAsync(stopping.Token);
}
catch (OperationCanceledException) when (stopping.IsCancellationRequested)
{
    // Asked to stop before it had started.
}
catch (Exception failure) when (failure is LocalPostgresException or IOException or Npgsql.NpgsqlException)
{
    // Said by the portal itself, for the person at the terminal: the folder is held, the port is taken,
    // no server programs, another server that does not answer.
    Console.Error.WriteLine(failure.Message);
    Environment.ExitCode = 1;
}

return Environment.ExitCode;

void Stop(PosixSignalContext signal)
{
    signal.Cancel = true;
    stopping.Cancel();
}

static WebApplication Build(PortalOptions options, PortalDatabase database, string[] args)
{
    var builder = WebApplication.CreateBuilder(new WebApplicationOptions
    {
        Args = args,
        // Not the current folder: settings and pages lie beside the program, wherever it is started from.
        ContentRootPath = AppContext.BaseDirectory,
    });
    builder.WebHost.UseUrls(options.Address);
    builder.AddPortalLogging(options.DataFolder);
    builder.AddPortalPages();
    builder.Services.AddSingleton(options);
    builder.Services.AddSingleton<Readiness>();
    builder.Services.AddHostedService<Preparation>();
    builder.Services.AddSingleton(new EvidenceStore(Path.Combine(options.DataFolder, "files")));
    builder.Services.AddInbox(builder.Configuration);
    builder.Services.AddSingleton<DraftQueue>().AddHostedService(provider => provider.GetRequiredService<DraftQueue>());
    builder.Services.AddReports();
    builder.Services.AddApiDescription();
    builder.Services.AddPortalSignIn(builder.Services.AddTracker(database.ConnectionString, options.DataFolder));

    builder.Services.Configure<AccountPolicy>(builder.Configuration.GetSection("Accounts"));

    var app = builder.Build();
    if (!database.HasTwoRoles)
    {
        app.Logger.LogWarning("The application owns its tables, so the database does not keep it from altering the audit log; set ConnectionStrings__TrackerOwner to another role");
    }

    app.UseRequestLog();
    app.UseSecurityHeaders();
    app.UseChinese();
    app.UseErrorHandling();
    app.UseReadiness();
    app.UseAuditOrigin();
    app.UseAuthentication();
    app.UseLargeType();
    app.UsePasswordGate();
    app.UseAuthorization();
    app.UseAntiforgery();

    app.MapPortalPages();
    app.MapHealth();
    app.MapSignOut();
    app.MapLargeType();
    app.MapInbox();
    app.MapEvidence();
    app.MapExports();
    app.MapBulletins();
    app.MapHelp();
    app.MapColumnWidth();
    app.MapFeeds();
    app.MapKeepAlive();
    app.MapAuditExport();
    app.MapReadApi();
    app.MapActApi();
    app.MapApiDescription();
    return app;
}
