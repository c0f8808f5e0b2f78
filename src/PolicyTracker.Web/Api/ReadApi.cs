using System.Security.Claims;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Departments;
using PolicyTracker.Core.Documents;
using PolicyTracker.Core.Reports.Cockpit;
using PolicyTracker.Core.Storage;
using PolicyTracker.Core.Tasks;
using PolicyTracker.Web.Accounts;

namespace PolicyTracker.Web.Api;

/// <summary>
/// GET /api/v1/documents, /tasks, /tasks/{id}, /departments, /summary. Lists are <c>{items, total, page, pageSize}</c>. <c>gap</c> asks for a
/// colour of the gap signal (green, yellow, red, grey) or, as a figure, for at least so many points behind the plan; <c>total=quick</c>
/// counts no further than 10,000 tasks, and <c>isTotalExact</c> says so.
/// </summary>
public static class ReadApi
{
    /// <summary>Filters that the contract names and this version does not have yet: asked for, they are refused, not ignored.</summary>
    private static readonly string[] NotYet = ["as-of"];

    internal static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter() },
    };

    public static void MapReadApi(this WebApplication app)
    {
        var api = app.MapGroup("/api/v1").AddEndpointFilter<RuleExceptionFilter>();
        api.MapGet("/documents", DocumentsAsync);
        api.MapGet("/tasks", TasksAsync);
        api.MapGet("/tasks/{id:long}", TaskAsync);
        api.MapGet("/departments", DepartmentsAsync);
        api.MapGet("/summary", SummaryAsync);
        api.MapFallback(() => ApiProblem.Of(StatusCodes.Status404NotFound, "没有这个接口。"));
    }

    private static async Task<IResult> TasksAsync(HttpRequest request, ClaimsPrincipal person, IDbContextFactory<TrackerDb> databases, TimeProvider time, CancellationToken cancellation)
    {
        var (filter, problems) = TaskFilterReader.Read(request.Query);
        var missing = NotYet.Where(request.Query.ContainsKey).Select(name => $"这个版本还不能按 {name} 筛选。");
        if (problems.Concat(missing).ToArray() is { Length: > 0 } all)
        {
            return ApiProblem.Of(StatusCodes.Status400BadRequest, string.Join("", all));
        }

        var actor = await CurrentActor.RequireAsync(person, databases, cancellation);
        var today = time.Today();
        await using var db = await databases.CreateDbContextAsync(cancellation);
        // A program that pages to the end needs the whole total; one that does not may ask for a quick one.
        var page = await TaskLedgerQuery.PageAsync(db, actor, filter, today, cancellation, filter.ExactTotal == false ? TaskLedgerQuery.MostCounted : null);
        return Results.Json(
            new PageOf<TaskAnswer>([.. page.Items.Select(row => TaskAnswer.Of(row, today))], page.Total, page.Page, page.PageSize) { IsTotalExact = page.IsTotalExact }, Json);
    }

    // Of all that the person may read, or of one jurisdiction; the other filters do not apply to it.
    private static async Task<IResult> SummaryAsync(HttpRequest request, ClaimsPrincipal person, IDbContextFactory<TrackerDb> databases, TimeProvider time, CancellationToken cancellation)
    {
        var (filter, problems) = TaskFilterReader.Read(request.Query);
        if (problems.Count > 0)
        {
            return ApiProblem.Of(StatusCodes.Status400BadRequest, string.Join("", problems));
        }

        var actor = await CurrentActor.RequireAsync(person, databases, cancellation);
        await using var db = await databases.CreateDbContextAsync(cancellation);
        if (filter.Jurisdiction is { } id && !await db.Jurisdictions.AnyAsync(place => place.Id == id && place.Path.StartsWith(actor.JurisdictionPath), cancellation))
        {
            throw new NotFoundException("没有这个辖区，或者它不在您的查看范围之内。");
        }

        return Results.Json(SummaryAnswer.Of(await CockpitQuery.LoadAsync(db, actor, new CockpitFilter(filter.Jurisdiction), time.Today(), cancellation)), Json);
    }

    private static async Task<IResult> TaskAsync(long id, ClaimsPrincipal person, IDbContextFactory<TrackerDb> databases, TimeProvider time, CancellationToken cancellation)
    {
        var actor = await CurrentActor.RequireAsync(person, databases, cancellation);
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var view = await TaskPageQuery.FindAsync(db, actor, id, time.Today(), cancellation)
            ?? throw new NotFoundException("没有这项任务，或者它不在您的查看范围之内。");
        return Results.Json(TaskAnswer.Whole(view, time.Today()), Json);
    }

    private static async Task<IResult> DocumentsAsync(HttpRequest request, ClaimsPrincipal person, IDbContextFactory<TrackerDb> databases, TimeProvider time, CancellationToken cancellation)
    {
        // The list of documents reads the same parameters as that of tasks; the others do not apply to it.
        var (filter, problems) = TaskFilterReader.Read(request.Query);
        if (problems.Count > 0)
        {
            return ApiProblem.Of(StatusCodes.Status400BadRequest, string.Join("", problems));
        }

        var actor = await CurrentActor.RequireAsync(person, databases, cancellation);
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var asked = new DocumentFilter { Jurisdiction = filter.Jurisdiction, Q = filter.Q, Page = filter.Page, PageSize = filter.PageSize };
        return Results.Json(await DocumentListQuery.PageAsync(db, actor, asked, time.Today(), cancellation), Json);
    }

    private static async Task<IResult> DepartmentsAsync(HttpRequest request, ClaimsPrincipal person, IDbContextFactory<TrackerDb> databases, TimeProvider time, CancellationToken cancellation)
    {
        var (filter, problems) = TaskFilterReader.Read(request.Query);
        if (problems.Count > 0)
        {
            return ApiProblem.Of(StatusCodes.Status400BadRequest, string.Join("", problems));
        }

        var actor = await CurrentActor.RequireAsync(person, databases, cancellation);
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var asked = new DepartmentFilter { Jurisdiction = filter.Jurisdiction, Q = filter.Q, Page = filter.Page, PageSize = filter.PageSize };
        return Results.Json(await DepartmentListQuery.PageAsync(db, actor, asked, time.Today(), cancellation), Json);
    }
}
