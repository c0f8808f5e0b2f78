using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Audit;
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
using PolicyTracker.Core.Supervision;
using PolicyTracker.Core.Tasks;

namespace PolicyTracker.Core.Storage;

/// <summary>The database as EF sees it; <c>Migrations/*.sql</c> make it, and a test holds the two together.</summary>
public sealed class TrackerDb(DbContextOptions<TrackerDb> options) : IdentityDbContext<Account, IdentityRole<int>, int>(options)
{
    public DbSet<Jurisdiction> Jurisdictions => Set<Jurisdiction>();

    public DbSet<Department> Departments => Set<Department>();

    public DbSet<DepartmentAlias> DepartmentAliases => Set<DepartmentAlias>();

    public DbSet<GroupMember> GroupMembers => Set<GroupMember>();

    public DbSet<EarlierMembership> EarlierMemberships => Set<EarlierMembership>();

    public DbSet<Succession> Successions => Set<Succession>();

    public DbSet<SuccessionPart> SuccessionParts => Set<SuccessionPart>();

    public DbSet<NameDecided> NameDecisions => Set<NameDecided>();

    public DbSet<SourceFile> SourceFiles => Set<SourceFile>();

    public DbSet<PolicyDocument> Documents => Set<PolicyDocument>();

    public DbSet<DocumentRelation> DocumentRelations => Set<DocumentRelation>();

    public DbSet<ImportDraft> ImportDrafts => Set<ImportDraft>();

    public DbSet<DraftFile> DraftFiles => Set<DraftFile>();

    public DbSet<PolicyTask> Tasks => Set<PolicyTask>();

    public DbSet<Responsibility> Responsibilities => Set<Responsibility>();

    public DbSet<HistoryEntry> History => Set<HistoryEntry>();

    public DbSet<InboxMessage> InboxMessages => Set<InboxMessage>();

    public DbSet<OutgoingMail> OutgoingMails => Set<OutgoingMail>();

    public DbSet<ReminderSetting> ReminderSettings => Set<ReminderSetting>();

    public DbSet<DeadlineReminder> DeadlineReminders => Set<DeadlineReminder>();

    public DbSet<DepartmentStanding> DepartmentStandings => Set<DepartmentStanding>();

    public DbSet<ProgressReport> ProgressReports => Set<ProgressReport>();

    public DbSet<Extension> Extensions => Set<Extension>();

    public DbSet<TaskInterval> TaskIntervals => Set<TaskInterval>();

    public DbSet<EarlierPrinting> EarlierPrintings => Set<EarlierPrinting>();

    public DbSet<SignalSetting> SignalSettings => Set<SignalSetting>();

    public DbSet<EvidenceFile> EvidenceFiles => Set<EvidenceFile>();

    public DbSet<ApiToken> ApiTokens => Set<ApiToken>();

    public DbSet<DepartmentFeed> DepartmentFeeds => Set<DepartmentFeed>();

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    public DbSet<PasswordHistoryEntry> PasswordHistory => Set<PasswordHistoryEntry>();

    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    public DbSet<AuditCheckpoint> AuditCheckpoints => Set<AuditCheckpoint>();

    public DbSet<SavedView> SavedViews => Set<SavedView>();

    public DbSet<AccountPreferences> AccountPreferences => Set<AccountPreferences>();

    public DbSet<ExportJob> ExportJobs => Set<ExportJob>();

    public DbSet<Bulletin> Bulletins => Set<Bulletin>();

    public DbSet<BulletinEntry> BulletinHistory => Set<BulletinEntry>();

    public DbSet<DrillMark> DrillMarks => Set<DrillMark>();

    public DbSet<TaskCount> TaskCounts => Set<TaskCount>();

    public DbSet<TaskWords> TaskWords => Set<TaskWords>();

    public DbSet<DocumentWords> DocumentWords => Set<DocumentWords>();

    public DbSet<DepartmentWords> DepartmentWords => Set<DepartmentWords>();

    public DbSet<ReportWords> ReportWords => Set<ReportWords>();

    /// <summary>What this context still has to enter into the audit log.</summary>
    public PendingAudit Audit { get; } = new();

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(TrackerDb).Assembly);
        SearchFunctions.AddTo(builder);
        SnakeCaseNames.Apply(builder.Model);
    }
}
