using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Bulletins;

namespace PolicyTracker.Core.Storage;

internal sealed class BulletinMapping : IEntityTypeConfiguration<Bulletin>, IEntityTypeConfiguration<BulletinEntry>
{
    public void Configure(EntityTypeBuilder<Bulletin> entity)
    {
        entity.Property(bulletin => bulletin.State).HasConversion<string>();
        entity.Property(bulletin => bulletin.Text).IsStoredAsJson();
        entity.Property(bulletin => bulletin.Figures).IsStoredAsJson();
        entity.Property(bulletin => bulletin.Version).HasColumnName("xmin").HasColumnType("xid").IsRowVersion();
        entity.HasOne(bulletin => bulletin.Jurisdiction).WithMany().HasForeignKey(bulletin => bulletin.JurisdictionId).OnDelete(DeleteBehavior.Restrict);
        entity.HasOne<Account>().WithMany().HasForeignKey(bulletin => bulletin.SubmittedById).OnDelete(DeleteBehavior.Restrict);
        entity.HasIndex(bulletin => new { bulletin.JurisdictionId, bulletin.Year, bulletin.Number }).IsUnique()
            .HasFilter("state <> 'Withdrawn' OR issued_on IS NOT NULL");
    }

    public void Configure(EntityTypeBuilder<BulletinEntry> entity)
    {
        entity.ToTable("bulletin_history");
        entity.Property(entry => entry.Act).HasConversion<string>();
        entity.Property(entry => entry.FromState).HasConversion<string>();
        entity.Property(entry => entry.ToState).HasConversion<string>();
        entity.Property(entry => entry.Replaced).IsStoredAsJson();
        entity.HasOne(entry => entry.Bulletin).WithMany(bulletin => bulletin.History).HasForeignKey(entry => entry.BulletinId);
        entity.HasOne<Account>().WithMany().HasForeignKey(entry => entry.AccountId).OnDelete(DeleteBehavior.Restrict);
    }
}
