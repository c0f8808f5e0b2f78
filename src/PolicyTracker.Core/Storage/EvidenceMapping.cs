using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PolicyTracker.Core.Evidence;

namespace PolicyTracker.Core.Storage;

internal sealed class EvidenceMapping : IEntityTypeConfiguration<EvidenceFile>
{
    public void Configure(EntityTypeBuilder<EvidenceFile> entity)
    {
        entity.HasOne(file => file.Task).WithMany().HasForeignKey(file => file.TaskId);
        entity.HasOne(file => file.Entry).WithMany().HasForeignKey(file => file.EntryId);
        entity.HasIndex(file => new { file.TaskId, file.Name, file.Version }).IsUnique();
    }
}
