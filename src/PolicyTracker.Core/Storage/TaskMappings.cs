using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Departments;
using PolicyTracker.Core.Drill;
using PolicyTracker.Core.Supervision;
using PolicyTracker.Core.Tasks;

namespace PolicyTracker.Core.Storage;

internal sealed class TaskMapping : IEntityTypeConfiguration<PolicyTask>, IEntityTypeConfiguration<Responsibility>, IEntityTypeConfiguration<TaskInterval>
{
    public void Configure(EntityTypeBuilder<PolicyTask> entity)
    {
        entity.Property(t => t.State).HasConversion<string>();
        entity.Property(t => t.SuspendedFrom).HasConversion<string>();
        entity.Property(t => t.DeadlineKind).HasConversion<string>();
        entity.Property(t => t.Cycle).HasConversion<string>();
        entity.Property(t => t.SourceKind).HasConversion<string>();
        entity.Property(t => t.Judgement).HasConversion<string>();
        entity.Property(t => t.Version).HasColumnName("xmin").HasColumnType("xid").IsRowVersion();
        entity.HasOne(t => t.Document).WithMany(d => d.Tasks).HasForeignKey(t => t.DocumentId).OnDelete(DeleteBehavior.Restrict);
        entity.HasOne(t => t.Jurisdiction).WithMany().HasForeignKey(t => t.JurisdictionId).OnDelete(DeleteBehavior.Restrict);
        entity.HasIndex(t => new { t.DocumentId, t.Ordinal }).IsUnique();
        entity.HasIndex(t => new { t.JurisdictionId, t.State, t.DueOn }).IncludeProperties(t => t.Id);
        entity.HasIndex(t => new { t.DueOn, t.Id });
        Orders(entity);
    }

    // What migration 0013 computes. EF neither writes these columns nor reads them back after a save.
    private static void Orders(EntityTypeBuilder<PolicyTask> entity)
    {
        Computed(entity.Property(t => t.DocumentOrder), OrderSql.Document);
        Computed(entity.Property(t => t.DueOrder), OrderSql.Due);
        Computed(entity.Property(t => t.StateOrder), OrderSql.State);
        Computed(entity.Property(t => t.ProgressOrder), OrderSql.Progress);
        Computed(entity.Property(t => t.TitleOrder).UseCollation(OrderSql.TitleCollation), OrderSql.Title);
        // The function is the migration's own, so that a described database computes something simpler.
        Computed(entity.Property(t => t.LeaderWords), "to_tsvector('simple'::regconfig, title)");
        entity.HasIndex(t => new { t.DocumentOrder, t.Ordinal, t.Id });
        entity.HasIndex(t => new { t.DueOrder, t.Id });
        entity.HasIndex(t => new { t.StateOrder, t.Id });
        entity.HasIndex(t => new { t.ProgressOrder, t.Id });
        entity.HasIndex(t => new { t.TitleOrder, t.Id });
        entity.HasIndex(t => t.LeaderWords).HasMethod("gin");
        entity.HasIndex(t => t.LeaderWords, "ix_tasks_timed_leader_words").HasMethod("gin").HasFilter("state IN ('Assigned', 'InProgress', 'InReview')");
        entity.HasIndex(t => new { t.DueOn, t.Id }, "ix_tasks_timed").HasFilter("state IN ('Assigned', 'InProgress', 'InReview')")
            .IncludeProperties(t => new { t.State, t.ClockStoppedOn, t.StartsOn, t.AssignedOn, t.VerifiedPercent, t.ClaimedPercent, t.JurisdictionId });
        entity.HasIndex(t => t.Id, "ix_tasks_stopped").HasFilter("clock_stopped_on IS NOT NULL AND state IN ('Assigned', 'InProgress', 'InReview')");
        entity.HasIndex(t => t.Cycle, "ix_tasks_recurring").HasFilter("cycle IS NOT NULL");
        entity.HasIndex(t => t.Id, "ix_tasks_returned").HasFilter("state = 'InProgress' AND return_count > 0");
        entity.HasIndex(t => new { t.DueOn, t.Id }, "ix_tasks_in_review").HasFilter("state = 'InReview'");
        entity.HasIndex(t => new { t.DocumentOrder, t.Ordinal, t.Id }, "ix_tasks_draft").HasFilter("state = 'Draft'");
    }

    private static void Computed<T>(PropertyBuilder<T> property, string sql)
    {
        property.HasComputedColumnSql(sql, stored: true).ValueGeneratedNever();
        property.Metadata.SetBeforeSaveBehavior(PropertySaveBehavior.Ignore);
        property.Metadata.SetAfterSaveBehavior(PropertySaveBehavior.Ignore);
    }

    public void Configure(EntityTypeBuilder<Responsibility> entity)
    {
        entity.Property(r => r.Role).HasConversion<string>();
        entity.HasOne(r => r.Task).WithMany(t => t.Responsibilities).HasForeignKey(r => r.TaskId);
        entity.HasOne(r => r.Department).WithMany().HasForeignKey(r => r.DepartmentId).OnDelete(DeleteBehavior.Restrict);
        entity.HasIndex(r => new { r.TaskId, r.Position }).IsUnique();
        entity.HasIndex(r => new { r.DepartmentId, r.Role, r.TaskId });
        entity.HasIndex(r => r.TaskId).HasFilter("department_id IS NULL").HasDatabaseName("ix_responsibilities_unmatched");
    }

