namespace PolicyTracker.Core.Tasks;

/// <summary>研判: the supervisor's own word on where a task is going.</summary>
public enum Judgement
{
    /// <summary>正常推进.</summary>
    OnTrack,

    /// <summary>存在风险.</summary>
    AtRisk,

    /// <summary>难以完成.</summary>
    OutOfReach,
}

/// <summary>立项来源: where a task comes from that no notice prints.</summary>
public enum SourceKind
{
    /// <summary>领导批示.</summary>
    LeaderInstruction,

    /// <summary>会议议定事项.</summary>
    MeetingDecision,

    /// <summary>上级交办.</summary>
    SuperiorAssignment,
}

public static class TaskVocabulary
{
    public static string Word(this Judgement judgement) => judgement switch
    {
        Judgement.OnTrack => "正常推进",
        Judgement.AtRisk => "存在风险",
        Judgement.OutOfReach => "难以完成",
    };

    public static string Word(this SourceKind kind) => kind switch
    {
        SourceKind.LeaderInstruction => "领导批示",
        SourceKind.MeetingDecision => "会议议定事项",
        SourceKind.SuperiorAssignment => "上级交办",
    };
}
