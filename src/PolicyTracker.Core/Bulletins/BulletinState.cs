namespace PolicyTracker.Core.Bulletins;

/// <summary>Where a bulletin stands in its life.</summary>
public enum BulletinState
{
    /// <summary>草稿.</summary>
    Draft,

    /// <summary>待批准.</summary>
    Submitted,

    /// <summary>待印发.</summary>
    Approved,

    /// <summary>已印发.</summary>
    Issued,

    /// <summary>已撤回.</summary>
    Withdrawn,
}

/// <summary>What can be done to a bulletin; <see cref="LifeOfABulletin"/> says by whom and when.</summary>
public enum BulletinAct
{
    /// <summary>起草.</summary>
    Draft,

    /// <summary>修改.</summary>
    Revise,

    /// <summary>重新统计.</summary>
    Recount,

    /// <summary>送审.</summary>
    Submit,

    /// <summary>批准.</summary>
    Approve,

    /// <summary>退回.</summary>
    Return,

    /// <summary>印发.</summary>
    Issue,

    /// <summary>撤回.</summary>
    Withdraw,
}

public static class BulletinWords
{
    public static string Word(this BulletinState state) => state switch
    {
        BulletinState.Draft => "草稿",
        BulletinState.Submitted => "待批准",
        BulletinState.Approved => "待印发",
        BulletinState.Issued => "已印发",
        BulletinState.Withdrawn => "已撤回",
    };

    public static string Word(this BulletinAct act) => act switch
    {
        BulletinAct.Draft => "起草",
        BulletinAct.Revise => "修改",
        BulletinAct.Recount => "重新统计",
        BulletinAct.Submit => "送审",
        BulletinAct.Approve => "批准",
        BulletinAct.Return => "退回",
        BulletinAct.Issue => "印发",
        BulletinAct.Withdraw => "撤回",
    };
}
