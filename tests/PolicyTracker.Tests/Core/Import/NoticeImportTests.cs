using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Departments;
using PolicyTracker.Core.Documents;
using PolicyTracker.Core.Import;
using PolicyTracker.Core.Storage;
using PolicyTracker.Core.Tasks;
using PolicyTracker.Parsing;

namespace PolicyTracker.Tests.Core.Import;

public sealed class NoticeImportTests(TrackerFixture tracker) : IClassFixture<TrackerFixture>
{
    [Fact]
    public async Task Notice_becomes_a_document_with_tasks_departments_and_a_place_in_the_tree()
    {
        var result = await tracker.ImportAsync(Notices.Plan("入库"));
        Assert.Equal(ImportOutcome.Imported, result.Outcome);
        var document = Assert.Single(result.Documents);
        Assert.Equal(("大理市", 3, 2), (document.Jurisdiction, document.Tasks, document.Assigned));
        await using var db = tracker.Db();
        var task = await db.Tasks.Include(t => t.Responsibilities).ThenInclude(r => r.Department)
            .SingleAsync(t => t.DocumentId == document.Id && t.Title.StartsWith("改造老旧管网"));
        Assert.Equal((TaskState.Assigned, new DateOnly(2031, 10, 31)), (task.State, task.DueOn));
        Assert.Equal(["市水务局", "市财政局"], task.Responsibilities.OrderBy(r => r.Position).Select(r => r.Department!.Name));
        Assert.Equal(["全国", "云南省", "大理白族自治州", "大理市"], await PlacesAsync(db, task.JurisdictionId));
    }

    [Fact]
    public async Task Same_file_again_says_so_and_changes_nothing()
    {
        var first = await tracker.ImportAsync(Notices.Plan("再来"));
        await using var db = tracker.Db();
        var before = (await db.Documents.CountAsync(), await db.Tasks.CountAsync(), await db.Departments.CountAsync(), await db.History.CountAsync());
        var again = await tracker.ImportAsync(Notices.Plan("再来"), "renamed.txt");
        Assert.Equal(ImportOutcome.AlreadyThere, again.Outcome);
        Assert.Equal(first.Documents[0].Id, again.Documents[0].Id);
        Assert.Equal(before, (await db.Documents.CountAsync(), await db.Tasks.CountAsync(), await db.Departments.CountAsync(), await db.History.CountAsync()));
    }

    [Fact]
    public async Task Notice_whose_number_is_there_comes_in_as_a_new_version_in_which_tasks_keep_their_progress()
    {
        var old = (await tracker.ImportAsync(Notices.Plan("新版"))).Documents[0];
        await using var db = tracker.Db();
        var pipes = await db.Tasks.Include(t => t.Responsibilities).ThenInclude(r => r.Department).SingleAsync(t => t.DocumentId == old.Id && t.Ordinal == 1);
        var water = pipes.Responsibilities.OrderBy(r => r.Position).First().Department!;
        var staff = new Actor(null, "水务承办", [AccountRole.Staff], water.JurisdictionId, "/1/", water.Id);
        await tracker.Get<TaskActions>().ReportProgressAsync(staff, pipes.Id, new() { Percent = 40, Words = "已开工" });

        var result = await tracker.ImportAsync(Notices.Plan("新版")
            .Replace("每周公布结果", "每日公布结果", StringComparison.Ordinal)
            .Replace("(三)加强宣传引导。充分利用各类媒体宣传节约用水。", "(三)完善应急预案。修订停水应急预案,组织一次演练。(责任单位:市应急局)", StringComparison.Ordinal));

        var now = Assert.Single(result.Documents);
        Assert.Equal((ImportOutcome.Imported, 3, true, 2), (result.Outcome, now.Tasks, now.IsNewVersion, now.GoingOn));
        Assert.EndsWith("1份与已有文件文号相同，作为新版本导入：2项任务接着办理，进展保留。", result.Message, StringComparison.Ordinal);
        await using var after = tracker.Db();
        var kept = await after.Tasks.SingleAsync(t => t.Id == pipes.Id);
        Assert.Equal((now.Id, 20, TaskState.InProgress), (kept.DocumentId, kept.ClaimedPercent, kept.State));
        Assert.Equal(1, await after.Tasks.CountAsync(t => t.DocumentId == old.Id));
        Assert.True(await after.DocumentRelations.AnyAsync(r => r.LaterId == now.Id && r.EarlierId == old.Id && r.Kind == DocumentRelationKind.NewVersion));
    }

    [Fact]
    public async Task Notice_that_says_another_is_at_an_end_is_linked_to_it()
    {
        var old = (await tracker.ImportAsync(Notices.Plan("废止前"))).Documents[0];
        var now = (await tracker.ImportAsync(Notices.Plan("废止后") + $"\n《大理市冬季供水保障工作方案》({Notices.NumberOf("废止前")})同时废止。")).Documents[0];
        await using var db = tracker.Db();
        Assert.True(await db.DocumentRelations.AnyAsync(r => r.LaterId == now.Id && r.EarlierId == old.Id && r.Kind == DocumentRelationKind.Annuls));
    }

    [Fact]
    public async Task Rehearsal_goes_all_the_way_and_leaves_nothing()
    {
        await using var db = tracker.Db();
        var before = (await db.SourceFiles.CountAsync(), await db.Tasks.CountAsync(), await db.Departments.CountAsync(), await db.History.CountAsync());
        var used = await NextTaskIdAsync(db);
        await tracker.Get<NoticeImport>().RehearseAsync(CancellationToken.None);
        Assert.True(await NextTaskIdAsync(db) > used + 1, "No task was saved before it was undone.");
        Assert.Equal(before, (await db.SourceFiles.CountAsync(), await db.Tasks.CountAsync(), await db.Departments.CountAsync(), await db.History.CountAsync()));
    }

