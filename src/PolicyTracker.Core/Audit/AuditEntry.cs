namespace PolicyTracker.Core.Audit;

/// <summary>审计记录: who did what, when, from where, and how it ended. Only ever added; each is sealed together with the one before.</summary>
public sealed class AuditEntry
{
    /// <summary>1, 2, 3 … without a gap; given under a lock, not by a sequence of the database, which leaves gaps.</summary>
    public long Sequence { get; init; }

    /// <summary>In whole microseconds, as PostgreSQL keeps it.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>Null for the portal itself, a shell, and somebody who is not signed in. No foreign key: the log stands alone.</summary>
    public int? AccountId { get; init; }

    /// <summary>The name that the person bore at that time.</summary>
    public required string AccountName { get; init; }

    /// <summary>The network address that the request came from; null within the portal.</summary>
    public string? RemoteAddress { get; init; }

    /// <summary>A stable code (<see cref="AuditAction"/>).</summary>
    public required string Action { get; init; }

    /// <summary>What it was done to: task, account, document, address …; null for the log as a whole.</summary>
    public string? SubjectKind { get; init; }

    public string? SubjectId { get; init; }

    public string Words { get; init; } = "";

    public AuditOutcome Outcome { get; init; }

    /// <summary>The seal of the entry before; of the first one, 32 zeros.</summary>
    public required byte[] PreviousMac { get; init; }

    /// <summary>The seal of this entry (<see cref="AuditSeal"/>).</summary>
    public required byte[] Mac { get; init; }
}

public enum AuditOutcome
{
    /// <summary>成功.</summary>
    Done,

    /// <summary>失败: tried and not achieved, such as a wrong password.</summary>
    Failed,

    /// <summary>拒绝: the person had no right to it.</summary>
    Refused,
}

public static class AuditOutcomes
{
    public static string Word(this AuditOutcome outcome) => outcome switch
    {
        AuditOutcome.Done => "成功",
        AuditOutcome.Failed => "失败",
        AuditOutcome.Refused => "拒绝",
        _ => "？", // somebody altered the row
    };

    /// <summary>To the letter: a row that says "done" was altered.</summary>
    public static AuditOutcome Read(string stored) => stored switch
    {
        nameof(AuditOutcome.Done) => AuditOutcome.Done,
        nameof(AuditOutcome.Failed) => AuditOutcome.Failed,
        nameof(AuditOutcome.Refused) => AuditOutcome.Refused,
        _ => (AuditOutcome)(-1),
    };
}

/// <summary>What was pruned: entries up to this one are gone with leave, and the chain goes on from its seal.</summary>
public sealed class AuditCheckpoint
{
    /// <summary>The last entry that was pruned.</summary>
    public long Sequence { get; init; }

    public required byte[] EntryMac { get; init; }

    public DateTimeOffset PrunedAt { get; init; }

    /// <summary>How many entries this pruning removed.</summary>
    public long Pruned { get; init; }

    public required byte[] Signature { get; init; }
}
