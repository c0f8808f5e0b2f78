using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Storage;

namespace PolicyTracker.Core.Drill;

/// <summary>演练数据: the one row of a database that was filled with made-up tasks. No sample poses as real, so it is never taken away.</summary>
public sealed class DrillMark
{
    public const int OnlyId = 1;

    /// <summary>Why a database with this mark takes no notice.</summary>
    public const string Refusal = "这是演练库，里面的单位、文件和任务都是生成的，不接收正式文件。请在正式库导入。";

    public int Id { get; init; } = OnlyId;

    public int Tasks { get; init; }

    public DateTimeOffset FilledAt { get; init; }
}

public static class Drills
{
    public static Task<bool> IsDrillAsync(this TrackerDb db, CancellationToken cancellation = default) => db.DrillMarks.AnyAsync(cancellation);
}
