using PolicyTracker.Parsing;

namespace PolicyTracker.Core.Tasks;

/// <summary>What every act on a task is sent with.</summary>
public abstract class ActForm
{
    /// <summary>The version of the task that the person saw; null: whatever it is now.</summary>
    public uint? Version { get; set; }
}

/// <summary>签收, 审核通过, 催办, 恢复: words are welcome, not needed.</summary>
public sealed class RemarkForm : ActForm
{
    public string? Words { get; set; }
}

/// <summary>申请办结, 维持交办: words are needed.</summary>
public sealed class WordsForm : ActForm
{
    public string? Words { get; set; }
}

/// <summary>不予承接, 退回, 中止, 终止, 重新办理: not without a reason.</summary>
public sealed class ReasonForm : ActForm
{
    public string? Reason { get; set; }
}

/// <summary>反馈进展.</summary>
public sealed class ProgressForm : ActForm
{
    public int? Percent { get; set; }

    /// <summary>进展情况.</summary>
    public string? Words { get; set; }

    /// <summary>存在问题.</summary>
    public string? Problems { get; set; }

    /// <summary>下一步措施.</summary>
    public string? NextStep { get; set; }
}

/// <summary>核实进度.</summary>
public sealed class VerifyProgressForm : ActForm
{
    public int? Percent { get; set; }

    public string? Words { get; set; }
}

/// <summary>研判.</summary>
public sealed class JudgeForm : ActForm
{
    public Judgement? Judgement { get; set; }

    public string? Words { get; set; }
}

/// <summary>申请延期.</summary>
public sealed class ExtensionRequestForm : ActForm
{
    public DateOnly? DueOn { get; set; }

    public string? Reason { get; set; }
}

/// <summary>审批延期.</summary>
public sealed class ExtensionDecisionForm : ActForm
{
    /// <summary>Granted or refused; null while nothing was chosen.</summary>
    public bool? Grant { get; set; }

    public string? Words { get; set; }
}

/// <summary>A department's part as it is chosen in a form.</summary>
public sealed class UnitChoice
{
    public int? Department { get; set; }

    public Role? Role { get; set; }
}

/// <summary>A form that can set the deadline: a date, or that there is none.</summary>
public abstract class DeadlineForm : ActForm
{
    /// <summary>Null, once set, is the word that there is none; never set, the deadline stays as it is.</summary>
    public DateOnly? DueOn
    {
        get;
        set
        {
            field = value;
            SetsDeadline = true;
        }
    }

    /// <summary>Was <see cref="DueOn"/> set at all?</summary>
    public bool SetsDeadline { get; private set; }

    internal DeadlineChoice Deadline => new(SetsDeadline, DueOn);
}

/// <summary>交办.</summary>
public sealed class AssignForm : DeadlineForm
{
    public List<UnitChoice>? Responsibilities { get; set; }

    public string? Words { get; set; }
}

/// <summary>调整单位或期限.</summary>
public sealed class ChangeForm : DeadlineForm
{
    /// <summary>All units that are to be on the task afterwards; null: as they are.</summary>
    public List<UnitChoice>? Responsibilities { get; set; }

    public string? Reason { get; set; }
}

/// <summary>立项.</summary>
public sealed class RegisterForm
{
    public string? Title { get; set; }

    public string? Text { get; set; }

    public SourceKind? SourceKind { get; set; }

    /// <summary>Where it comes from, in words: 市长2031年3月4日在《…》上的批示.</summary>
    public string? Source { get; set; }

    /// <summary>Null: the person's own.</summary>
    public int? Jurisdiction { get; set; }

    public DateOnly? DueOn { get; set; }

    /// <summary>责任领导.</summary>
    public List<string>? Leaders { get; set; }
}
