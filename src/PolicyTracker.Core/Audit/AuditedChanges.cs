using System.Globalization;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Bulletins;
using PolicyTracker.Core.Deadlines;
using PolicyTracker.Core.Departments;
using PolicyTracker.Core.Documents;
using PolicyTracker.Core.Drill;
using PolicyTracker.Core.Evidence;
using PolicyTracker.Core.Import.Desk;
using PolicyTracker.Core.Inbox;
using PolicyTracker.Core.Reports;
using PolicyTracker.Core.Search;
using PolicyTracker.Core.Storage;
using PolicyTracker.Core.Supervision;
using PolicyTracker.Core.Tasks;

namespace PolicyTracker.Core.Audit;

/// <summary>
/// Which changed rows are audited, and as what: whoever writes them need not think of it. A test asks of every kind of row that
/// it is either handled here or named in <see cref="Quiet"/> with the reason.
/// </summary>
public static class AuditedChanges
{
    /// <summary>Rows that need no entry of their own.</summary>
    public static readonly IReadOnlyDictionary<Type, string> Quiet = new Dictionary<Type, string>
    {
        [typeof(PolicyTask)] = "every act on a task writes a HistoryEntry in the same save",
        [typeof(Bulletin)] = "every act on a bulletin writes a BulletinEntry in the same save",
        [typeof(Responsibility)] = "changes with an act on its task",
        [typeof(DepartmentStanding)] = "changes with an act on its task",
        [typeof(ProgressReport)] = "comes with an act on its task",
        [typeof(Extension)] = "changes with an act on its task",
        [typeof(EarlierPrinting)] = "kept with the import of a new version, which is audited",
        [typeof(TaskInterval)] = "what the acts have changed, once more",
        [typeof(EvidenceFile)] = "comes with an act on its task",
        [typeof(DraftFile)] = "the content of a draft, which is audited",
        [typeof(InboxMessage)] = "tells of an act, which is audited",
        [typeof(OutgoingMail)] = "carries such messages",
        [typeof(DeadlineReminder)] = "written with the reminder, which is an act",
        [typeof(NameDecided)] = "the alias and the acts on the tasks, which are audited, say it",
        [typeof(EarlierMembership)] = "what GroupMember was, once more",
        [typeof(SuccessionPart)] = "comes with its reorganisation, which names the departments",
        [typeof(DataProtectionKey)] = "made by ASP.NET, not by people",
        [typeof(PasswordHistoryEntry)] = "written with each change of a password, which is audited",
        [typeof(TaskCount)] = "written by the database with the tasks that it counts",
        [typeof(TaskWords)] = "what is written elsewhere, for searching",
        [typeof(DocumentWords)] = "what is written elsewhere, for searching",
        [typeof(DepartmentWords)] = "what is written elsewhere, for searching",
        [typeof(ReportWords)] = "what is written elsewhere, for searching",
        [typeof(SavedView)] = "a way to look at the ledger: what it shows is decided by the rights of whoever opens it",
        [typeof(AccountPreferences)] = "how the portal looks to one person",
        [typeof(AuditEntry)] = "the log itself",
        [typeof(AuditCheckpoint)] = "pruning enters itself",
        [typeof(IdentityRole<int>)] = "fixed by the migrations",
        [typeof(IdentityRoleClaim<int>)] = "not used",
        [typeof(IdentityUserClaim<int>)] = "not used",
        [typeof(IdentityUserLogin<int>)] = "not used",
        [typeof(IdentityUserToken<int>)] = "not used",
    };

    /// <summary>Kinds of rows that <see cref="Of"/> knows.</summary>
    public static readonly IReadOnlyList<Type> Audited =
    [
        typeof(HistoryEntry), typeof(PolicyDocument), typeof(SourceFile), typeof(DocumentRelation), typeof(ImportDraft), typeof(Department), typeof(DepartmentAlias), typeof(GroupMember), typeof(Jurisdiction), typeof(Succession),
        typeof(SignalSetting), typeof(ReminderSetting), typeof(Account), typeof(IdentityUserRole<int>), typeof(ApiToken),
        typeof(ExportJob), typeof(DepartmentFeed), typeof(DrillMark), typeof(BulletinEntry),
    ];

    /// <summary>What is about to be saved; each is asked for its draft after the save, when new rows have their numbers.</summary>
    internal static List<Func<AuditDraft>> Of(ChangeTracker changes)
    {
        var entries = changes.Entries().Where(entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted).ToList();
        var importing = entries.Exists(entry => entry.Entity is PolicyDocument && entry.State == EntityState.Added);
        var db = (TrackerDb)changes.Context;
        return [.. entries.SelectMany(entry => Of(entry, importing, db))];
    }

