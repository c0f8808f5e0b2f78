using PolicyTracker.Core.Tasks;

namespace PolicyTracker.Core.Reports.Tables;

/// <summary>What a filled-in table would change, and what is wrong with it. Nothing has been changed yet.</summary>
public sealed record TablePreview(IReadOnlyList<PreviewRow> Rows)
{
    public IEnumerable<PreviewRow> Changing => Rows.Where(row => row.Plan is not null);

    public IEnumerable<CellProblem> Problems => Rows.SelectMany(row => row.Problems);

    /// <summary>调整 needs a reason, one for all.</summary>
    public bool NeedsReason => Changing.Any(row => row.Plan is ChangePlan);

    public bool CanBeConfirmed => !Problems.Any() && Changing.Any();

    public int Count<TPlan>() => Rows.Count(row => row.Plan is TPlan);

    /// <summary>立项2项，调整1项，反馈3项.</summary>
    public string Summary => string.Join('，', new[]
    {
        (Word: "立项", Count: Count<RegisterPlan>()), (Word: "调整", Count: Count<ChangePlan>()), (Word: "反馈进展", Count: Count<ReportPlan>()),
    }.Where(kind => kind.Count > 0).Select(kind => $"{kind.Word}{kind.Count}项").DefaultIfEmpty("没有改动"));
}

/// <param name="Number">As the sheet counts.</param>
/// <param name="TaskId">Null for a new task.</param>
/// <param name="Changes">What differs from what the portal would print now.</param>
/// <param name="Plan">Null where the row changes nothing, or cannot be taken.</param>
public sealed record PreviewRow(
    int Number, long? TaskId, string Title, IReadOnlyList<CellChange> Changes, IReadOnlyList<CellProblem> Problems, TablePlan? Plan);

public sealed record CellChange(string Column, string Before, string After);

/// <param name="Address">D7.</param>
/// <param name="Printed">What stands there.</param>
public sealed record CellProblem(string Address, string Printed, string Words);

/// <summary>The act that a row comes to.</summary>
public abstract record TablePlan;

/// <summary>立项, and 交办 where the row names units.</summary>
public sealed record RegisterPlan(RegisterForm Form, AssignForm? Assign) : TablePlan;

/// <summary>调整单位或期限; the reason is given when it is confirmed.</summary>
public sealed record ChangePlan(long TaskId, ChangeForm Form) : TablePlan;

/// <summary>反馈进展 of the own department.</summary>
public sealed record ReportPlan(long TaskId, ProgressForm Form) : TablePlan;
