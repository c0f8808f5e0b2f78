using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Security.Claims;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Inbox;
using PolicyTracker.Core.Storage;
using PolicyTracker.Web.Accounts;

namespace PolicyTracker.Web.Inbox;

/// <summary>The live count on the bell of every page, and the way from a message to what it tells of.</summary>
public static class InboxEndpoints
{
    public const string StreamPath = "/inbox/stream";

    // Longer than this no stream lives: the page asks again, and its sign-in is checked again.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    public static void MapInbox(this IEndpointRouteBuilder app)
    {
        app.MapGet(StreamPath, (ClaimsPrincipal person, IDbContextFactory<TrackerDb> databases, InboxWatchers watchers, IHostApplicationLifetime lifetime, HttpContext context) =>
            TypedResults.ServerSentEvents(
                CountsAsync(person.AccountId()!.Value, databases, watchers, lifetime.ApplicationStopping, context.RequestAborted)));
        app.MapGet("/inbox/{message:long}", OpenAsync);
        app.MapPost("/inbox/read", ReadAsync);
    }

    private static async IAsyncEnumerable<SseItem<int>> CountsAsync(
        int account, IDbContextFactory<TrackerDb> databases, InboxWatchers watchers, CancellationToken stopping, [EnumeratorCancellation] CancellationToken gone)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(stopping, gone);
        ending.CancelAfter(Longest);
        using var watch = watchers.Begin(account);
        var more = true;
        while (more)
        {
            yield return new SseItem<int>(await UnreadAsync(databases, account, gone), "unread");
            try
            {
                more = await watch.NextAsync(ending.Token);
            }
            catch (OperationCanceledException)
            {
                more = false;
            }
        }
    }

    private static async Task<int> UnreadAsync(IDbContextFactory<TrackerDb> databases, int account, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await InboxQuery.UnreadAsync(db, account, cancellation);
    }

    // Reading twice is reading: a link may do it.
    private static async Task<IResult> OpenAsync(long message, ClaimsPrincipal person, IDbContextFactory<TrackerDb> databases, TimeProvider time, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var account = person.AccountId()!.Value;
        var address = await InboxQuery.AddressAsync(db, account, message, cancellation);
        if (address is null)
        {
            return Results.NotFound();
        }

        await InboxQuery.ReadAsync(db, account, message, null, time.GetUtcNow(), cancellation);
        return Results.LocalRedirect($"/{address}");
    }

    private static async Task<IResult> ReadAsync(
        [FromForm] long upTo, ClaimsPrincipal person, IDbContextFactory<TrackerDb> databases, TimeProvider time, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        await InboxQuery.ReadAsync(db, person.AccountId()!.Value, null, upTo, time.GetUtcNow(), cancellation);
        return Results.LocalRedirect("/inbox");
    }
}