    private static Task<long> NextTaskIdAsync(TrackerDb db) =>
        db.Database.SqlQuery<long>($"SELECT nextval(pg_get_serial_sequence('tasks', 'id')) AS \"Value\"").SingleAsync();

    [Fact]
    public async Task Same_file_by_several_at_once_is_stored_once()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => tracker.ImportAsync(Notices.Plan("同时"))));
        Assert.Single(results, result => result.Outcome == ImportOutcome.Imported);
        Assert.Single(results.Select(result => result.Documents[0].Id).Distinct());
    }

    [Fact]
    public async Task Different_files_at_once_share_their_departments()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => tracker.ImportAsync(Notices.Plan($"共用{i}"))));
        Assert.All(results, result => Assert.Equal(ImportOutcome.Imported, result.Outcome));
        await using var db = tracker.Db();
        Assert.Equal(1, await db.Departments.CountAsync(d => d.Name == "市水务局" && d.Jurisdiction!.Name == "大理市"));
    }

    [Theory]
    [InlineData("大理市人民政府办公室", "市财政局", "大理市")] // a county-level city's own
    [InlineData("大理白族自治州祥云县人民政府", "省水利厅", "云南省")]
    [InlineData("昆明市五华区人民政府", "市水务局", "昆明市")]
    [InlineData("昆明市五华区人民政府", "区水务局", "五华区")]
    public async Task Department_belongs_to_the_level_that_its_prefix_names(string issuer, string printed, string owner)
    {
        await using var db = tracker.Db();
        var register = new DepartmentRegister(db);
        var issuing = await register.JurisdictionOfAsync(issuer, default);
        var department = await register.FindOrAddAsync(printed, DepartmentKind.Department, issuing, default);
        Assert.Equal(owner, await db.Jurisdictions.Where(j => j.Id == department!.JurisdictionId).Select(j => j.Name).SingleAsync());
    }

    [Fact]
    public async Task Task_that_names_nobody_waits_to_be_assigned()
    {
        var result = await tracker.ImportAsync(Notices.Plan("无人"));
        await using var db = tracker.Db();
        Assert.Equal(TaskState.Draft, await db.Tasks.Where(t => t.DocumentId == result.Documents[0].Id && t.Title.StartsWith("加强宣传引导")).Select(t => t.State).SingleAsync());
    }

    [Theory]
    [InlineData("")]
    [InlineData("   \n\n")]
    [InlineData("今天天气很好。\n明天也是。")]
    public async Task File_without_a_notice_is_refused_and_leaves_nothing(string text)
    {
        var result = await tracker.ImportAsync(text, "空白.txt");
        Assert.Equal(ImportOutcome.Refused, result.Outcome);
        await using var db = tracker.Db();
        Assert.False(await db.SourceFiles.AnyAsync(file => file.FileName == "空白.txt"));
    }

    [Theory]
    [InlineData("机密★10年")]
    [InlineData("秘 密")]
    [InlineData("绝密")]
    public async Task Secret_text_is_refused_and_not_even_its_name_is_kept(string mark)
    {
        var result = await tracker.ImportAsync($"{mark}\n{Notices.Plan(mark)}", "某项绝不能出现的名称.txt");
        Assert.Equal((ImportOutcome.Refused, ImportResult.HiddenName), (result.Outcome, result.FileName));
        await using var db = tracker.Db();
        Assert.False(await db.SourceFiles.AnyAsync(file => file.FileName.Contains("绝不能")));
    }

    [Fact]
    public async Task Internal_text_is_stored_only_after_somebody_was_asked()
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes($"内部资料\n{Notices.Plan("内部")}");
        var asked = await tracker.Get<NoticeImport>().ImportAsync("内部.txt", bytes, Actor.Portal);
        Assert.Equal(ImportOutcome.AskFirst, asked.Outcome);
        await using var db = tracker.Db();
        Assert.False(await db.SourceFiles.AnyAsync(file => file.FileName == "内部.txt"));
        var confirmed = await tracker.Get<NoticeImport>().ImportAsync("内部.txt", bytes, Actor.Portal, internalConfirmed: true);
        Assert.Equal(ImportOutcome.Imported, confirmed.Outcome);
    }

    [Fact]
    public async Task Only_administrators_import()
    {
        var supervisor = TrackerFixture.Person(AccountRole.Supervisor);
        await Assert.ThrowsAsync<ForbiddenException>(() => tracker.Get<NoticeImport>().ImportAsync("x.txt", [1], supervisor));
    }

    [Fact]
    public async Task Administrator_of_elsewhere_stores_nothing()
    {
        var elsewhere = TrackerFixture.Person(AccountRole.Administrator, "/1/2/");
        var bytes = System.Text.Encoding.UTF8.GetBytes(Notices.Plan("外地"));
        await Assert.ThrowsAsync<ForbiddenException>(() => tracker.Get<NoticeImport>().ImportAsync("外地.txt", bytes, elsewhere));
        await using var db = tracker.Db();
        Assert.False(await db.SourceFiles.AnyAsync(file => file.FileName == "外地.txt"));
    }

    private static async Task<List<string>> PlacesAsync(PolicyTracker.Core.Storage.TrackerDb db, int jurisdictionId)
    {
        var path = await db.Jurisdictions.Where(j => j.Id == jurisdictionId).Select(j => j.Path).SingleAsync();
        return await db.Jurisdictions.Where(j => path.StartsWith(j.Path)).OrderBy(j => j.Path.Length).Select(j => j.Name).ToListAsync();
    }
}
