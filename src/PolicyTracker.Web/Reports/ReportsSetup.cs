namespace PolicyTracker.Web.Reports;

public static class ReportsSetup
{
    public static IServiceCollection AddReports(this IServiceCollection services)
    {
        services.AddSingleton<ExportClock>();
        services.AddHostedService(provider => provider.GetRequiredService<ExportClock>());
        return services;
    }
}
