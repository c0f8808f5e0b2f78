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
/// counts no further than 10,000 tasks, and <c>isTotalExact</c> says so; <c>as-of</c> tells what was known at the end of a past day.
/// </summary>
public static class ReadApi
{
    internal static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter() },
    };

    public static void MapReadApi(this WebApplication app)
    {
        var api = app.MapGroup("/api/v1").AddEndpointFilter<RuleExceptionFilter>().WithProblems();
        api.MapGet("/documents", DocumentsAsync).WithSummary("文件列表，新的在前").WithMetadata(ApiParameters.OfList).Produces<PageOf<DocumentRow>>();
        api.MapGet("/tasks", TasksAsync).WithSummary("任务列表：台账的筛选、排序和翻页").WithMetadata(ApiParameters.OfTasks).Produces<PageOf<TaskAnswer>>();
        api.MapGet("/tasks/{id:long}", TaskAsync).WithSummary("一项任务，连同原文、出处、各单位的办理和记录").WithMetadata(ApiParameters.OfTask).Produces<TaskAnswer>();
        api.MapGet("/departments", DepartmentsAsync).WithSummary("单位名录，连同简称和曾用名").WithMetadata(ApiParameters.OfList).Produces<PageOf<DepartmentRow>>();
        api.MapGet("/summary", SummaryAsync).WithSummary("统计：每个数字附有它所计任务的地址").WithMetadata(ApiParameters.OfSummary).Produces<SummaryAnswer>();
        api.MapFallback(() => ApiProblem.Of(StatusCodes.Status404NotFound, "没有这个接口。")).ExcludeFromDescription();
    }

    private static async Task<IResult> TasksAsync(HttpRequest request, ClaimsPrincipal person, IDbContextFactory<TrackerDb> databases, TimeProvider time, CancellationToken cancellation)
    {
        var (filter, problems) = TaskFilterReader.Read(request.Query, time.Today());
        if (problems.Count > 0)
        {
            return ApiProblem.Of(StatusCodes.Status400BadRequest, string.Join("", problems));
        }

        var actor = await CurrentActor.RequireAsync(person, databases, cancellation);
        var today = time.Today();
        await using var db = await databases.CreateDbContextAsync(cancellation);
        // A program that pages to the end needs the whole total; one that does not may ask for a quick one.
        var page = await TaskLedgerQuery.PageAsync(db, actor, filter, today, cancellation, filter.ExactTotal == false ? TaskLedgerQuery.MostCounted : null);
        return Results.Json(
            new PageOf<TaskAnswer>([.. page.Items.Select(row => TaskAnswer.Of(row, filter.DayOf(today)))], page.Total, page.Page, page.PageSize) { IsTotalExact = page.IsTotalExact }, Json);
    }

    // Of all that the person may read, or of one jurisdiction; the other filters do not apply to it.
    private static async Task<IResult> SummaryAsync(HttpRequest request, ClaimsPrincipal person, IDbContextFactory<TrackerDb> databases, TimeProvider time, CancellationToken cancellation)
    {
        var (filter, problems) = TaskFilterReader.Read(request.Query, time.Today());
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

        return Results.Json(SummaryAnswer.Of(await CockpitQuery.LoadAsync(db, actor, new CockpitFilter(filter.Jurisdiction) { AsOf = filter.AsOf }, time.Today(), cancellation)), Json);
    }

    private static async Task<IResult> TaskAsync(long id, HttpRequest request, ClaimsPrincipal person, IDbContextFactory<TrackerDb> databases, TimeProvider time, CancellationToken cancellation)
    {
        var (asOf, problems) = TaskFilterReader.ReadAsOf(request.Query, time.Today());
        if (problems.Count > 0)
        {
            return ApiProblem.Of(StatusCodes.Status400BadRequest, string.Join("", problems));
        }

        var actor = await CurrentActor.RequireAsync(person, databases, cancellation);
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var day = asOf ?? time.Today();
        var view = await TaskPageQuery.FindAsync(KnownTasks.On(db, asOf), actor, id, day, cancellation)
            ?? throw new NotFoundException($"{(asOf is null ? "" : "这一天")}没有这项任务，或者它不在您的查看范围之内。");
        return Results.Json(TaskAnswer.Whole(view, day), Json);
    }

    private static async Task<IResult> DocumentsAsync(HttpRequest request, ClaimsPrincipal person, IDbContextFactory<TrackerDb> databases, TimeProvider time, CancellationToken cancellation)
    {
        // The list of documents reads the same parameters as that of tasks; the others do not apply to it.
        var (filter, problems) = TaskFilterReader.Read(request.Query, time.Today());
        if (problems.Count > 0)
        {
            return ApiProblem.Of(StatusCodes.Status400BadRequest, string.Join("", problems));
        }

        var actor = await CurrentActor.RequireAsync(person, databases, cancellation);
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var asked = new DocumentFilter { Jurisdiction = filter.Jurisdiction, Q = filter.Q, Page = filter.Page, PageSize = filter.PageSize, AsOf = filter.AsOf };
        return Results.Json(await DocumentListQuery.PageAsync(db, actor, asked, time.Today(), cancellation), Json);
    }

    private static async Task<IResult> DepartmentsAsync(HttpRequest request, ClaimsPrincipal person, IDbContextFactory<TrackerDb> databases, TimeProvider time, CancellationToken cancellation)
    {
        var (filter, problems) = TaskFilterReader.Read(request.Query, time.Today());
        if (problems.Count > 0)
        {
            return ApiProblem.Of(StatusCodes.Status400BadRequest, string.Join("", problems));
        }

        var actor = await CurrentActor.RequireAsync(person, databases, cancellation);
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var asked = new DepartmentFilter { Jurisdiction = filter.Jurisdiction, Q = filter.Q, Page = filter.Page, PageSize = filter.PageSize, AsOf = filter.AsOf };
        return Results.Json(await DepartmentListQuery.PageAsync(db, actor, asked, time.Today(), cancellation), Json);
    }
}
