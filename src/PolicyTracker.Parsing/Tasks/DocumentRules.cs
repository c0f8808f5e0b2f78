using System.Buffers;
using PolicyTracker.Parsing.Lines;
using PolicyTracker.Parsing.Structure;

namespace PolicyTracker.Parsing.Tasks;

/// <summary>The rules that a document states for its own tags, as they come into force while it is read.</summary>
internal sealed class DocumentRules
{
    private static readonly SearchValues<string> RuleWords = SearchValues.Create(["第一", "首", "牵头单位", "不再", "下同", "均含", "均包括", "均包含", "均涉及"], StringComparison.Ordinal);

    /// <summary>排在第一位的为牵头单位,下同.</summary>
    public bool FirstListedLeads { get; private set; }

    /// <summary>…,其他为配合单位.</summary>
    public bool OthersSupport { get; private set; }

    /// <summary>无牵头单位的,责任单位即为牵头单位.</summary>
    public bool ResponsibleLeads { get; private set; }

    /// <summary>标★的为牵头单位.</summary>
    public bool MarkedLeads { get; private set; }

    /// <summary>以下各项均需各县区政府、各园区管委会落实,不再单独列出; nobody where nothing is said.</summary>
    private IReadOnlyList<Responsibility> standing = [];

    private List<Responsibility> above = [];

    /// <summary>
    /// Names that the document's tags print: 县某某分局 in one of them says what 某某分局 in a list of another means, 县宣传部 that it is not 县委宣传部,
    /// and 资源处 in front of a list that it is an office of the issuer, not of the county.
    /// </summary>
    public HashSet<string> PrintedNames { get; } = new(StringComparer.Ordinal);

    /// <summary>The year of dates that print none: from the title, else from 成文日期.</summary>
    public int? OwnYear { get; init; }

    public DateOnly? IssuedOn { get; init; }

    /// <summary>Takes note of what holds for every tag, before and behind the sentence that says it: 无牵头单位的 tells them apart wherever they stand.</summary>
    public void NoteWhole(Node node)
    {
        foreach (var p in node.OwnParagraphs)
        {
            if (p.Clean.Length > 2000 || !p.Clean.Contains("牵头单位", StringComparison.Ordinal)) continue;
            ResponsibleLeads |= TagStatement.SaysResponsibleLeads(p.Clean);
            MarkedLeads |= TagStatement.SaysMarkedLeads(p.Clean);
        }
        foreach (var child in node.Children) NoteWhole(child);
    }

    /// <summary>Takes note of what a paragraph says about the tags from there on.</summary>
    public void Note(Paragraph p)
    {
        if (p.Clean.Length > 2000 || !p.Clean.AsSpan().ContainsAny(RuleWords)) return;
        FirstListedLeads |= TagStatement.SaysFirstLeads(p.Clean);
        OthersSupport |= TagStatement.SaysOthersSupport(p.Clean);
        if (TagStatement.Standing(p.Clean) is var (who, role) && OrganName.LooksLikeList(who.Value)) standing = [.. OrganList.Cut(p, who.Index, who.Index + who.Length).Select(n => Standing(p, n, role))];
    }

    private static Responsibility Standing(Paragraph p, ListedName name, Role role)
    {
        var (start, end) = (name.Start, name.End + (name.Gloss is null ? 0 : name.Gloss.Length + 2));
        var printed = p.PrintTight(start, end);
        return new(Glyphs.Fold(printed), printed, role, OrganName.IsGroup(name.Clean) ? DepartmentKind.Group : DepartmentKind.Department, null, new Origin(p.Span(start, end), "standing-group", Certainty.Likely));
    }

    /// <summary>What the tag's list means under the rules in force.</summary>
    public IReadOnlyList<ParsedDepartment> Apply(TagContent content)
    {
        FirstListedLeads |= content.StatesFirstLeads;
        if (content.Responsibilities.Count + standing.Count == 0)
        {
            above = [];
            return [];
        }
        var items = new List<Responsibility>(content.Responsibilities.Count);
        foreach (var item in content.Responsibilities)
            if (SaysAsAbove(item)) items.AddRange(AsAbove(item));
            else items.Add(InFull(item));
        above = [.. items];
        items.AddRange(standing.Where(group => !above.Exists(i => i.Clean == group.Clean)));
        var hasLead = items.Exists(i => i.Role == Role.Lead);
        var first = items.FindIndex(i => i.Role == Role.Responsible);
        if (!hasLead && !content.Separately && FirstListedLeads && first >= 0 && items[first].Kind == DepartmentKind.Department) Lead(items, first, "first-listed-leads");
        else if (!hasLead && MarkedLeads && items.Exists(i => i.IsMarked))
            for (var i = 0; i < items.Count; i++)
            {
                if (items[i] is { IsMarked: true, Role: Role.Responsible }) Lead(items, i, "marked-leads");
            }
        else if (!hasLead && ResponsibleLeads)
            for (var i = 0; i < items.Count; i++)
                if (items[i].Role == Role.Responsible && !standing.Contains(items[i])) Lead(items, i, "responsible-leads");
        return items.ConvertAll(i => new ParsedDepartment(i.Name, i.Role, i.Kind, i.Note) { Origin = i.Origin });
    }

    private static bool SaysAsAbove(Responsibility item) => item.Clean is "同上" or "〃";

    /// <summary>责任单位:同上 names whom the tag above named.</summary>
    private IEnumerable<Responsibility> AsAbove(Responsibility item) =>
        (above.Exists(a => a.Role == item.Role) ? above.FindAll(a => a.Role == item.Role) : above).Select(a => a with { Origin = item.Origin with { Rule = "as-above" } });

    private Responsibility InFull(Responsibility item) =>
        item.WithLevel is { } whole && PrintedNames.Contains(whole) ? Named(item, whole)
        : item.AsPrinted is [.., '处' or '科' or '室' or '股'] own && own != item.Name && PrintedNames.Contains(own) ? Named(item, own)
        : item;

    private static Responsibility Named(Responsibility item, string name) => item with { Clean = Glyphs.Fold(name), Name = name };

    private void Lead(List<Responsibility> items, int at, string rule)
    {
        items[at] = items[at] with { Role = Role.Lead, Origin = items[at].Origin with { Rule = rule } };
        if (!OthersSupport) return;
        for (var i = at + 1; i < items.Count; i++)
            if (items[i].Role == Role.Responsible && !standing.Contains(items[i])) items[i] = items[i] with { Role = Role.Support, Origin = items[i].Origin with { Rule = "others-support" } };
    }

    /// <summary>The deadline that a tag prints; of several, the last one.</summary>
    public ParsedDeadline? Deadline(TagContent content)
    {
        if (content.Deadlines.Count == 0) return null;
        var raw = string.Join("，", content.Deadlines.Select(d => d.Raw));
        return DeadlineReader.Read(raw, OwnYear, IssuedOn) is { } deadline ? deadline with { Origin = content.Deadlines[0].Origin } : null;
    }
}
