using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Tasks;

namespace PolicyTracker.Core.Storage;

internal sealed class PreferenceMapping : IEntityTypeConfiguration<SavedView>, IEntityTypeConfiguration<AccountPreferences>
{
    public void Configure(EntityTypeBuilder<SavedView> entity)
    {
        entity.Property(view => view.Grouping).HasConversion<string>();
        entity.Property(view => view.Filter).IsStoredAsJson();
        entity.Property(view => view.Layout).IsStoredAsJson();
        entity.HasOne(view => view.Account).WithMany().HasForeignKey(view => view.AccountId);
        entity.HasOne(view => view.Jurisdiction).WithMany().HasForeignKey(view => view.JurisdictionId).OnDelete(DeleteBehavior.Restrict);
        entity.HasIndex(view => new { view.AccountId, view.Name }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<AccountPreferences> entity)
    {
        entity.HasKey(preferences => preferences.AccountId);
        entity.Property(preferences => preferences.AccountId).ValueGeneratedNever();
        entity.Property(preferences => preferences.Layout).IsStoredAsJson();
        entity.HasOne<Account>().WithOne().HasForeignKey<AccountPreferences>(preferences => preferences.AccountId);
        entity.HasOne<SavedView>().WithMany().HasForeignKey(preferences => preferences.DefaultViewId).OnDelete(DeleteBehavior.SetNull);
    }
}
