using System.Security.Claims;
using System.Text.Json;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Storage;
using PolicyTracker.Core.Tasks;
using PolicyTracker.Web.Accounts;

namespace PolicyTracker.Web.Api;

/// <summary>
/// POST /api/v1/tasks registers a task, POST /api/v1/tasks/{id}/{act} acts on one; each answers with the task. A bearer token is
/// enough; a cookie needs the antiforgery token in the header <c>RequestVerificationToken</c>.
/// </summary>
public static class ActApi
{
    private delegate Task Act<TForm>(TaskActions actions, Actor actor, long id, TForm form, CancellationToken cancellation);

    public static void MapActApi(this WebApplication app)
    {
        var api = app.MapGroup("/api/v1/tasks").AddEndpointFilter<RuleExceptionFilter>().AddEndpointFilter(RequireAntiforgeryAsync).WithProblems().WithConflict();
        api.MapPost("", RegisterAsync).WithSummary(TaskAct.Register.Word()).WithMetadata(new ApiBody(typeof(RegisterForm))).Produces<TaskAnswer>(StatusCodes.Status201Created);
        var tasks = api.MapGroup("/{id:long}");
        MapUnits(tasks);
        MapSupervision(tasks);
    }

    private static void MapUnits(RouteGroupBuilder tasks)
    {
        Map<RemarkForm>(tasks, "/acknowledge", TaskAct.Acknowledge, (actions, actor, id, form, c) => actions.AcknowledgeAsync(actor, id, form, c));
        Map<ReasonForm>(tasks, "/decline", TaskAct.Decline, (actions, actor, id, form, c) => actions.DeclineAsync(actor, id, form, c));
        Map<ProgressForm>(tasks, "/progress", TaskAct.ReportProgress, (actions, actor, id, form, c) => actions.ReportProgressAsync(actor, id, form, c));
        Map<WordsForm>(tasks, "/completion-request", TaskAct.RequestCompletion, (actions, actor, id, form, c) => actions.RequestCompletionAsync(actor, id, form, c));
        Map<ExtensionRequestForm>(tasks, "/extension-request", TaskAct.RequestExtension, (actions, actor, id, form, c) => actions.RequestExtensionAsync(actor, id, form, c));
    }

    private static void MapSupervision(RouteGroupBuilder tasks)
    {
        Map<AssignForm>(tasks, "/assign", TaskAct.Assign, (actions, actor, id, form, c) => actions.AssignAsync(actor, id, form, c));
        Map<ChangeForm>(tasks, "/change", TaskAct.Change, (actions, actor, id, form, c) => actions.ChangeAsync(actor, id, form, c));
        Map<WordsForm>(tasks, "/insist", TaskAct.Insist, (actions, actor, id, form, c) => actions.InsistAsync(actor, id, form, c));
        Map<VerifyProgressForm>(tasks, "/verify-progress", TaskAct.VerifyProgress, (actions, actor, id, form, c) => actions.VerifyProgressAsync(actor, id, form, c));
        Map<RemarkForm>(tasks, "/approve", TaskAct.Approve, (actions, actor, id, form, c) => actions.ApproveAsync(actor, id, form, c));
        Map<ReasonForm>(tasks, "/return", TaskAct.Return, (actions, actor, id, form, c) => actions.ReturnAsync(actor, id, form, c));
        Map<ExtensionDecisionForm>(tasks, "/extension-decision", TaskAct.DecideExtension, (actions, actor, id, form, c) => actions.DecideExtensionAsync(actor, id, form, c));
        Map<RemarkForm>(tasks, "/remind", TaskAct.Remind, (actions, actor, id, form, c) => actions.RemindAsync(actor, id, form, c));
        Map<JudgeForm>(tasks, "/judge", TaskAct.Judge, (actions, actor, id, form, c) => actions.JudgeAsync(actor, id, form, c));
        Map<ReasonForm>(tasks, "/suspend", TaskAct.Suspend, (actions, actor, id, form, c) => actions.SuspendAsync(actor, id, form, c));
        Map<RemarkForm>(tasks, "/resume", TaskAct.Resume, (actions, actor, id, form, c) => actions.ResumeAsync(actor, id, form, c));
        Map<ReasonForm>(tasks, "/withdraw", TaskAct.Withdraw, (actions, actor, id, form, c) => actions.WithdrawAsync(actor, id, form, c));
        Map<ReasonForm>(tasks, "/reopen", TaskAct.Reopen, (actions, actor, id, form, c) => actions.ReopenAsync(actor, id, form, c));
    }

