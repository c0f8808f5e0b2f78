namespace PolicyTracker.Core;

/// <summary>The office's calendar: dates are those of Asia/Shanghai, whatever the server's zone.</summary>
public static class OfficeTime
{
    private static readonly TimeZoneInfo Shanghai = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    public static DateOnly Today(this TimeProvider time) => time.GetUtcNow().OfficeDay();

    /// <summary>The day that it was there at this moment.</summary>
    public static DateOnly OfficeDay(this DateTimeOffset instant) => DateOnly.FromDateTime(instant.InOffice().DateTime);

    public static DateTimeOffset InOffice(this DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Shanghai);

    /// <summary>The first moment of a day, in UTC.</summary>
    public static DateTimeOffset StartOf(DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, Shanghai.GetUtcOffset(midnight)).ToUniversalTime();
    }
}
