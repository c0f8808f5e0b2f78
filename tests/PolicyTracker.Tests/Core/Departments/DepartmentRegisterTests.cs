using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core;
using PolicyTracker.Core.Departments;
using PolicyTracker.Core.Storage;
using PolicyTracker.Core.Tasks;
using PolicyTracker.Parsing;

namespace PolicyTracker.Tests.Core.Departments;

public sealed class DepartmentRegisterTests(TrackerFixture tracker) : IClassFixture<TrackerFixture>
{
    [Fact]
    public async Task Other_spelling_is_known_and_remembered()
    {
        await using var db = tracker.Db();
        var (register, place) = await OpenAsync(db, "保定市人民政府");
        var made = await register.FindOrAddAsync("市卫计委", DepartmentKind.Department, place, default);
        Assert.Same(made, await register.FindOrAddAsync("市卫生和计划生育委员会", DepartmentKind.Department, place, default));
        Assert.Equal(["市卫计委", "市卫生和计划生育委员会"], made!.Aliases.Select(alias => alias.Name));
    }

    [Fact]
    public async Task Asking_writes_nothing_and_takes_what_was_new_for_known()
    {
        await using var db = tracker.Db();
        var (register, place) = await OpenAsync(db, "邯郸市人民政府");
        var first = await register.MatchAsync("市教育体育局", DepartmentKind.Department, place, default);
        var second = await register.MatchAsync("市教体局", DepartmentKind.Department, place, default);
        var group = await register.MatchAsync("各县(市、区)人民政府", DepartmentKind.Group, place, default);
        Assert.Equal([NameOutcome.New, NameOutcome.Waits, NameOutcome.New], new[] { first, second, group }.Select(match => match.Outcome));
        Assert.Equal("市教育体育局", Assert.Single(second.Proposals).Name);
        Assert.False(db.ChangeTracker.HasChanges());
    }

    [Fact]
    public async Task Name_that_is_no_organs_waits()
    {
        await using var db = tracker.Db();
        var (register, place) = await OpenAsync(db, "邢台市人民政府");
        var match = await register.MatchAsync("按职责分工", DepartmentKind.Department, place, default);
        Assert.Equal((NameOutcome.Waits, null), (match.Outcome, match.Department));
        Assert.Null(await register.FindOrAddAsync("按职责分工", DepartmentKind.Department, place, default));
    }

    [Fact]
    public async Task Persons_decision_goes_before_what_the_names_say()
    {
        await using var db = tracker.Db();
        var (register, place) = await OpenAsync(db, "承德市人民政府");
        var bureau = await register.FindOrAddAsync("市教育体育局", DepartmentKind.Department, place, default);
        await db.SaveChangesAsync();
        var decisions = new Dictionary<string, NameDecision>
        {
            ["市教体局"] = new NameDecision.Use(bureau!.Id),
            ["市教育体局"] = new NameDecision.MakeNew(),
            ["市审计局"] = new NameDecision.Wait(),
            ["市体育中心"] = new NameDecision.Use(-1),
        };
        Assert.Same(bureau, await register.FindOrAddAsync("市教体局", DepartmentKind.Department, place, default, decisions));
        Assert.NotSame(bureau, await register.FindOrAddAsync("市教育体局", DepartmentKind.Department, place, default, decisions));
        Assert.Null(await register.FindOrAddAsync("市审计局", DepartmentKind.Department, place, default, decisions));
        await Assert.ThrowsAsync<RuleException>(() => register.FindOrAddAsync("市体育中心", DepartmentKind.Department, place, default, decisions));
        await db.SaveChangesAsync();
        Assert.Equal(["市教体局", "市教育体局", "市教育体育局"], await db.DepartmentAliases.Where(a => a.JurisdictionId == place.Id).Select(a => a.Name).OrderBy(n => n).ToListAsync());
        // The alias is there for the next notice.
        Assert.Equal(NameOutcome.Known, (await new DepartmentRegister(db).MatchAsync("市教体局", DepartmentKind.Department, place, default)).Outcome);
    }

    [Fact]
    public async Task Two_names_of_one_notice_can_be_said_to_be_one_before_either_is_stored()
    {
        await using var db = tracker.Db();
        var (register, place) = await OpenAsync(db, "沧州市人民政府");
        var decisions = new Dictionary<string, NameDecision> { ["市教体局"] = new NameDecision.SameAs("市教育体育局") };
        var first = await register.FindOrAddAsync("市教体局", DepartmentKind.Department, place, default, decisions);
        Assert.Same(first, await register.FindOrAddAsync("市教育体育局", DepartmentKind.Department, place, default, decisions));
        Assert.Equal(["市教体局", "市教育体育局"], first!.Aliases.Select(alias => alias.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Proposed_jurisdiction_is_not_made_and_knows_the_organs_above()
    {
        await using var db = tracker.Db();
        var above = await OpenAsync(db, "山西省人民政府");
        await above.Register.FindOrAddAsync("省财政厅", DepartmentKind.Department, above.Place, default);
        await db.SaveChangesAsync();
        var proposed = await above.Register.ProposeJurisdictionAsync("大同市人民政府", default);
        Assert.Equal(("山西省 › 大同市", false, 0), (proposed.Place, proposed.Exists, proposed.Jurisdiction.Id));
        Assert.Equal(NameOutcome.Known, (await above.Register.MatchAsync("省财政厅", DepartmentKind.Department, proposed.Jurisdiction, default)).Outcome);
        Assert.Equal(NameOutcome.New, (await above.Register.MatchAsync("市财政局", DepartmentKind.Department, proposed.Jurisdiction, default)).Outcome);
        Assert.False(await db.Jurisdictions.AnyAsync(place => place.Name == "大同市"));
        Assert.True((await above.Register.ProposeJurisdictionAsync("山西省人民政府办公厅", default)).Exists);
        Assert.Equal("辖区待定", (await above.Register.ProposeJurisdictionAsync(null, default)).Place);
    }

    [Fact]
    public async Task Task_whose_only_unit_waits_is_a_draft_with_the_printed_words()
    {
        var result = await tracker.ImportAsync("""
            晋城市人民政府办公室关于印发冬季供暖工作方案的通知
            晋市政办发〔2031〕8号
            各县(市、区)人民政府,市直有关部门:
            《冬季供暖工作方案》已经市人民政府同意,现印发给你们,请认真组织实施。
            晋城市人民政府办公室
            2031年9月4日
            冬季供暖工作方案
            一、重点任务
            (一)检修管网。完成城区老旧供热管网改造,消除爆管隐患。(责任单位:市住房城乡建设局、市城市管理局)
            (二)储备燃料。落实储备库存,按周通报。(责任单位:市城管局)
            """);
        await using var db = tracker.Db();
        var tasks = await db.Tasks.Include(task => task.Responsibilities).Where(task => task.DocumentId == result.Documents[0].Id).OrderBy(task => task.Ordinal).ToListAsync();
        Assert.Equal([TaskState.Assigned, TaskState.Draft], tasks.Select(task => task.State));
        var waiting = Assert.Single(tasks[1].Responsibilities);
        Assert.Equal(("市城管局", null), (waiting.PrintedName, waiting.DepartmentId));
    }

    private static async Task<(DepartmentRegister Register, Jurisdiction Place)> OpenAsync(TrackerDb db, string issuer)
    {
        var register = new DepartmentRegister(db);
        return (register, await register.JurisdictionOfAsync(issuer, default));
    }
}
