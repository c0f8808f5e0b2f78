using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Components.Web;
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

    [CascadingParameter]
    private HttpContext? HttpContext { get; set; }

    protected override Task OnErrorAsync(Exception exception)
    {
        reference = ReferenceNumber.Current();
        if (HttpContext is { Response.HasStarted: false } request)
        {
            request.Response.StatusCode = StatusCodes.Status500InternalServerError;
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
        builder.OpenComponent<Failure>(1);
        builder.AddComponentParameter(2, nameof(Failure.Reference), reference);
        builder.CloseComponent();
    }
}
