using PolicyTracker.Core.Departments;

namespace PolicyTracker.Core.Supervision;

/// <summary>信号阈值 of a jurisdiction and all below it that has none of its own, from a date on.</summary>
public sealed class SignalSetting
{
    public int Id { get; init; }

    public int JurisdictionId { get; init; }

    public Jurisdiction? Jurisdiction { get; init; }

    /// <summary>Inclusive; until the next setting of the same jurisdiction.</summary>
    public DateOnly HoldsFrom { get; init; }

    /// <summary>临期: this many days or fewer are left.</summary>
    public int YellowDays { get; init; }

    /// <summary>Points behind the plan from which the gap is yellow.</summary>
    public int GapYellow { get; init; }

    /// <summary>More points than this behind the plan are red.</summary>
    public int GapRed { get; init; }
}

/// <summary>What the signals of one task on one day are judged by.</summary>
public sealed record SignalThresholds(int YellowDays, int GapYellow, int GapRed)
{
    /// <summary>Where nobody has set anything.</summary>
    public static readonly SignalThresholds Default = new(30, 10, 30);
}
