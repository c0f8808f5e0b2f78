using Microsoft.EntityFrameworkCore;
using Npgsql;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Departments;
using PolicyTracker.Core.Documents;
using PolicyTracker.Core.Search;
using PolicyTracker.Core.Tasks;
using PolicyTracker.Parsing;
using PolicyTracker.Tests.Core.Tasks;

namespace PolicyTracker.Tests.Core.Search;

/// <summary>One box for everything.</summary>
public sealed class SearchQueryTests(LifeFixture life) : IClassFixture<LifeFixture>
{
    [Theory]
    [InlineData("智慧")]
    [InlineData("慧社")]
    [InlineData("智慧社区")]
    [InlineData("社区 平台")]
    [InlineData("（智慧）社区")]
    [InlineData("5g基站")]
    [InlineData("5Ｇ")]
    public async Task Words_of_two_characters_and_more_are_found_wherever_they_stand(string asked)
    {
        var id = await RegisterAsync("建设智慧社区", "建成统一平台，新建5G基站20个。");
        Assert.Contains(id, (await FindAsync(asked)).Hits.Items.Select(hit => hit.Id));
        await using var db = life.Db();
        Assert.Contains(id, (await TaskLedgerQuery.PageAsync(db, life.Supervisor, new TaskFilter { Q = asked, PageSize = 2000 }, life.Today)).Items.Select(row => row.Id));
    }

    [Theory]
    [InlineData("慧智")]
    [InlineData("智慧平台")]
    [InlineData("智慧 水库")]
    [InlineData("、，")]
    [InlineData("'; DROP TABLE tasks; --")]
    [InlineData("a & b | ! (")]
    public async Task What_does_not_stand_there_is_not_found(string asked)
    {
        await RegisterAsync("建设智慧社区", "建成统一平台，新建5G基站20个。");
        Assert.Empty((await FindAsync(asked, SearchKind.Task)).Hits.Items);
    }

    [Theory]
    [InlineData("测府发〔2031〕55号")]
    [InlineData("测府发(2031)55")]
    [InlineData("2031 55号")]
    [InlineData("府发")]
    public async Task Document_is_found_by_a_part_of_its_number_and_its_tasks_in_the_ledger(string asked)
    {
        var (document, task) = await DocumentAsync("测府发〔2031〕55号");
        var view = await FindAsync(asked, SearchKind.Document);
        Assert.Contains(document, view.Hits.Items.Select(hit => hit.Id));
        await using var db = life.Db();
        Assert.Contains(task, (await TaskLedgerQuery.PageAsync(db, life.Supervisor, new TaskFilter { Q = asked, PageSize = 2000 }, life.Today)).Items.Select(row => row.Id));
    }

    [Fact]
    public async Task Department_is_found_by_every_name_that_it_has_and_no_longer_by_one_that_was_taken_away()
    {
        await using var db = life.Db();
        var unit = Department.Named("市能源发展中心", DepartmentKind.Department, life.CityId);
        unit.Aliases.Add(DepartmentAlias.For("市能源中心", life.CityId));
        db.Add(unit);
        await db.SaveChangesAsync();
        Assert.Equal(unit.Id, Assert.Single((await FindAsync("能源中心", SearchKind.Department)).Hits.Items).Id);
        await db.DepartmentAliases.Where(alias => alias.Name == "市能源中心").ExecuteDeleteAsync();
        Assert.Empty((await FindAsync("能源中心", SearchKind.Department)).Hits.Items);
        await db.Departments.Where(known => known.Id == unit.Id).ExecuteUpdateAsync(set => set.SetProperty(known => known.Name, "市新能源局"));
        Assert.Single((await FindAsync("新能源局", SearchKind.Department)).Hits.Items);
    }

    [Theory]
    [InlineData("卫计委")]
    [InlineData("市卫生计生委")]
    [InlineData("市卫生和计划生育委员会")]
    public async Task Department_is_found_by_a_spelling_that_no_notice_printed(string asked)
    {
        await using var db = life.Db();
        var named = await db.Departments.Where(known => known.Name == "市卫生与计划生育委员会").Select(known => known.Id).SingleOrDefaultAsync();
        if (named == 0)
        {
            var unit = Department.Named("市卫生与计划生育委员会", DepartmentKind.Department, life.CityId);
            db.Add(unit);
            await db.SaveChangesAsync();
            named = unit.Id;
        }

        Assert.Contains(named, (await FindAsync(asked, SearchKind.Department)).Hits.Items.Select(hit => (int)hit.Id));
        Assert.Contains(named, (await DepartmentListQuery.PageAsync(db, life.Supervisor, new DepartmentFilter { Q = asked }, life.Today)).Items.Select(row => row.Id));
        // One letter is no spelling: 委 alone would be all of them.
        Assert.DoesNotContain((await FindAsync("与", SearchKind.Department)).Hits.Items, hit => hit.Id != named);
    }

