namespace PolicyTracker.Core.Accounts;

/// <summary>What a person may do (DESIGN: who may do what). Names as Identity stores them.</summary>
public static class AccountRole
{
    /// <summary>承办.</summary>
    public const string Staff = "staff";

    /// <summary>领导.</summary>
    public const string Leader = "leader";

    /// <summary>督查.</summary>
    public const string Supervisor = "supervisor";

    /// <summary>管理.</summary>
    public const string Administrator = "administrator";

    /// <summary>审计.</summary>
    public const string Auditor = "auditor";

    public static readonly IReadOnlyList<string> All = [Staff, Leader, Supervisor, Administrator, Auditor];

    /// <summary>No account is two of these.</summary>
    public static readonly IReadOnlyList<string> Exclusive = [Supervisor, Administrator, Auditor];

    public static string Word(string role) => role switch
    {
        Staff => "承办人员",
        Leader => "领导",
        Supervisor => "督查人员",
        Administrator => "管理员",
        Auditor => "审计人员",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, null),
    };
}
