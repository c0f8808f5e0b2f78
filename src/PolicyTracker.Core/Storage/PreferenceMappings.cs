using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Tasks;

namespace PolicyTracker.Core.Storage;

internal sealed class PreferenceMapping : IEntityTypeConfiguration<SavedView>, IEntityTypeConfiguration<AccountPreferences>
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter() },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public void Configure(EntityTypeBuilder<SavedView> entity)
    {
        entity.Property(view => view.Grouping).HasConversion<string>();
        Stored(entity.Property(view => view.Filter));
        Stored(entity.Property(view => view.Layout));
        entity.HasOne(view => view.Account).WithMany().HasForeignKey(view => view.AccountId);
        entity.HasOne(view => view.Jurisdiction).WithMany().HasForeignKey(view => view.JurisdictionId).OnDelete(DeleteBehavior.Restrict);
        entity.HasIndex(view => new { view.AccountId, view.Name }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<AccountPreferences> entity)
    {
        entity.HasKey(preferences => preferences.AccountId);
        entity.Property(preferences => preferences.AccountId).ValueGeneratedNever();
        Stored(entity.Property(preferences => preferences.Layout));
        entity.HasOne<Account>().WithOne().HasForeignKey<AccountPreferences>(preferences => preferences.AccountId);
        entity.HasOne<SavedView>().WithMany().HasForeignKey(preferences => preferences.DefaultViewId).OnDelete(DeleteBehavior.SetNull);
    }

    private static void Stored<T>(PropertyBuilder<T> property) => property.HasColumnType("jsonb").HasConversion(
        value => JsonSerializer.Serialize(value, Json), stored => JsonSerializer.Deserialize<T>(stored, Json)!);
}
