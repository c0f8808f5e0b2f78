using System.Text.Encodings.Web;
using System.Text.Unicode;
using PolicyTracker.Web.Errors;
using PolicyTracker.Web.Shared;
using Radzen;

namespace PolicyTracker.Web;

/// <summary>What the pages need whatever they show: rendering, signed-in person, Chinese texts of the controls.</summary>
public static class PortalPages
{
    public static WebApplicationBuilder AddPortalPages(this WebApplicationBuilder builder)
    {
        // So that what `dotnet build` made runs as well as what `dotnet publish` made, in whichever environment.
        builder.WebHost.UseStaticWebAssets();
        var services = builder.Services;
        services.AddErrorHandling();
        services.AddRazorComponents().AddInteractiveServerComponents();
        services.AddCascadingAuthenticationState();
        // Chinese stays Chinese in the markup: as numeric entities a page would be two and a half times as large.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddRadzenComponents();
        services.AddSingleton<ILocalizer, ChineseControlTexts>();
        return builder;
    }

    /// <summary>Months, weekdays and the words of built-in validations are Chinese, whatever the browser or the server prefers.</summary>
    public static IApplicationBuilder UseChinese(this IApplicationBuilder app) => app.UseRequestLocalization(options =>
    {
        options.SetDefaultCulture("zh-CN").AddSupportedCultures("zh-CN").AddSupportedUICultures("zh-CN");
        options.RequestCultureProviders.Clear();
    });

    public static void MapPortalPages(this WebApplication app)
    {
        app.MapStaticAssets().AllowAnonymous();
        // SecurityHeaders says who may frame the pages; a second header here would not replace it but join it.
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null);
    }
}
