using System.Net;
using System.Net.Http.Headers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Evidence;
using PolicyTracker.Core.Tasks;
using PolicyTracker.Tests.Core;

namespace PolicyTracker.Tests.Web;

/// <summary>佐证材料 are for those who may read the task, to keep and not to run.</summary>
[Collection(PortalTests.Name)]
public sealed class EvidenceEndpointTests(PortalFixture portal)
{
    [Fact]
    public async Task File_is_served_as_an_attachment_to_readers_of_the_task_and_to_nobody_else()
    {
        var ids = await AttachAsync("验收表.txt", "初稿", "定稿");
        await using var db = portal.Db();
        Assert.Equal([1, 2], await db.EvidenceFiles.Where(file => ids.Contains(file.Id)).OrderBy(file => file.Id).Select(file => file.Version).ToListAsync());

        using var reader = await ClientAsync(AccountRole.Leader);
        var first = await reader.GetAsync($"/files/{ids[0]}");
        Assert.Equal("初稿", await first.Content.ReadAsStringAsync());
        Assert.Equal("attachment", first.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("application/octet-stream", first.Content.Headers.ContentType!.MediaType);
        Assert.Contains("nosniff", first.Headers.GetValues("X-Content-Type-Options"));

        // The staff of 攀枝花市 may read nothing of 大理市.
        using var elsewhere = await ClientAsync(AccountRole.Staff);
        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.GetAsync($"/files/{ids[0]}")).StatusCode);
        using var stranger = portal.Client();
        Assert.Equal(HttpStatusCode.Redirect, (await stranger.GetAsync($"/files/{ids[0]}")).StatusCode);
    }

    private async Task<HttpClient> ClientAsync(string userName)
    {
        var client = portal.Client();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await portal.TokenAsync(userName));
        return client;
    }

    // Each content with a report of its own, under the same name.
    private async Task<List<long>> AttachAsync(string name, params string[] contents)
    {
        var document = await portal.ImportAsync(Notices.Plan($"{Guid.NewGuid():N}"));
        var staff = await portal.MakeStaffAsync("市水务局", "大理市");
        await using var db = portal.Db();
        var task = await db.Tasks.Where(t => t.DocumentId == document && t.Responsibilities.Any(r => r.Department!.Name == "市水务局")).Select(t => t.Id).FirstAsync();
        var actor = (await Actor.LoadAsync(db, await db.Users.Where(a => a.UserName == staff).Select(a => a.Id).SingleAsync()))!;
        await using var scope = portal.Scope();
        var actions = scope.ServiceProvider.GetRequiredService<TaskActions>();
        var store = new EvidenceStore(portal.EvidenceFolder);
        foreach (var content in contents)
        {
            var stored = await store.SaveAsync(new NewEvidence(name, new MemoryStream(System.Text.Encoding.UTF8.GetBytes(content))), CancellationToken.None);
            await actions.ReportProgressAsync(actor, task, new ProgressForm { Percent = 10, Words = "有进展。", Files = [stored] });
        }

        return await db.EvidenceFiles.Where(file => file.TaskId == task).OrderBy(file => file.Id).Select(file => file.Id).ToListAsync();
    }
}
