namespace PolicyTracker.Core;

/// <summary>The office's calendar: dates are those of Asia/Shanghai, whatever the server's zone.</summary>
public static class OfficeTime
{
    private static readonly TimeZoneInfo Shanghai = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    public static DateOnly Today(this TimeProvider time) => DateOnly.FromDateTime(time.GetUtcNow().InOffice().DateTime);

    public static DateTimeOffset InOffice(this DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Shanghai);

    /// <summary>The moment at which a day begins in the office.</summary>
    public static DateTimeOffset StartInOffice(this DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, Shanghai.GetUtcOffset(midnight)).ToUniversalTime();
    }
}
