using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Import;
using PolicyTracker.Core.Supervision;
using PolicyTracker.Core.Tasks;

namespace PolicyTracker.Core.Storage;

/// <summary>What the portal and the command line share: storage, actions and the rules for accounts.</summary>
public static class CoreServices
{
    public static IdentityBuilder AddTracker(this IServiceCollection services, string connectionString)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddDbContextFactory<TrackerDb>(options => options.UseNpgsql(connectionString));
        services.AddSingleton<NoticeImport>();
        services.AddSingleton<TaskActions>();
        services.AddSingleton<SettingActions>();
        services.AddScoped<AccountActions>();
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
