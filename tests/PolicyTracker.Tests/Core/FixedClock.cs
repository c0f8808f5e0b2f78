namespace PolicyTracker.Tests.Core;

/// <summary>A clock that stands where a test puts it: noon of that day in the office.</summary>
internal sealed class FixedClock(DateOnly day) : TimeProvider
{
    public DateOnly Day { get; set; } = day;

    public override DateTimeOffset GetUtcNow() => new(Day.ToDateTime(new TimeOnly(4, 0)), TimeSpan.Zero);
}
