using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PolicyTracker.Core.Deadlines;
using PolicyTracker.Core.Departments;

namespace PolicyTracker.Core.Storage;

internal sealed class DepartmentFeedMapping : IEntityTypeConfiguration<DepartmentFeed>
{
    public void Configure(EntityTypeBuilder<DepartmentFeed> entity)
    {
        entity.HasOne(f => f.Department).WithMany().HasForeignKey(f => f.DepartmentId).OnDelete(DeleteBehavior.Restrict);
        entity.HasIndex(f => f.Hash).IsUnique();
    }
}

internal sealed class RegisterMapping : IEntityTypeConfiguration<Succession>, IEntityTypeConfiguration<SuccessionPart>, IEntityTypeConfiguration<NameDecided>
{
    public void Configure(EntityTypeBuilder<Succession> entity)
    {
        entity.HasOne(s => s.Jurisdiction).WithMany().HasForeignKey(s => s.JurisdictionId).OnDelete(DeleteBehavior.Restrict);
        entity.HasIndex(s => s.TakesEffectOn).HasFilter("applied_at IS NULL").HasDatabaseName("ix_successions_waiting");
    }

    public void Configure(EntityTypeBuilder<SuccessionPart> entity)
    {
        entity.HasKey(p => new { p.SuccessionId, p.PredecessorId, p.SuccessorId });
        entity.HasOne(p => p.Succession).WithMany(s => s.Parts).HasForeignKey(p => p.SuccessionId);
        entity.HasOne(p => p.Predecessor).WithMany().HasForeignKey(p => p.PredecessorId).OnDelete(DeleteBehavior.Restrict);
        entity.HasOne(p => p.Successor).WithMany().HasForeignKey(p => p.SuccessorId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<NameDecided> entity)
    {
        entity.ToTable("name_decisions");
        entity.HasOne<Jurisdiction>().WithMany().HasForeignKey(d => d.JurisdictionId).OnDelete(DeleteBehavior.Restrict);
        entity.HasOne(d => d.Department).WithMany().HasForeignKey(d => d.DepartmentId).OnDelete(DeleteBehavior.SetNull);
        entity.HasIndex(d => new { d.JurisdictionId, d.DecidedAt });
    }
}
