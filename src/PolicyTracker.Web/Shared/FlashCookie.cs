namespace PolicyTracker.Web.Shared;

/// <summary>
/// A sentence for the next page that this person opens, after a form was taken and answered by a redirect. In a cookie and
/// not in the address, so that an address sent to a colleague does not claim that something has just been done.
/// </summary>
public static class FlashCookie
{
    private const string Name = "policytracker-flash";

    public static void Leave(HttpContext context, string sentence) =>
        context.Response.Cookies.Append(Name, Uri.EscapeDataString(sentence), Options(TimeSpan.FromMinutes(1)));

    /// <summary>Null when nothing was left; it is shown once.</summary>
    public static string? Take(HttpContext context)
    {
        if (!context.Request.Cookies.TryGetValue(Name, out var left) || context.Response.HasStarted)
        {
            return null;
        }

        context.Response.Cookies.Delete(Name, Options(TimeSpan.Zero));
        return Uri.UnescapeDataString(left);
    }

    private static CookieOptions Options(TimeSpan age) => new() { HttpOnly = true, SameSite = SameSiteMode.Lax, MaxAge = age, Path = "/" };
}
