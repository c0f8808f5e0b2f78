using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Audit;
using PolicyTracker.Core.Departments;
using PolicyTracker.Core.Tasks;

namespace PolicyTracker.Tests.Core.Audit;

/// <summary>Every write has its entry, with the person who made it.</summary>
public sealed class AuditedChangesTests(TrackerFixture tracker) : IClassFixture<TrackerFixture>
{
    [Fact]
    public void Every_kind_of_row_is_audited_or_said_why_not()
    {
        using var db = tracker.Db();
        var unknown = db.Model.GetEntityTypes().Select(entity => entity.ClrType)
            .Except(AuditedChanges.Audited).Except(AuditedChanges.Quiet.Keys).Select(type => type.Name);
        Assert.Empty(unknown);
    }

    [Fact]
    public async Task Act_on_a_task_is_one_entry_with_its_person_and_words()
    {
        await tracker.ImportAsync(Notices.Plan("行动"));
        await using var db = tracker.Db();
        var id = await db.Tasks.Where(t => t.Title.StartsWith("改造老旧管网")).Select(t => t.Id).SingleAsync();
        await tracker.Get<TaskActions>().VerifyProgressAsync(TrackerFixture.Person(AccountRole.Supervisor), id, new() { Percent = 40, Words = "现场查看" });
        var entry = await db.AuditEntries.SingleAsync(e => e.Action == "task.VerifyProgress" && e.SubjectId == $"{id}");
        Assert.Equal(("测试人员", "task", "40% 现场查看", AuditOutcome.Done), (entry.AccountName, entry.SubjectKind, entry.Words, entry.Outcome));
        Assert.Equal("核实进度", AuditAction.Word(entry.Action));
    }

    [Fact]
    public async Task Import_is_one_entry_for_its_file_and_one_for_each_document()
    {
        var imported = await tracker.ImportAsync(Notices.Plan("另一行动"), "another.txt");
        await using var db = tracker.Db();
        var document = Assert.Single(imported.Documents);
        var entry = await db.AuditEntries.SingleAsync(e => e.Action == AuditAction.DocumentImported && e.SubjectId == $"{document.Id}");
        Assert.Equal(("系统", $"《{document.Title}》{document.Tasks}项任务"), (entry.AccountName, entry.Words));
        Assert.True(await db.AuditEntries.AnyAsync(e => e.Action == AuditAction.FileImported && e.Words.StartsWith("another.txt")));
    }

    [Fact]
    public async Task Departments_and_their_names_are_audited()
    {
        await using var db = tracker.Db();
        db.Audit.Who = new AuditPerson(7, "管理员甲");
        var department = Department.Named("市林业局", PolicyTracker.Parsing.DepartmentKind.Department, Jurisdiction.RootId);
        db.Departments.Add(department);
        await db.SaveChangesAsync();
        department.Name = "市林业和草原局";
        await db.SaveChangesAsync();
        var entries = await db.AuditEntries.Where(e => e.SubjectKind == "department" && e.SubjectId == $"{department.Id}").OrderBy(e => e.Sequence).ToListAsync();
        Assert.Equal(
            [AuditAction.DepartmentAdded, AuditAction.DepartmentChanged, AuditAction.DepartmentChanged],
            entries.Select(e => e.Action));
        Assert.Contains("市林业局→市林业和草原局", entries[2].Words, StringComparison.Ordinal);
        Assert.All(entries, e => Assert.Equal((7, "管理员甲"), (e.AccountId, e.AccountName)));
    }

    [Fact]
    public async Task Sealed_log_of_all_this_is_whole() => Assert.Equal("", (await tracker.Get<AuditVerification>().VerifyAsync()).Why);
}