    private static IEnumerable<Func<AuditDraft>> Of(EntityEntry entry, bool importing, TrackerDb db) => (entry.Entity, entry.State) switch
    {
        // An import is one entry for each document, not one for each of its tasks.
        (HistoryEntry { Act: not TaskAct.Import } act, EntityState.Added) => [() => Act(act)],
        (PolicyDocument document, EntityState.Added) => [() => Imported(document)],
        (PolicyDocument document, EntityState.Deleted) => [Now(new(AuditAction.ImportUndone, "document", Id(document.Id), $"《{document.Title}》"))],
        (DocumentRelation relation, EntityState.Added) => [() => new(AuditAction.DocumentsRelated, "document", Id(relation.LaterId),
            relation.Kind == DocumentRelationKind.NewVersion ? $"是文件{relation.EarlierId}的新版本" : $"废止文件{relation.EarlierId}")],
        (ImportDraft draft, EntityState.Added) => [() => new(AuditAction.DraftAdded, "draft", Id(draft.Id), $"{draft.FileName} {draft.Sha256}")],
        (ImportDraft { State: DraftState.Discarded } draft, EntityState.Modified) when entry.Property(nameof(ImportDraft.State)).IsModified =>
            [Now(new(AuditAction.DraftDiscarded, "draft", Id(draft.Id), draft.FileName))],
        (SourceFile file, EntityState.Added) => [() => new(AuditAction.FileImported, "file", Id(file.Id), $"{file.FileName} {file.Sha256}")],
        (Department or DepartmentAlias, EntityState.Added) when importing => [],
        (Department department, _) => [OfDepartment(department, entry)],
        (DepartmentAlias alias, EntityState.Added) => [() => new(AuditAction.DepartmentChanged, "department", Id(alias.DepartmentId), $"增加名称“{alias.Name}”")],
        (DepartmentAlias alias, EntityState.Deleted) => [Now(new(AuditAction.DepartmentRemoved, "department", Id(alias.DepartmentId), $"删除名称“{alias.Name}”"))],
        (DepartmentAlias alias, _) => [Now(new(AuditAction.DepartmentChanged, "department", Id(alias.DepartmentId), Changed(entry)))],
        (GroupMember member, EntityState.Added) => [() => new(AuditAction.DepartmentChanged, "department", Id(member.GroupId), $"加入成员单位{member.MemberId}")],
        (GroupMember member, _) => [Now(new(AuditAction.DepartmentChanged, "department", Id(member.GroupId), $"移出成员单位{member.MemberId}"))],
        (Succession change, EntityState.Deleted) => [Now(new(AuditAction.SuccessionCancelled, "succession", Id(change.Id), change.Words))],
        (Succession change, EntityState.Added) => [() => new(AuditAction.SuccessionDecided, "succession", Id(change.Id), $"{Parts(change)} 自{Day(change.TakesEffectOn)}起 {change.Words}")],
        (Succession change, _) => [() => new(AuditAction.SuccessionApplied, "succession", Id(change.Id), Parts(change))],
        (PolicyDocument document, EntityState.Modified) when entry.Property(nameof(PolicyDocument.JurisdictionId)).IsModified =>
            [Now(new(AuditAction.DocumentMoved, "document", Id(document.Id), $"《{document.Title}》{Changed(entry)}"))],
        (SignalSetting setting, EntityState.Deleted) => [Now(Setting(setting, "删除"))],
        (SignalSetting setting, _) => [() => Setting(setting, "")],
        (ReminderSetting setting, EntityState.Deleted) => [Now(new(AuditAction.SettingChanged, "jurisdiction", Id(setting.JurisdictionId), "定时催办沿用上级"))],
        (ReminderSetting setting, _) => [Now(new(AuditAction.SettingChanged, "jurisdiction", Id(setting.JurisdictionId),
            $"定时催办：期限前{string.Join('、', setting.DaysBefore)}天，逾期后{(setting.WhenOverdue ? "再" : "不")}提醒"))],
        (Jurisdiction place, EntityState.Added) => [() => new(AuditAction.JurisdictionAdded, "jurisdiction", Id(place.Id), place.Name)],
        (Jurisdiction place, EntityState.Modified) when entry.Property(nameof(Jurisdiction.Name)).IsModified =>
            [Now(new(AuditAction.JurisdictionChanged, "jurisdiction", Id(place.Id), Changed(entry)))],
        (Account account, _) => AccountChanges.Of(account, entry),
        (IdentityUserRole<int> right, _) => [AccountChanges.Right(right, entry.State, db)],
        (ApiToken token, EntityState.Added) => [() => new(AuditAction.TokenCreated, "account", Id(token.AccountId), $"令牌{token.Id}“{token.Name}”")],
        (ApiToken token, EntityState.Modified) when entry.Property(nameof(ApiToken.RevokedAt)).IsModified =>
            [Now(new(AuditAction.TokenRevoked, "account", Id(token.AccountId), $"令牌{token.Id}“{token.Name}”"))],
        (DepartmentFeed feed, EntityState.Added) => [() => new(AuditAction.FeedCreated, "department", Id(feed.DepartmentId), $"订阅{feed.Id}“{feed.Name}”")],
        (DepartmentFeed feed, EntityState.Modified) when entry.Property(nameof(DepartmentFeed.RevokedAt)).IsModified =>
            [Now(new(AuditAction.FeedRevoked, "department", Id(feed.DepartmentId), $"订阅{feed.Id}“{feed.Name}”"))],
        (DrillMark mark, EntityState.Added) => [Now(new(AuditAction.DrillFilled, "drill", Id(mark.Id), $"生成{mark.Tasks}项演练任务"))],
        (BulletinEntry act, EntityState.Added) => [() => Act(act)],
        (ExportJob job, EntityState.Added) => [() => LedgerExports.Entry(job.FileName, job.Words)],
        _ => [],
    };

