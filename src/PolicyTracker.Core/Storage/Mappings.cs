using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Audit;
using PolicyTracker.Core.Departments;
using PolicyTracker.Core.Documents;

namespace PolicyTracker.Core.Storage;

internal sealed class JurisdictionMapping : IEntityTypeConfiguration<Jurisdiction>
{
    public void Configure(EntityTypeBuilder<Jurisdiction> entity)
    {
        entity.Property(j => j.Level).HasConversion<string>();
        entity.HasOne<Jurisdiction>().WithMany().HasForeignKey(j => j.ParentId).OnDelete(DeleteBehavior.Restrict);
        entity.HasIndex(j => j.Code).IsUnique();
        entity.HasIndex(j => new { j.ParentId, j.Name }).IsUnique();
        entity.HasIndex(j => j.Path);
    }
}

internal sealed class DepartmentMapping : IEntityTypeConfiguration<Department>, IEntityTypeConfiguration<DepartmentAlias>, IEntityTypeConfiguration<GroupMember>,
    IEntityTypeConfiguration<EarlierMembership>
{
    public void Configure(EntityTypeBuilder<Department> entity)
    {
        entity.Property(d => d.Kind).HasConversion<string>();
        entity.HasOne(d => d.Jurisdiction).WithMany().HasForeignKey(d => d.JurisdictionId).OnDelete(DeleteBehavior.Restrict);
        entity.Property(d => d.Version).HasColumnName("xmin").HasColumnType("xid").IsRowVersion();
        entity.HasOne(d => d.Parent).WithMany().HasForeignKey(d => d.ParentId).OnDelete(DeleteBehavior.Restrict);
        entity.HasOne(d => d.MergedInto).WithMany().HasForeignKey(d => d.MergedIntoId).OnDelete(DeleteBehavior.Restrict);
        entity.HasIndex(d => new { d.JurisdictionId, d.Name }).IsUnique().HasFilter("merged_into_id IS NULL");
    }

    public void Configure(EntityTypeBuilder<DepartmentAlias> entity)
    {
        entity.Property(a => a.Kind).HasConversion<string>();
        entity.HasOne<Department>().WithMany(d => d.Aliases).HasForeignKey(a => a.DepartmentId);
        entity.HasOne<Jurisdiction>().WithMany().HasForeignKey(a => a.JurisdictionId).OnDelete(DeleteBehavior.Restrict);
        entity.HasIndex(a => new { a.JurisdictionId, a.Key });
        entity.HasIndex(a => new { a.DepartmentId, a.Name }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<GroupMember> entity)
    {
        entity.HasKey(m => new { m.GroupId, m.MemberId });
        entity.HasOne(m => m.Group).WithMany(d => d.Members).HasForeignKey(m => m.GroupId);
        entity.HasOne(m => m.Member).WithMany().HasForeignKey(m => m.MemberId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<EarlierMembership> entity)
    {
        entity.HasOne(m => m.Group).WithMany().HasForeignKey(m => m.GroupId);
        entity.HasOne(m => m.Member).WithMany().HasForeignKey(m => m.MemberId);
    }
}

internal sealed class DocumentMapping : IEntityTypeConfiguration<PolicyDocument>, IEntityTypeConfiguration<SourceFile>
{
    public void Configure(EntityTypeBuilder<PolicyDocument> entity)
    {
        entity.HasOne(d => d.SourceFile).WithMany().HasForeignKey(d => d.SourceFileId).OnDelete(DeleteBehavior.Restrict);
        entity.HasOne(d => d.Jurisdiction).WithMany().HasForeignKey(d => d.JurisdictionId).OnDelete(DeleteBehavior.Restrict);
        entity.HasIndex(d => new { d.JurisdictionId, d.DocumentNumber });
    }

    public void Configure(EntityTypeBuilder<SourceFile> entity) => entity.HasIndex(f => f.Sha256).IsUnique();
}

internal sealed class AccountMapping : IEntityTypeConfiguration<Account>, IEntityTypeConfiguration<ApiToken>, IEntityTypeConfiguration<PasswordHistoryEntry>, IEntityTypeConfiguration<DataProtectionKey>,
    IEntityTypeConfiguration<IdentityRole<int>>, IEntityTypeConfiguration<IdentityUserRole<int>>, IEntityTypeConfiguration<IdentityUserClaim<int>>,
    IEntityTypeConfiguration<IdentityUserLogin<int>>, IEntityTypeConfiguration<IdentityUserToken<int>>, IEntityTypeConfiguration<IdentityRoleClaim<int>>
{
    public void Configure(EntityTypeBuilder<Account> entity)
    {
        entity.ToTable("accounts");
        entity.HasOne(a => a.Jurisdiction).WithMany().HasForeignKey(a => a.JurisdictionId).OnDelete(DeleteBehavior.Restrict);
        entity.HasOne(a => a.Department).WithMany().HasForeignKey(a => a.DepartmentId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<ApiToken> entity)
    {
        entity.HasOne<Account>().WithMany().HasForeignKey(t => t.AccountId);
        entity.HasIndex(t => t.Hash).IsUnique();
    }

    public void Configure(EntityTypeBuilder<PasswordHistoryEntry> entity)
    {
        entity.ToTable("password_history");
        entity.HasOne<Account>().WithMany().HasForeignKey(p => p.AccountId);
        entity.HasIndex(p => new { p.AccountId, p.At });
    }

    public void Configure(EntityTypeBuilder<DataProtectionKey> entity) => entity.HasIndex(k => k.Name).IsUnique();

    public void Configure(EntityTypeBuilder<IdentityRole<int>> entity) => entity.ToTable("roles");

    public void Configure(EntityTypeBuilder<IdentityUserRole<int>> entity) => entity.ToTable("account_roles");

    public void Configure(EntityTypeBuilder<IdentityUserClaim<int>> entity) => entity.ToTable("account_claims");

    public void Configure(EntityTypeBuilder<IdentityUserLogin<int>> entity) => entity.ToTable("account_logins");

    public void Configure(EntityTypeBuilder<IdentityUserToken<int>> entity) => entity.ToTable("account_tokens");

    public void Configure(EntityTypeBuilder<IdentityRoleClaim<int>> entity) => entity.ToTable("role_claims");
}

internal sealed class AuditMapping : IEntityTypeConfiguration<AuditEntry>, IEntityTypeConfiguration<AuditCheckpoint>
{
    public void Configure(EntityTypeBuilder<AuditEntry> entity)
    {
        entity.HasKey(e => e.Sequence);
        entity.Property(e => e.Sequence).ValueGeneratedNever();
        entity.Property(e => e.Outcome).HasConversion(outcome => outcome.ToString(), stored => AuditOutcomes.Read(stored));
        entity.HasIndex(e => e.At);
        entity.HasIndex(e => new { e.AccountId, e.Sequence });
    }

    public void Configure(EntityTypeBuilder<AuditCheckpoint> entity)
    {
        entity.HasKey(c => c.Sequence);
        entity.Property(c => c.Sequence).ValueGeneratedNever();
    }
}
