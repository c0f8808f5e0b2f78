using PolicyTracker.Core.Inbox;
using PolicyTracker.Core.Supervision;

namespace PolicyTracker.Web.Inbox;

public static class InboxSetup
{
    public static IServiceCollection AddInbox(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(configuration.GetSection("Mail").Get<MailSettings>() ?? new MailSettings());
        services.AddSingleton<SmtpSender>();
        services.AddSingleton<MailDigest>();
        services.AddSingleton<MailQueue>();
        services.AddSingleton<DeadlineReminders>();
        services.AddSingleton<InboxWatchers>();
        services.AddHostedService<ReminderClock>();
        services.AddHostedService<InboxListener>();
        return services;
    }
}