    [Fact]
    public async Task Reports_are_found_and_each_kind_is_counted()
    {
        var id = await life.AssignedAsync();
        await life.Actions.ReportProgressAsync(await life.StaffAsync(life.Lead), id, new ProgressForm { Percent = 10, Words = "完成勘察", Problems = "征迁受阻" });
        var view = await FindAsync("征迁");
        Assert.Equal((SearchKind.Report, id, 1), (view.Kind, Assert.Single(view.Hits.Items).Id, view.Counts[SearchKind.Report]));
        Assert.Equal(0, view.Counts[SearchKind.Document]);
    }

    [Fact]
    public async Task Title_stands_before_text_and_nobody_finds_what_he_may_not_read()
    {
        var inText = await RegisterAsync("推进项目", "推进项目，含跨江大桥一座。");
        var inTitle = await RegisterAsync("建设跨江大桥", "按期建成。");
        Assert.Equal([inTitle, inText], (await FindAsync("跨江大桥")).Hits.Items.Select(hit => hit.Id));
        var elsewhere = await life.PersonAsync(AccountRole.Leader, jurisdiction: Jurisdiction.PendingId);
        await using var db = life.Db();
        Assert.All((await SearchQuery.FindAsync(db, elsewhere, "跨江大桥", null, 1, 20)).Counts.Values, count => Assert.Equal(0, count));
    }

    [Fact]
    public async Task Words_follow_the_text_when_it_changes()
    {
        var id = await RegisterAsync("整治黑臭水体", "年底前完成。");
        await using var db = life.Db();
        await db.Tasks.Where(task => task.Id == id).ExecuteUpdateAsync(set => set.SetProperty(task => task.Title, "整治内河航道"));
        Assert.Empty((await FindAsync("黑臭")).Hits.Items);
        Assert.Single((await FindAsync("内河航道")).Hits.Items);
    }

    [Fact]
    public async Task More_than_a_thousand_are_not_counted_further()
    {
        var id = await RegisterAsync("普查水利工程", "普查。");
        await using var db = life.Db();
        await using var source = NpgsqlDataSource.Create(db.Database.GetConnectionString()!);
        await CopiedRows.InsertAsync(source, "tasks", 1100, "'id', 9000000 + n", $"one.id = {id}");
        var view = await FindAsync("普查", SearchKind.Task, page: 50);
        Assert.Equal((true, SearchQuery.MostHits, 20), (view.IsCapped(SearchKind.Task), view.Hits.Total, view.Hits.Items.Count));
        Assert.Empty((await FindAsync("普查", SearchKind.Task, page: 51)).Hits.Items);
        await db.Tasks.Where(task => task.Id > 9_000_000).ExecuteDeleteAsync();
    }

    [Theory]
    [InlineData("建设5Ｇ基站（二期）", "5g 基站二期", "建设|[5Ｇ基站（二期]|）")]
    [InlineData("测府发〔2031〕55号", "2031 55", "测府发〔|[2031]|〕|[55]|号")]
    [InlineData("没有", "别的", "没有")]
    [InlineData("", "别的", "")]
    public void What_was_asked_for_is_marked_as_it_is_printed(string text, string asked, string marked) =>
        Assert.Equal(marked, string.Join('|', SearchFold.Mark(text, asked).Select(part => part.IsFound ? $"[{part.Text}]" : part.Text)));

    [Fact]
    public void Excerpt_shows_the_place_that_was_asked_for()
    {
        var text = new string('前', 200) + "重点" + new string('后', 200);
        Assert.Contains("重点", SearchFold.Excerpt(text, "重点", 100), StringComparison.Ordinal);
        Assert.Equal(102, SearchFold.Excerpt(text, "重点", 100).Length);
        Assert.Equal("短文", SearchFold.Excerpt("短文", "别的", 100));
    }

    private async Task<SearchView> FindAsync(string asked, SearchKind? kind = null, int page = 1)
    {
        await using var db = life.Db();
        return await SearchQuery.FindAsync(db, life.Supervisor, asked, kind, page, 20);
    }

    private Task<long> RegisterAsync(string title, string text) => life.Actions.RegisterAsync(life.Supervisor, new RegisterForm { Title = title, Text = text, Source = "测试" });

    private async Task<(long Document, long Task)> DocumentAsync(string number)
    {
        await using var db = life.Db();
        var file = new SourceFile { FileName = "a.txt", Sha256 = Guid.NewGuid().ToString("N"), Content = [], Lines = ["一"], ImportedAt = life.Clock.Now };
        var document = new PolicyDocument { SourceFile = file, JurisdictionId = life.CityId, Title = "关于印发防汛预案的通知", DocumentNumber = number, FirstLine = 1, LastLine = 1, ImportedAt = life.Clock.Now };
        var read = new ParsedTask(null, [], "修订预案", "修订预案", new LineRange(1, 1), [], null, [], []);
        var task = PolicyTask.FromNotice(read, 1, life.CityId, [], null, Actor.Portal, life.Clock.Now);
        document.Tasks.Add(task);
        db.Add(document);
        await db.SaveChangesAsync();
        return (document.Id, task.Id);
    }
}
