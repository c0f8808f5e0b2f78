using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Reports;
using PolicyTracker.Core.Storage;
using PolicyTracker.Web.Accounts;
using PolicyTracker.Web.Shared;

namespace PolicyTracker.Web.Reports;

/// <summary>我的下载: long exports, asked for and fetched here.</summary>
public sealed partial class DownloadsPage(
    IDbContextFactory<TrackerDb> databases, CurrentActor current, LedgerExports exports, ExportClock clock, NavigationManager navigation,
    TimeProvider time)
{
    public const string Path = "/downloads";

    private Actor actor = null!;
    private ExportScope? asked;
    private ExportFormat format;
    private int total;
    private string words = "";
    private string? flash;
    private string? refusal;
    private IReadOnlyList<ExportJob>? jobs;

    [CascadingParameter]
    public required HttpContext HttpContext { get; set; }

    private string Here => Path + HttpContext.Request.QueryString;

    protected override async Task OnInitializedAsync()
    {
        var leaving = HttpContext.RequestAborted;
        actor = await current.RequireAsync(leaving);
        if (ExportAddress.Format(HttpContext.Request.Query) is { } wanted)
        {
            format = wanted;
            asked = ExportAddress.Scope(HttpContext.Request.Query, time.Today());
            total = await exports.CountAsync(actor, asked, leaving);
            words = await ExportEndpoints.WordsAsync(databases, actor, asked, leaving);
        }

        flash = FlashCookie.Take(HttpContext);
        jobs = await exports.OwnAsync(actor, leaving);
    }

    private async Task QueueAsync()
    {
        try
        {
            await exports.QueueAsync(actor, asked!, format, words, HttpContext.RequestAborted);
            clock.Wake();
            FlashCookie.Leave(HttpContext, "已开始生成，好了以后在这里下载。");
            navigation.NavigateTo(Path);
        }
        catch (RuleException refused)
        {
            refusal = refused.Message;
        }
    }
}