    private static Func<AuditDraft> OfDepartment(Department department, EntityEntry entry) => entry.State switch
    {
        EntityState.Added => () => new(AuditAction.DepartmentAdded, "department", Id(department.Id), department.Name),
        EntityState.Deleted => Now(new(AuditAction.DepartmentRemoved, "department", Id(department.Id), department.Name)),
        _ => Now(new(AuditAction.DepartmentChanged, "department", Id(department.Id), Changed(entry))),
    };

    private static AuditDraft Act(HistoryEntry act)
    {
        var told = string.Join(' ', new[]
        {
            act.DepartmentName,
            act.FromState == act.ToState ? null : $"{act.FromState.Word()}→{act.ToState.Word()}",
            act.Percent is { } percent ? $"{percent}%" : null,
            act.Changes?.DueOn is { } due ? $"时限{Day(due.Before)}→{Day(due.After)}" : null,
            act.Changes?.Units is { } units ? $"责任单位{units.Before.Count}个→{units.After.Count}个" : null,
            act.Words,
        }.Where(part => !string.IsNullOrEmpty(part)));
        return new AuditDraft(AuditAction.Of(act.Act), "task", Id(act.TaskId), told, Who: new AuditPerson(act.AccountId, act.ActorName));
    }

    private static AuditDraft Act(BulletinEntry act) => new(
        AuditAction.Of(act.Act), "bulletin", Id(act.BulletinId),
        string.Join(' ', new[] { act.FromState == act.ToState ? "" : $"{act.FromState.Word()}→{act.ToState.Word()}", act.Words }.Where(part => part.Length > 0)),
        Who: new AuditPerson(act.AccountId, act.ActorName));

    private static string Parts(Succession change) => string.Join('、', change.Parts.Select(part => $"{part.Predecessor?.Name}→{part.Successor?.Name}"));

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "无";

    private static AuditDraft Setting(SignalSetting setting, string how) => new(
        AuditAction.SettingChanged, "jurisdiction", Id(setting.JurisdictionId),
        $"{how}信号阈值 自{Day(setting.HoldsFrom)}起 临期{setting.YellowDays}天 偏差{setting.GapYellow}、{setting.GapRed}");

    private static AuditDraft Imported(PolicyDocument document) =>
        new(AuditAction.DocumentImported, "document", Id(document.Id), $"《{document.Title}》{document.Tasks.Count}项任务");

    /// <summary>Name, old and new value of each changed column: the change itself is gone when the save is through.</summary>
    internal static string Changed(EntityEntry entry) => string.Join('；', entry.Properties
        .Where(property => property.IsModified)
        .Select(property => $"{property.Metadata.Name}：{property.OriginalValue ?? "无"}→{property.CurrentValue ?? "无"}"));

    internal static Func<AuditDraft> Now(AuditDraft draft) => () => draft;

    internal static string Id(long id) => id.ToString(CultureInfo.InvariantCulture);
}
