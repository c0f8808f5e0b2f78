using System.Globalization;
using PolicyTracker.Core.Departments;
using PolicyTracker.Core.Evidence;
using PolicyTracker.Core.Tasks;
using PolicyTracker.Parsing;

namespace PolicyTracker.Web.Tasks.Acts;

/// <summary>
/// An act as it was typed: one form for all of them, each showing its own fields. What is no number or date stays in its field, with a
/// word about it.
/// </summary>
public sealed class ActInput
{
    public string? Version { get; set; }

    public string? Percent { get; set; }

    public string? Words { get; set; }

    public string? Problems { get; set; }

    public string? NextStep { get; set; }

    public string? Reason { get; set; }

    public string? DueOn { get; set; }

    /// <summary>"true" where 没有完成时限 was ticked.</summary>
    public string? NoDeadline { get; set; }

    public string? Judgement { get; set; }

    public string? Grant { get; set; }

    public List<UnitInput> Units { get; set; } = [];

    /// <summary>签收 depends on nothing that another unit may have done meanwhile: two that open a task together both acknowledge it.</summary>
    public RemarkForm Acknowledgement() => new() { Words = Words };

    public RemarkForm Remark() => Versioned(new RemarkForm { Words = Words });

    public WordsForm InWords(IReadOnlyList<StoredEvidence> files) => Versioned(new WordsForm { Words = Words, Files = files });

    public ReasonForm WithReason() => Versioned(new ReasonForm { Reason = Reason });

    public ProgressForm Progress(IReadOnlyList<StoredEvidence> files) =>
        Versioned(new ProgressForm { Percent = ReadPercent(), Words = Words, Problems = Problems, NextStep = NextStep, Files = files });

    public VerifyProgressForm Verification() => Versioned(new VerifyProgressForm { Percent = ReadPercent(), Words = Words });

    public JudgeForm Judged() => Versioned(new JudgeForm { Judgement = Enum.TryParse<Judgement>(Judgement, out var judgement) ? judgement : null, Words = Words });

    public ExtensionRequestForm ExtensionRequest() => Versioned(new ExtensionRequestForm { DueOn = ReadDate(), Reason = Reason });

    public ExtensionDecisionForm ExtensionDecision() => Versioned(new ExtensionDecisionForm { Grant = bool.TryParse(Grant, out var grant) ? grant : null, Words = Words });

    public AssignForm Assignment(IReadOnlyList<UnitName> known)
    {
        var form = Versioned(new AssignForm { Responsibilities = Chosen(known), Words = Words });
        SetDeadline(form);
        return form;
    }

    public ChangeForm Change(IReadOnlyList<UnitName> known)
    {
        var form = Versioned(new ChangeForm { Responsibilities = Units.Count == 0 ? null : Chosen(known), Reason = Reason });
        SetDeadline(form);
        return form;
    }

    /// <summary>Names that are not in the register.</summary>
    public IReadOnlyList<string> UnknownUnits(IReadOnlyList<UnitName> known) =>
        [.. Units.Where(unit => unit.IsFilled && UnitName.Find(known, unit.Name!) is null).Select(unit => unit.Name!.Trim())];

    public bool HasUnreadableDate => !string.IsNullOrWhiteSpace(DueOn) && ReadDate() is null;

    private List<UnitChoice> Chosen(IReadOnlyList<UnitName> known) =>
        [.. Units.Where(unit => unit.IsFilled).Select(unit => new UnitChoice
        {
            Department = UnitName.Find(known, unit.Name!)?.Id,
            Role = Enum.TryParse<Role>(unit.Role, out var role) ? role : null,
        })];

    private void SetDeadline(DeadlineForm form)
    {
        if (NoDeadline == "true")
        {
            form.DueOn = null;
        }
        else if (ReadDate() is { } date)
        {
            form.DueOn = date;
        }
    }

    private int? ReadPercent() => int.TryParse(Percent?.Trim().TrimEnd('%', '％'), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var percent) ? percent : null;

    private DateOnly? ReadDate() => DateOnly.TryParseExact(DueOn?.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    private TForm Versioned<TForm>(TForm form)
        where TForm : ActForm
    {
        // A page's form always carries the version that the person saw; one that does not counts as stale.
        form.Version = uint.TryParse(Version, CultureInfo.InvariantCulture, out var version) ? version : 0;
        return form;
    }
}

/// <summary>One row of the list of units; a row whose name is empty is none.</summary>
public sealed class UnitInput
{
    public string? Name { get; set; }

    public string? Role { get; set; }

    public bool IsFilled => !string.IsNullOrWhiteSpace(Name);
}
