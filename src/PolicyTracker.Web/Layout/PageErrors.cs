using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Components.Web;
using PolicyTracker.Core;
using PolicyTracker.Web.Logging;
using PolicyTracker.Web.Shared;

namespace PolicyTracker.Web.Layout;

/// <summary>
/// Shows, in place of a part that failed, what happened with a reference number that is in the log.
/// The layout wraps static pages in it (the answer is then a 500); an interactive page wraps its own content,
/// because the layout outside it is not in the circuit.
/// </summary>
public sealed class PageErrors(ILogger<PageErrors> log) : ErrorBoundaryBase
{
    private string reference = "";
    private bool isForbidden;

    [CascadingParameter]
    private HttpContext? HttpContext { get; set; }

    protected override Task OnErrorAsync(Exception exception)
    {
        reference = ReferenceNumber.Current();
        isForbidden = exception is ForbiddenException;
        if (HttpContext is { Response.HasStarted: false } request)
        {
            request.Response.StatusCode = isForbidden ? StatusCodes.Status403Forbidden : StatusCodes.Status500InternalServerError;
        }

        if (isForbidden)
        {
            // No failure of the portal's: it is entered into the audit log.
            return Task.CompletedTask;
        }

        log.LogError(exception, "A page failed ({Reference})", reference);
        return Task.CompletedTask;
    }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        if (CurrentException is null)
        {
            builder.AddContent(0, ChildContent);
            return;
        }
        if (isForbidden)
        {
            builder.OpenComponent<PageHead>(1);
            builder.AddComponentParameter(2, nameof(PageHead.Title), "无权查看");
            builder.CloseComponent();
            builder.OpenComponent<EmptyState>(3);
            builder.AddComponentParameter(4, nameof(EmptyState.Why), CurrentException.Message);
            builder.AddComponentParameter(5, nameof(EmptyState.Next), "回到首页");
            builder.AddComponentParameter(6, nameof(EmptyState.Href), "/");
            builder.CloseComponent();
            return;
        }

        builder.OpenComponent<Failure>(7);
        builder.AddComponentParameter(8, nameof(Failure.Reference), reference);
        builder.CloseComponent();
    }
}
