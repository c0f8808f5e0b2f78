namespace PolicyTracker.Core.Tasks;

/// <summary>What the units do while the work goes on, and how the supervisor sees it: 签收, 不予承接, 反馈, 核实, 研判, 催办.</summary>
public sealed partial class PolicyTask
{
    /// <summary>签收 by one unit; the first that answers for the task brings it under way.</summary>
    public void Acknowledge(string words, ActBy by)
    {
        Require(TaskAct.Acknowledge);
        var standing = StandingOf(by.OwnUnit);
        if (standing is { AcknowledgedAt: not null, DeclinedAt: null })
        {
            throw new RuleException($"{by.OwnUnit.Name}已经签收过这项任务，现在可以反馈进展。");
        }

        var from = State;
        standing.Acknowledge(by);
        GetUnderWay(by);
        Record(TaskAct.Acknowledge, from, words, by);
    }

    /// <summary>不予承接: waits until the supervisor changes the units or insists.</summary>
    public void Decline(string reason, ActBy by)
    {
        Require(TaskAct.Decline);
        var standing = StandingOf(by.OwnUnit);
        if (standing.DeclinedAt is not null)
        {
            throw new RuleException($"{by.OwnUnit.Name}已经提出不予承接，请等待督查人员答复；愿意承办的，可以直接签收。");
        }

        standing.Decline(reason, by);
        Record(TaskAct.Decline, State, reason, by);
    }

    /// <summary>维持交办: the units that declined are to do it all the same.</summary>
    public void Insist(string words, ActBy by)
    {
        Require(TaskAct.Insist);
        var waiting = Standings.FindAll(standing => standing.DeclinedAt is not null);
        if (waiting.Count == 0)
        {
            throw new RuleException("没有单位提出不予承接，不需要答复。要改变分工，请调整单位。");
        }

        waiting.ForEach(standing => standing.AnswerDecline());
        Record(TaskAct.Insist, State, words, by);
    }

    /// <summary>反馈进展, which also acknowledges; of a unit that answers for the task it brings it under way.</summary>
    public void ReportProgress(int percent, string words, string? problems, string? nextStep, ActBy by)
    {
        Require(TaskAct.ReportProgress);
        RequirePercent(percent);
        var (from, unit) = (State, by.OwnUnit);
        var standing = StandingOf(unit);
        standing.Acknowledge(by);
        standing.Claim(percent, by);
        Reports.Add(new ProgressReport
        {
            DepartmentId = unit.Id,
            At = by.At,
            AccountId = by.Person.AccountId,
            ActorName = by.Person.Name,
            Percent = percent,
            Words = words,
            Problems = problems,
            NextStep = nextStep,
        });
        GetUnderWay(by);
        ReckonClaimed();
        var more = problems is null && nextStep is null ? null : new ActChanges { Problems = problems, NextStep = nextStep };
        Record(TaskAct.ReportProgress, from, words, by, percent, more);
    }

    /// <summary>核实进度: the supervisor's own figure, dated.</summary>
    public void VerifyProgress(int percent, string words, ActBy by)
    {
        Require(TaskAct.VerifyProgress);
        RequirePercent(percent);
        (VerifiedPercent, VerifiedOn) = (percent, by.Today);
        Record(TaskAct.VerifyProgress, State, words, by, percent);
    }

    /// <summary>研判: the supervisor's own word, dated.</summary>
    public void Judge(Judgement judgement, string words, ActBy by)
    {
        Require(TaskAct.Judge);
        (Judgement, JudgedOn, JudgementWords) = (judgement, by.Today, words);
        Record(TaskAct.Judge, State, words, by, changes: new ActChanges { Judgement = judgement });
    }

    /// <summary>催办: counted, and shown to the units.</summary>
    public void Remind(string words, ActBy by)
    {
        Require(TaskAct.Remind);
        if (!Responsibilities.Exists(r => r.IsMatched))
        {
            throw new RuleException("任务还没有单位，不知道催办谁。请先交办。");
        }

        RemindCount++;
        RemindedOn = by.Today;
        Record(TaskAct.Remind, State, words, by);
    }

    private DepartmentStanding StandingOf(ActingUnit unit)
    {
        var standing = Standings.Find(s => s.DepartmentId == unit.Id);
        if (standing is null)
        {
            standing = new DepartmentStanding { DepartmentId = unit.Id };
            Standings.Add(standing);
        }

        return standing;
    }

    private void GetUnderWay(ActBy by)
    {
        if (State == TaskState.Assigned && Responsibilities.Exists(r => r.Role != Parsing.Role.Support && r.IsOf(by.Person)))
        {
            State = TaskState.InProgress;
        }
    }

    private void ReckonClaimed() => ClaimedPercent = ClaimedProgress.Of(this).Percent;

    private static void RequirePercent(int percent)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(percent, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(percent, 100);
    }
}