    private static void Map<TForm>(RouteGroupBuilder tasks, string path, TaskAct act, Act<TForm> perform)
        where TForm : ActForm, new() =>
        tasks.MapPost(path, async (
            long id, HttpRequest request, ClaimsPrincipal person, TaskActions actions, IDbContextFactory<TrackerDb> databases, TimeProvider time, CancellationToken cancellation) =>
        {
            var actor = await CurrentActor.RequireAsync(person, databases, cancellation);
            var (form, problem) = await ReadAsync<TForm>(request, cancellation);
            if (form is null)
            {
                await actions.RequireRightAsync(act, actor, id, cancellation);
                return ApiProblem.Of(StatusCodes.Status400BadRequest, problem!);
            }

            await perform(actions, actor, id, form, cancellation);
            return await AnswerAsync(databases, actor, id, time, StatusCodes.Status200OK, cancellation);
        }).WithSummary(act.Word()).WithMetadata(new ApiBody(typeof(TForm))).Produces<TaskAnswer>();

    private static async Task<IResult> RegisterAsync(
        HttpRequest request, ClaimsPrincipal person, TaskActions actions, IDbContextFactory<TrackerDb> databases, TimeProvider time, CancellationToken cancellation)
    {
        var actor = await CurrentActor.RequireAsync(person, databases, cancellation);
        var (form, problem) = await ReadAsync<RegisterForm>(request, cancellation);
        if (form is null)
        {
            TaskActions.RequireMayRegister(actor);
            return ApiProblem.Of(StatusCodes.Status400BadRequest, problem!);
        }

        var id = await actions.RegisterAsync(actor, form, cancellation);
        return await AnswerAsync(databases, actor, id, time, StatusCodes.Status201Created, cancellation);
    }

    // No body is an empty form: /resume and /acknowledge need nothing.
    private static async Task<(TForm? Form, string? Problem)> ReadAsync<TForm>(HttpRequest request, CancellationToken cancellation)
        where TForm : class, new()
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, cancellation);
        if (body.Length == 0)
        {
            return (new TForm(), null);
        }

        try
        {
            var form = JsonSerializer.Deserialize<TForm>(body.ToArray(), ReadApi.Json);
            return form is null ? (null, "请求的内容应是一个JSON对象。") : (form, null);
        }
        catch (JsonException failed)
        {
            return (null, failed.Path is ['$', '.', .. var field] ? $"看不懂 {field} 的值。" : "请求的内容不是有效的JSON对象。");
        }
    }

    private static async Task<IResult> AnswerAsync(
        IDbContextFactory<TrackerDb> databases, Actor actor, long id, TimeProvider time, int status, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var view = await TaskPageQuery.FindAsync(db, actor, id, time.Today(), cancellation)
            ?? throw new NotFoundException("没有这项任务，或者它不在您的查看范围之内。");
        return Results.Json(TaskAnswer.Whole(view, time.Today()), ReadApi.Json, statusCode: status);
    }

    private static async ValueTask<object?> RequireAntiforgeryAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (http.Request.Headers.Authorization.Count == 0)
        {
            try
            {
                await http.RequestServices.GetRequiredService<IAntiforgery>().ValidateRequestAsync(http);
            }
            catch (AntiforgeryValidationException)
            {
                return ApiProblem.Of(StatusCodes.Status400BadRequest, "请求缺少防伪令牌，或者令牌已经失效。请刷新页面后再试。");
            }
        }

        return await next(context);
    }
}
