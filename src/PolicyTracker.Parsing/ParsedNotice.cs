namespace PolicyTracker.Parsing;

/// <summary>What was read out of one file: its documents in printed order, and what a clerk would query.</summary>
public sealed record ParsedNotice(
    SourceText Source,
    IReadOnlyList<ParsedDocument> Documents,
    IReadOnlyList<Diagnostic> Diagnostics);

/// <summary>
/// One issued notice (文件) with its own title, number, signature and date, together with the plans and annexes that it carries.
/// </summary>
/// <param name="Title">The full title, line breaks removed.</param>
/// <param name="DocNumber">发文字号 as printed, brackets normalised to 〔〕; null when none is printed.</param>
/// <param name="Issuer">发文机关, the organ that signs; null when unsigned.</param>
/// <param name="Addressees">主送机关 as printed, without the closing colon; null when none are printed.</param>
/// <param name="IssuedOn">成文日期; null when not printed.</param>
/// <param name="PublishedOn">发布日期; null when not printed.</param>
/// <param name="IndexNumber">索引号; null when not printed.</param>
/// <param name="Lines">First and last line in the file, 1-based, inclusive.</param>
public sealed record ParsedDocument(
    string Title,
    string? DocNumber,
    string? Issuer,
    string? Addressees,
    DateOnly? IssuedOn,
    DateOnly? PublishedOn,
    string? IndexNumber,
    LineRange Lines,
    IReadOnlyList<OutlineNode> Outline,
    IReadOnlyList<ParsedTask> Tasks)
{
    /// <summary>The documents that this one builds on, in the order of their first mention.</summary>
    public IReadOnlyList<DocumentReference> References { get; init; } = [];

    /// <summary>Duties to report on the work, which are no tasks.</summary>
    public IReadOnlyList<ReportingDuty> ReportingDuties { get; init; } = [];

    /// <summary>The lines that stand under no heading, by what they are, in printed order; with <see cref="Outline"/> they are all lines of the document.</summary>
    public IReadOnlyList<FramePart> Frame { get; init; } = [];

    /// <summary>The organ that the title names (某机关关于…), whether it signs or not; null when the title names none.</summary>
    public string? TitleOrgan { get; init; }

    /// <summary>Where the fields stand and how sure their reading is, by the field's name in the JSON (title, docNumber, issuer, addressees, indexNumber, issuedOn, publishedOn).</summary>
    public IReadOnlyDictionary<string, Origin> Origins { get; init; } = new Dictionary<string, Origin>();
}

/// <summary>A heading of a document with what stands under it (一、 (一) 1. 第一条 …).</summary>
/// <param name="Number">The number as printed (一、, (二), 3.); null for a title without one.</param>
/// <param name="Title">The heading's text after its number.</param>
/// <param name="Lines">From the heading to the last line under it, 1-based, inclusive.</param>
public sealed record OutlineNode(string? Number, string Title, LineRange Lines, IReadOnlyList<OutlineNode> Children);

/// <summary>Lines around the headings of a document, 1-based, inclusive.</summary>
public sealed record FramePart(FrameKind Kind, LineRange Lines);

/// <summary>What lines outside the headings are.</summary>
public enum FrameKind
{
    /// <summary>版头, 标题, 主送机关, and what a portal prints above them.</summary>
    Head,

    /// <summary>Text in front of the first heading, and all text of a notice without headings.</summary>
    Text,

    /// <summary>发文机关署名, 成文日期.</summary>
    Signature,

    /// <summary>附件说明, 附注, 抄送, 印发机关.</summary>
    Closing,

    /// <summary>Page numbers, rules, tables of contents.</summary>
    Furniture,
}

