using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Audit;
using PolicyTracker.Core.Bulletins;
using PolicyTracker.Core.Deadlines;
using PolicyTracker.Core.Departments;
using PolicyTracker.Core.Drill;
using PolicyTracker.Core.Import;
using PolicyTracker.Core.Import.Desk;
using PolicyTracker.Core.Reports;
using PolicyTracker.Core.Reports.Papers;
using PolicyTracker.Core.Reports.Tables;
using PolicyTracker.Core.Supervision;
using PolicyTracker.Core.Tasks;

namespace PolicyTracker.Core.Storage;

/// <summary>What the portal and the command line share: storage, actions and the rules for accounts.</summary>
public static class CoreServices
{
    /// <param name="dataFolder">Where the key of the audit log lies; all who write into one database use the same.</param>
    public static IdentityBuilder AddTracker(this IServiceCollection services, string connectionString, string dataFolder)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(new AuditFolder(dataFolder));
        services.AddSingleton<AuditChain>();
        services.AddSingleton<AuditInterceptor>().AddSingleton<MembershipInterceptor>();
        services.AddSingleton<AuditLog>();
        services.AddSingleton<AuditVerification>();
        services.AddSingleton<AuditPruning>();
        services.AddDbContextFactory<TrackerDb>((provider, options) =>
            options.UseNpgsql(connectionString).AddInterceptors(provider.GetRequiredService<AuditInterceptor>(), provider.GetRequiredService<MembershipInterceptor>()));
        services.AddSingleton<NoticeImport>();
        services.AddSingleton<DraftActions>();
        services.AddSingleton<DraftReader>();
        services.AddSingleton<DraftConfirmation>();
        services.AddSingleton<ImportUndo>();
        services.AddSingleton<DrillFill>();
        services.AddSingleton<TaskActions>();
        services.AddSingleton<SavedViewActions>();
        services.AddSingleton<SettingActions>();
        services.AddSingleton<GroupActions>();
        services.AddSingleton(new ExportFolder(Path.Combine(dataFolder, "exports")));
        services.AddSingleton<LedgerExports>();
        services.AddSingleton<TaskPapers>();
        services.AddSingleton<BulletinActions>();
        services.AddSingleton<BulletinPapers>();
        services.AddSingleton<ExportWorker>();
        services.AddSingleton(new TableDrafts(Path.Combine(dataFolder, "exports", "tables")));
        services.AddSingleton<LedgerTableImport>();
        services.AddSingleton<RegisterActions>();
        services.AddSingleton<SuccessionActions>();
        services.AddSingleton<JurisdictionActions>();
        services.AddOptions<AccountPolicy>();
        services.AddScoped<PasswordRules>();
        services.AddScoped<AccountActions>();
        services.AddScoped<OwnAccountActions>();
        services.AddSingleton<TokenActions>();
        services.AddSingleton<FeedActions>();
        services.AddScoped<DemoAccounts>();
        return services.AddIdentityCore<Account>(options =>
            {
                options.Password.RequiredLength = 8;
                options.Password.RequireNonAlphanumeric = false;
                options.Password.RequireUppercase = false;
                options.Lockout.MaxFailedAccessAttempts = 5;
                options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(10);
            })
            .AddRoles<IdentityRole<int>>()
            .AddErrorDescriber<ChineseIdentityErrors>()
            .AddEntityFrameworkStores<TrackerDb>();
    }
}