    public void Configure(EntityTypeBuilder<TaskInterval> entity)
    {
        entity.Property(i => i.State).HasConversion<string>();
        entity.Property(i => i.Judgement).HasConversion<string>();
        entity.HasOne(i => i.Task).WithMany(t => t.Intervals).HasForeignKey(i => i.TaskId);
        // One row of each task is open; the others are found by the moment at which they held.
        entity.HasIndex(i => i.TaskId).IsUnique().HasFilter("until_at IS NULL");
        entity.HasIndex(i => new { i.TaskId, i.FromAt });
        entity.HasIndex(i => new { i.UntilAt, i.FromAt });
    }
}

internal sealed class TaskCountMapping : IEntityTypeConfiguration<TaskCount>, IEntityTypeConfiguration<DrillMark>
{
    public void Configure(EntityTypeBuilder<TaskCount> entity)
    {
        entity.HasNoKey().ToTable("task_counts");
        entity.Property(c => c.Kind).HasConversion<string>();
        entity.Property(c => c.State).HasConversion<string>();
        entity.Property(c => c.Cycle).HasConversion<string>();
        entity.HasIndex(c => new { c.Kind, c.SubjectId });
        entity.HasIndex(c => new { c.Kind, c.SubjectId }, "ix_task_counts_fresh").HasFilter("NOT is_folded");
        entity.HasIndex(c => c.DueOn, "ix_task_counts_late").HasFilter("kind = 'Department'")
            .IncludeProperties(c => new { c.SubjectId, c.JurisdictionId, c.State, c.ClockStoppedOn, c.Tasks });
    }

    public void Configure(EntityTypeBuilder<DrillMark> entity) => entity.Property(mark => mark.Id).ValueGeneratedNever();
}

internal sealed class TaskRecordsMapping : IEntityTypeConfiguration<HistoryEntry>, IEntityTypeConfiguration<DepartmentStanding>,
    IEntityTypeConfiguration<ProgressReport>, IEntityTypeConfiguration<Extension>, IEntityTypeConfiguration<EarlierPrinting>, IEntityTypeConfiguration<SignalSetting>
{
    public void Configure(EntityTypeBuilder<HistoryEntry> entity)
    {
        entity.ToTable("task_history");
        entity.Property(h => h.Act).HasConversion<string>();
        entity.Property(h => h.FromState).HasConversion<string>();
        entity.Property(h => h.ToState).HasConversion<string>();
        entity.Property(h => h.Changes).IsStoredAsJson();
        entity.HasOne<PolicyTask>().WithMany(t => t.History).HasForeignKey(h => h.TaskId);
        entity.HasOne<Account>().WithMany().HasForeignKey(h => h.AccountId).OnDelete(DeleteBehavior.Restrict);
        entity.HasOne<Department>().WithMany().HasForeignKey(h => h.DepartmentId).OnDelete(DeleteBehavior.Restrict);
        entity.HasIndex(h => new { h.TaskId, h.At });
        entity.HasIndex(h => h.At).IncludeProperties(h => new { h.Act, h.TaskId });
    }

    public void Configure(EntityTypeBuilder<DepartmentStanding> entity)
    {
        entity.HasOne<PolicyTask>().WithMany(t => t.Standings).HasForeignKey(s => s.TaskId);
        entity.HasOne(s => s.Department).WithMany().HasForeignKey(s => s.DepartmentId).OnDelete(DeleteBehavior.Restrict);
        entity.HasIndex(s => new { s.TaskId, s.DepartmentId }).IsUnique();
        entity.HasIndex(s => s.TaskId).HasFilter("declined_at IS NOT NULL").HasDatabaseName("ix_department_standings_declined");
    }

    public void Configure(EntityTypeBuilder<ProgressReport> entity)
    {
        entity.HasOne<PolicyTask>().WithMany(t => t.Reports).HasForeignKey(r => r.TaskId);
        entity.HasOne(r => r.Department).WithMany().HasForeignKey(r => r.DepartmentId).OnDelete(DeleteBehavior.Restrict);
        entity.HasOne<Account>().WithMany().HasForeignKey(r => r.AccountId).OnDelete(DeleteBehavior.Restrict);
        entity.HasIndex(r => new { r.TaskId, r.At });
    }

    public void Configure(EntityTypeBuilder<Extension> entity)
    {
        entity.HasOne(e => e.Task).WithMany(t => t.Extensions).HasForeignKey(e => e.TaskId);
        entity.HasOne(e => e.Department).WithMany().HasForeignKey(e => e.DepartmentId).OnDelete(DeleteBehavior.Restrict);
        entity.HasIndex(e => e.TaskId).IsUnique().HasFilter("is_granted IS NULL");
        entity.HasIndex(e => new { e.TaskId, e.AskedAt });
    }

    public void Configure(EntityTypeBuilder<EarlierPrinting> entity)
    {
        entity.Property(p => p.Printed).IsStoredAsJson();
        entity.HasOne(p => p.Task).WithMany().HasForeignKey(p => p.TaskId);
        entity.HasOne(p => p.Document).WithMany().HasForeignKey(p => p.DocumentId);
        entity.HasOne(p => p.Earlier).WithMany().HasForeignKey(p => p.EarlierId);
        entity.HasIndex(p => new { p.TaskId, p.DocumentId }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<SignalSetting> entity)
    {
        entity.HasOne(s => s.Jurisdiction).WithMany().HasForeignKey(s => s.JurisdictionId).OnDelete(DeleteBehavior.Restrict);
        entity.HasIndex(s => new { s.JurisdictionId, s.HoldsFrom }).IsUnique();
    }
}
