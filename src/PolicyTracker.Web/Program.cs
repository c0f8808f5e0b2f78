using PolicyTracker.Web;
using PolicyTracker.Web.Errors;
using PolicyTracker.Web.Logging;
using PolicyTracker.Web.Security;

var builder = WebApplication.CreateBuilder(new WebApplicationOptions
{
    Args = args,
    // Not the current folder: settings and pages lie beside the program, wherever it is started from.
    ContentRootPath = AppContext.BaseDirectory,
});
var dataFolder = Path.GetFullPath(builder.Configuration["data"] ?? ".data");

builder.AddPortalLogging(dataFolder);
builder.AddPortalPages();
// Seam: database, Identity, import and seeding are added here.

var app = builder.Build();
app.UseRequestLog();
app.UseSecurityHeaders();
app.UseChinese();
app.UseErrorHandling();
// Seam: UseAuthentication and UseAuthorization stand here, before antiforgery.
app.UseAntiforgery();

app.MapPortalPages();
// Seam: /healthz, /sign-in, /sign-out and /api/v1 are mapped here.

app.Run();
