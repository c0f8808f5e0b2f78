using System.Text;
using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core;
using PolicyTracker.Core.Deadlines;
using PolicyTracker.Core.Storage;

namespace PolicyTracker.Web.Deadlines;

/// <summary>The feeds that calendar programs read: without signing in, by their secret address alone.</summary>
public static class FeedEndpoint
{
    private const string Path = "/calendar/feed.ics";

    public static void MapFeeds(this IEndpointRouteBuilder app) => app.MapGet(Path, ReadAsync).AllowAnonymous();

    /// <summary>The secret stands in the query, because that part of an address is not logged.</summary>
    public static string AddressOf(string portal, string secret) => $"{portal}{Path[1..]}?key={secret}";

    private static async Task<IResult> ReadAsync(string? key, HttpContext context, IDbContextFactory<TrackerDb> databases, TimeProvider time, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        // Words of its own: a calendar program has no use for the page that other addresses get.
        if (await FeedQuery.FindAsync(db, key ?? "", time.Today(), cancellation) is not { } feed)
        {
            return Results.Text("没有这个日历订阅，或者它已经停用。", statusCode: StatusCodes.Status404NotFound);
        }

        context.Response.Headers.CacheControl = "private, max-age=900";
        return Results.Text(CalendarText.Write(feed, $"{context.Request.Scheme}://{context.Request.Host}/"), "text/calendar", Encoding.UTF8);
    }
}
