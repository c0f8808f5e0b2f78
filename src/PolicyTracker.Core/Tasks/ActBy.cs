using PolicyTracker.Core.Accounts;

namespace PolicyTracker.Core.Tasks;

/// <summary>Who acts, when, and for which unit; no unit for supervisors.</summary>
public sealed record ActBy(Actor Person, DateTimeOffset At, ActingUnit? Unit = null)
{
    public DateOnly Today => At.OfficeDay();

    /// <summary>The unit of an act that only units do.</summary>
    public ActingUnit OwnUnit => Unit ?? throw new ForbiddenException("只有承办单位的人员可以这样做。");
}

/// <summary>The department of the person who acts; with the name that it bears now, which the history keeps.</summary>
public sealed record ActingUnit(int Id, string Name);