/// <summary>The smallest unit of text that somebody can be held to.</summary>
/// <param name="Number">Its own number as printed; null when it has none.</param>
/// <param name="Path">Titles from the plan down to the task's parent, each as printed, outermost first.</param>
/// <param name="Title">The task in one sentence: its heading or its first sentence, without number and tag.</param>
/// <param name="Text">The whole text of the task as printed, paragraphs that a page break cut joined again.</param>
/// <param name="Lines">The lines that it was read from, 1-based, inclusive.</param>
/// <param name="Departments">Who answers for it, in printed order; empty when the notice names nobody.</param>
/// <param name="Deadline">From the tag or the time column; null when there is none.</param>
/// <param name="Milestones">End dates of the targets stated in the text, ascending, without duplicates.</param>
/// <param name="Leaders">责任领导, 牵头领导 …: persons, as printed.</param>
public sealed record ParsedTask(
    string? Number,
    IReadOnlyList<string> Path,
    string Title,
    string Text,
    LineRange Lines,
    IReadOnlyList<ParsedDepartment> Departments,
    ParsedDeadline? Deadline,
    IReadOnlyList<DateOnly> Milestones,
    IReadOnlyList<string> Leaders)
{
    /// <summary>Where each of <see cref="Milestones"/> is printed, in the same order; likely where its year is the document's own.</summary>
    public IReadOnlyList<Origin> MilestoneOrigins { get; init; } = [];

    /// <summary>Quantities that the text wants reached.</summary>
    public IReadOnlyList<Target> Targets { get; init; } = [];

    /// <summary>What made it a task: the tag, row or heading with the rule's name; untagged items are only likely.</summary>
    public Origin? Origin { get; init; }

    /// <summary>The whole row as printed, for a task that was read from a table; null for any other.</summary>
    public string? Row { get; init; }
}

/// <summary>One organ, or one class of organs, that answers for a task.</summary>
/// <param name="Name">As printed, with a prefix that the list elides put back (市科技局、财政局 → 市财政局).</param>
/// <param name="Note">What the tag adds: an inner office, a share of the work; null when nothing.</param>
public sealed record ParsedDepartment(string Name, Role Role, DepartmentKind Kind, string? Note)
{
    /// <summary>Where the name stands, which rule gave it its role, and how sure that rule is; null for one made by hand.</summary>
    public Origin? Origin { get; init; }
}

/// <summary>牵头, 责任, 配合.</summary>
public enum Role
{
    /// <summary>牵头单位, …牵头.</summary>
    Lead,

    /// <summary>责任单位, …负责, and everybody in a list with no stated leader.</summary>
    Responsible,

    /// <summary>配合, 参与, 协办.</summary>
    Support,
}

/// <summary>One organ (市财政局) or a class of them (各县(市、区)人民政府).</summary>
public enum DepartmentKind
{
    /// <summary>One organ.</summary>
    Department,

    /// <summary>A class of organs.</summary>
    Group,
}

/// <summary>完成时限: the printed words and what they mean.</summary>
/// <param name="Raw">The printed words, white space removed.</param>
/// <param name="Start">First day of a range; null otherwise.</param>
/// <param name="End">Last day, inclusive; null where no date is printed.</param>
public sealed record ParsedDeadline(string Raw, DateOnly? Start, DateOnly? End, DeadlineKind Kind)
{
    /// <summary>Where the words stand, and how sure the reading is; null for one made by hand.</summary>
    public Origin? Origin { get; init; }
}

/// <summary>How a deadline binds.</summary>
public enum DeadlineKind
{
    /// <summary>By a day: 2015年完成, 6月底前.</summary>
    By,

    /// <summary>From a day to a day: 2014—2020年.</summary>
    Range,

    /// <summary>持续推进, 长期坚持.</summary>
    Ongoing,

    /// <summary>Again and again: 每月25日前.</summary>
    Recurring,

    /// <summary>Words without a date: 尽快出台具体措施.</summary>
    Open,
}

/// <summary>Something that a clerk would query, with the line that it stands on.</summary>
/// <param name="Code">A stable, kebab-case name of the rule that raised it, e.g. <c>numbering-gap</c>.</param>
/// <param name="Line">1-based line in the file.</param>
/// <param name="Message">What is odd and why, in Chinese, for the person who checks the import.</param>
public sealed record Diagnostic(string Code, int Line, string Message)
{
    /// <summary>Last line that it speaks of, inclusive; <see cref="Line"/> itself unless it covers more.</summary>
    public int LastLine { get; init; } = Line;
}

/// <summary>Lines of a file, 1-based, both ends inclusive.</summary>
public readonly record struct LineRange
{
    /// <summary>Makes a range; throws when it is empty or starts before line 1.</summary>
    public LineRange(int first, int last)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(first, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(last, first);
        (First, Last) = (first, last);
    }

    /// <summary>First line, 1-based.</summary>
    public int First { get; }

    /// <summary>Last line, inclusive.</summary>
    public int Last { get; }

    /// <summary>Whether the line lies in the range.</summary>
    public bool Contains(int line) => First <= line && line <= Last;
}
