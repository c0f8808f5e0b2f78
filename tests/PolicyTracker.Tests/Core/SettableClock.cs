namespace PolicyTracker.Tests.Core;

/// <summary>A clock that stands until a test moves it.</summary>
public sealed class SettableClock(DateTimeOffset now) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = now;

    /// <summary>Noon of that day in the office.</summary>
    public static SettableClock At(DateOnly day) => new(new DateTimeOffset(day.ToDateTime(new TimeOnly(4, 0)), TimeSpan.Zero));

    public override DateTimeOffset GetUtcNow() => Now;

    public void Forward(int days) => Now = Now.AddDays(days);
}
