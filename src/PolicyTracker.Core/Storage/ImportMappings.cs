using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PolicyTracker.Core.Documents;
using PolicyTracker.Core.Import.Desk;

namespace PolicyTracker.Core.Storage;

internal sealed class ImportDraftMapping : IEntityTypeConfiguration<ImportDraft>, IEntityTypeConfiguration<DraftFile>, IEntityTypeConfiguration<DocumentRelation>
{
    public void Configure(EntityTypeBuilder<ImportDraft> entity)
    {
        entity.Property(d => d.State).HasConversion<string>();
        entity.Property(d => d.Revision).IsConcurrencyToken();
        entity.Ignore(d => d.Holding);
        // Steps are only ever replaced by another list, never altered.
        entity.Property(d => d.Steps).HasConversion(
            steps => StoredJson.Write(steps), stored => StoredJson.Read<List<DraftStep>>(stored), ValueComparer.CreateDefault<List<DraftStep>>(favorStructuralComparisons: false));
        entity.HasOne(d => d.Jurisdiction).WithMany().HasForeignKey(d => d.JurisdictionId).OnDelete(DeleteBehavior.Restrict);
        entity.HasOne(d => d.SourceFile).WithMany().HasForeignKey(d => d.SourceFileId).OnDelete(DeleteBehavior.Restrict);
        entity.HasOne(d => d.File).WithOne().HasForeignKey<DraftFile>(f => f.DraftId);
        // Of one file one draft is worked on at a time.
        entity.HasIndex(d => d.Sha256).IsUnique().HasFilter("state IN ('Reading', 'Open')");
        entity.HasIndex(d => new { d.State, d.BroughtAt });
    }

    public void Configure(EntityTypeBuilder<DraftFile> entity)
    {
        entity.HasKey(f => f.DraftId);
        entity.Property(f => f.DraftId).ValueGeneratedNever();
    }

    public void Configure(EntityTypeBuilder<DocumentRelation> entity)
    {
        entity.Property(r => r.Kind).HasConversion<string>();
        entity.HasOne(r => r.Later).WithMany().HasForeignKey(r => r.LaterId);
        entity.HasOne(r => r.Earlier).WithMany().HasForeignKey(r => r.EarlierId).OnDelete(DeleteBehavior.Restrict);
        entity.HasIndex(r => new { r.LaterId, r.EarlierId, r.Kind }).IsUnique();
    }
}
