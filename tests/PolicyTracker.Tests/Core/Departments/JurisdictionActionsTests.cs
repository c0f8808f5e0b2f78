using FluentValidation;
using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Departments;
using PolicyTracker.Core.Tasks;
using PolicyTracker.Parsing;

namespace PolicyTracker.Tests.Core.Departments;

public sealed class JurisdictionActionsTests(TrackerFixture tracker) : IClassFixture<TrackerFixture>
{
    private JurisdictionActions Actions => tracker.Get<JurisdictionActions>();

    [Fact]
    public async Task Place_is_added_below_another_and_renamed()
    {
        var province = await Actions.AddAsync(Actor.Portal, new(Jurisdiction.RootId, "江南省", JurisdictionLevel.Province, null));
        var city = await Actions.AddAsync(Actor.Portal, new(province, "临江市", JurisdictionLevel.City, "9901"));
        await using var db = tracker.Db();
        Assert.Equal($"/1/{province}/{city}/", await db.Jurisdictions.Where(j => j.Id == city).Select(j => j.Path).SingleAsync());
        await Actions.RenameAsync(Actor.Portal, city, "新临江市");
        Assert.Equal("新临江市", await db.Jurisdictions.Where(j => j.Id == city).Select(j => j.Name).SingleAsync());
        await Assert.ThrowsAsync<ValidationException>(() => Actions.AddAsync(Actor.Portal, new(province, "新临江市", JurisdictionLevel.City, null)));
        await Assert.ThrowsAsync<ValidationException>(() => Actions.AddAsync(Actor.Portal, new(province, "另一市", JurisdictionLevel.City, "9901")));
        await Assert.ThrowsAsync<ValidationException>(() => Actions.AddAsync(Actor.Portal, new(city, "又一省", JurisdictionLevel.Province, null)));
        await Assert.ThrowsAsync<ValidationException>(() => Actions.AddAsync(Actor.Portal, new(Jurisdiction.PendingId, "某县", JurisdictionLevel.County, null)));
        await Assert.ThrowsAsync<RuleException>(() => Actions.RenameAsync(Actor.Portal, Jurisdiction.RootId, "世界"));
        await Assert.ThrowsAsync<ForbiddenException>(() => Actions.AddAsync(TrackerFixture.Person(AccountRole.Supervisor), new(province, "丙市", JurisdictionLevel.City, null)));
        await Assert.ThrowsAsync<ForbiddenException>(() => Actions.RenameAsync(TrackerFixture.Person(AccountRole.Administrator, "/1/99999/"), city, "丁市"));
    }

    [Fact]
    public async Task Place_that_the_gazetteer_lacks_is_found_from_the_organ_once_it_was_added()
    {
        await using var db = tracker.Db();
        Assert.Equal("绵阳市", (await new DepartmentRegister(db).ProposeJurisdictionAsync("绵阳市科创新区管理委员会", default)).Jurisdiction.Name);
        var city = (await new DepartmentRegister(db).JurisdictionOfAsync("绵阳市人民政府", default)).Id;
        var zone = await Actions.AddAsync(Actor.Portal, new(city, "科创新区", JurisdictionLevel.County, null));
        Assert.Equal(zone, (await new DepartmentRegister(db).JurisdictionOfAsync("绵阳市科创新区管理委员会", default)).Id);
        Assert.Equal(city, (await new DepartmentRegister(db).JurisdictionOfAsync("绵阳市人民政府办公室", default)).Id);
    }

    [Fact]
    public async Task Document_without_a_place_goes_into_one_and_its_names_are_matched_there()
    {
        var place = await Actions.AddAsync(Actor.Portal, new(Jurisdiction.RootId, "临湖市", JurisdictionLevel.City, null));
        await using (var before = tracker.Db())
        {
            before.Departments.AddRange(Department.Named("市水务局", DepartmentKind.Department, place), Department.Named("市教育体育局", DepartmentKind.Department, place));
            await before.SaveChangesAsync();
        }

        var result = await tracker.ImportAsync("""
            冬季供水保障工作方案
            为做好冬季供水,制定本方案。
            一、重点任务
            (一)改造老旧管网。完成城区老旧供水管网改造,消除爆管隐患。(责任单位:市水务局、市财政局)
            (二)检查校园供水。逐校检查,发现问题及时整改。(责任单位:市教体局)
            """);
        var document = result.Documents[0].Id;
        Assert.Equal("辖区待定", result.Documents[0].Jurisdiction);
        Assert.Equal(2, await Actions.MoveDocumentAsync(Actor.Portal, document, place));
        await using var db = tracker.Db();
        var tasks = await db.Tasks.Include(t => t.Responsibilities).ThenInclude(r => r.Department).Include(t => t.Intervals).Include(t => t.History)
            .Where(t => t.DocumentId == document).OrderBy(t => t.Ordinal).ToListAsync();
        Assert.All(tasks, task => Assert.Equal((place, 2), (task.JurisdictionId, task.History.Count)));
        Assert.Equal([TaskState.Assigned, TaskState.Draft], tasks.Select(task => task.State));
        Assert.All(tasks[0].Responsibilities, part => Assert.Equal(place, part.Department!.JurisdictionId));
        Assert.Null(Assert.Single(tasks[1].Responsibilities).DepartmentId);
        Assert.All(tasks, task => Assert.True(TaskInterval.Of(task, default).SaysTheSameAs(task.Intervals.Single(interval => interval.UntilAt == null))));
        // What 辖区待定 had only because of it is gone.
        Assert.False(await db.Departments.AnyAsync(d => d.JurisdictionId == Jurisdiction.PendingId && d.Name == "市水务局"));
        Assert.True(await db.AuditEntries.AnyAsync(entry => entry.Action == "document.move"));
        await Assert.ThrowsAsync<RuleException>(() => Actions.MoveDocumentAsync(Actor.Portal, document, Jurisdiction.RootId));
    }
}
