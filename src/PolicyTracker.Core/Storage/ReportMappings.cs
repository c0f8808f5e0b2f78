using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Reports;
using PolicyTracker.Core.Search;

namespace PolicyTracker.Core.Storage;

internal sealed class ExportJobMapping : IEntityTypeConfiguration<ExportJob>
{
    public void Configure(EntityTypeBuilder<ExportJob> entity)
    {
        entity.Property(job => job.Format).HasConversion<string>();
        entity.Property(job => job.State).HasConversion<string>();
        entity.Property(job => job.Scope).IsStoredAsJson();
        entity.HasOne<Account>().WithMany().HasForeignKey(job => job.AccountId);
        entity.HasIndex(job => job.Id, "ix_export_jobs_unfinished").HasFilter("finished_at IS NULL");
    }
}

internal sealed class SearchWordsMapping : IEntityTypeConfiguration<TaskWords>, IEntityTypeConfiguration<DocumentWords>,
    IEntityTypeConfiguration<DepartmentWords>, IEntityTypeConfiguration<ReportWords>
{
    public void Configure(EntityTypeBuilder<TaskWords> entity)
    {
        entity.HasKey(words => words.TaskId);
        entity.HasOne(words => words.Task).WithOne().HasForeignKey<TaskWords>(words => words.TaskId);
        entity.HasIndex(words => words.Words).HasMethod("gin");
    }

    public void Configure(EntityTypeBuilder<DocumentWords> entity)
    {
        entity.HasKey(words => words.DocumentId);
        entity.HasOne(words => words.Document).WithOne().HasForeignKey<DocumentWords>(words => words.DocumentId);
        entity.HasIndex(words => words.Words).HasMethod("gin");
    }

    public void Configure(EntityTypeBuilder<DepartmentWords> entity)
    {
        entity.HasKey(words => words.DepartmentId);
        entity.HasOne(words => words.Department).WithOne().HasForeignKey<DepartmentWords>(words => words.DepartmentId);
        entity.HasIndex(words => words.Words).HasMethod("gin");
    }

    public void Configure(EntityTypeBuilder<ReportWords> entity)
    {
        entity.HasKey(words => words.ReportId);
        entity.HasOne(words => words.Report).WithOne().HasForeignKey<ReportWords>(words => words.ReportId);
        entity.HasIndex(words => words.Words).HasMethod("gin");
    }
}
