using System.Globalization;
using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Audit;
using PolicyTracker.Core.Reports;
using PolicyTracker.Core.Storage;
using PolicyTracker.Web.Accounts;
using PolicyTracker.Web.Shared;

namespace PolicyTracker.Web.Audit;

/// <summary>GET /audit/export: what the filter shows, as a file. The export enters itself before its first line is sent.</summary>
public static class AuditExport
{
    public static void MapAuditExport(this WebApplication app) => app.MapGet("/audit/export", ExportAsync);

    private static async Task<IResult> ExportAsync(
        HttpRequest request, ClaimsPrincipal person, IDbContextFactory<TrackerDb> databases, AuditLog log, TimeProvider time, CancellationToken cancellation)
    {
        var actor = await CurrentActor.RequireAsync(person, databases, cancellation);
        if (!actor.Is(AccountRole.Auditor))
        {
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        }

        var filter = AuditFilter.Read(request.Query);
        await log.WriteAsync(new AuditDraft(AuditAction.AuditExported, Words: filter.ToString(), Who: AuditPerson.Of(actor)));
        return Results.Stream(body => WriteAsync(body, databases, actor, filter, cancellation), Csv.ContentType, $"审计记录-{time.Today().Iso()}.csv");
    }

    private static async Task WriteAsync(Stream body, IDbContextFactory<TrackerDb> databases, Actor actor, AuditFilter filter, CancellationToken cancellation)
    {
        await using var writer = new StreamWriter(body, Csv.Encoding);
        await writer.WriteAsync(Csv.Line("序号", "时间", "账号编号", "姓名", "来源地址", "操作代码", "操作", "对象类别", "对象编号", "内容", "结果"));
        await using var db = await databases.CreateDbContextAsync(cancellation);
        await foreach (var row in AuditListQuery.All(db, actor, filter).WithCancellation(cancellation))
        {
            await writer.WriteAsync(Csv.Line(
                row.Sequence.ToString(CultureInfo.InvariantCulture), row.At.InOffice().ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
                row.AccountId?.ToString(CultureInfo.InvariantCulture), row.Name, row.Address, row.Action, AuditAction.Word(row.Action),
                row.SubjectKind, row.SubjectId, row.Words, row.Outcome.Word()));
        }
    }
}
