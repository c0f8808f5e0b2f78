using PolicyTracker.Parsing.Lines;
using PolicyTracker.Parsing.Structure;

namespace PolicyTracker.Parsing.Tasks;

/// <summary>
/// Walks the outline and takes its tasks: what a tag closes, what a row of a table assigns,
/// and untagged items of sections that order work.
/// </summary>
internal sealed class TaskReader
{
    private readonly Node root;
    private readonly DocumentRules rules;
    private readonly TagMap tags;
    private readonly TableTasks tables;
    private readonly List<ParsedTask> tasks = [];
    private (Node? Node, bool IsDuty) asked;
    private readonly Dictionary<Node, bool> listsByOrgan = [];
    private readonly Dictionary<Node, bool> dividesAmongDoers = [];
    private readonly HashSet<Paragraph> inRuns = [];
    private readonly HashSet<Node> dividedByOrgan = [];
    private readonly bool isMinutes;
    private bool? onlyCovers;

    private TaskReader(Node root, DocumentRules rules)
    {
        (this.root, this.rules) = (root, rules);
        tags = new TagMap(root);
        isMinutes = OrderingSections.IsMinutes(root.Title);
        tables = new TableTasks(rules);
        rules.NoteWhole(root);
        foreach (var tag in tags.All) rules.PrintedNames.UnionWith(tag.Content.Responsibilities.Where(r => r.Name == r.AsPrinted).Select(r => r.Name));
    }

    /// <summary>The tasks in printed order, and every tag that the outline holds.</summary>
    public static (IReadOnlyList<ParsedTask> Tasks, IReadOnlyList<Tag> Tags) Read(Node root, DocumentRules rules)
    {
        var reader = new TaskReader(root, rules);
        reader.Walk(root, OrderingSections.TitleOrders(root.Title), OrderingSections.HandsOutNothing(root.Title), null);
        return (reader.tasks, reader.tags.All);
    }

    private void Walk(Node node, bool orders, bool silent, HeadingLead? lead)
    {
        if (node.Kind == NodeKind.Section && OrderingSections.NamesOrganisers(node)) return;
        var restated = node.Kind == NodeKind.Section ? null : RestatedByTable(node);
        if (node.Kind == NodeKind.Part) orders = OrderingSections.PartOrders(node.Title, root.Title);
        else if (node.Kind == NodeKind.Root) orders &= !OnlyCovers;
        else orders &= OrderingSections.HeadingOrders(node) ?? true;
        if (node.Kind == NodeKind.Part) silent |= OrderingSections.HandsOutNothing(node.Title);
        if (tags.Leads(node) is { } leads && (!silent || leads.IsSure)) lead = new HeadingLead(node, leads.Content);
        else lead = HeadingLead.Read(node, IsAmongOrgans(node) || IsBelowOrgan(node, lead) || (!silent && node.Parent is { } above && IsDuty(above))) ?? lead;
        if ((node.Kind == NodeKind.Section ? orders : OrderingSections.TitleOrders(node.Title)) && NamedDuty.DividesByOrgan(node)) dividedByOrgan.Add(node);
        foreach (var p in node.OwnParagraphs) rules.Note(p);
        var closed = tags.ClosedSubtree(node);
        if (silent && closed is { IsSure: false }) closed = null;
        var duty = closed is null && !silent && lead?.Node != node ? Named(node, lead) : null;
        if (closed is not null) tasks.Add(Make.Whole(node, closed, rules));
        else if (duty is not null && tags.Own(node) is [] or [{ Content: { Responsibilities.Count: 0, Leaders.Count: 0 } }]) tasks.Add(Make.Led(node, duty, rules, tags.Own(node).FirstOrDefault()));
        else ReadOwn(node, orders && restated is null, silent, lead);
        foreach (var block in node.Body)
            if (block is Table table) tasks.AddRange(tables.Read(node, table));
        if (!silent && !OrderingSections.IsForEmergencies(root.Title)) inRuns.UnionWith(DutyList.RunOfItems(node, orders && restated is null));
        foreach (var child in node.Children) Walk(child, orders && closed is null && duty is null && restated?.Covers(child) != true, silent, lead);
    }

    /// <summary>The node's own paragraphs: one task per tag; without any, an item that nobody is named for.</summary>
    private void ReadOwn(Node node, bool orders, bool silent, HeadingLead? lead)
    {
        IReadOnlyList<Tag> own = silent ? [.. tags.Own(node).Where(t => t.IsSure)] : tags.Own(node);
        if (!silent && own.Count > 0 && IsDuty(node) && Listed(node, orders, own) is { } duties && duties.Count > Math.Max(own.Count, node.Body.Count / 2)) tasks.AddRange(duties);
        else if (own.Count > 0) tasks.AddRange(Segments.Read(node, lead is not null && lead.Node != node ? lead.WithLead(own) : own, orders, rules));
        else if (node.Children.Count == 0 && lead is not null && node.Kind == NodeKind.Section && lead.Node != node)
            tasks.Add(Make.Led(node, lead.With(NamedDuty.ReadHelpers(node.OwnParagraphs.Last(), 0)), rules, BracketedDeadline.Read(node.OwnParagraphs.Last())));
        else if (!silent && Listed(node, orders, own) is { Count: > 0 } listed)
            tasks.AddRange(listed);
        else if (orders && node.Children.Count == 0 && node.Kind == NodeKind.Section && !node.Body.OfType<Table>().Any())
            tasks.AddRange(Untagged.Read(node, rules));
    }

    /// <summary>Who the item itself names: listed by organ under a heading of duties, decided in minutes, or told in the sentence that opens it.</summary>
    private TagContent? Named(Node node, HeadingLead? lead)
    {
        if (node.Kind != NodeKind.Section) return null;
        if (node.Parent is { } parent && IsDuty(parent))
            return NamedDuty.ReadListed(node.Heading!) ?? (ListsByOrgan(parent) ? NamedDuty.ReadOrdered(node.Heading!) : null) ?? NamedDuty.ReadTitle(node.Heading!) ?? NamedDuty.ReadHeading(node) ?? (node.Children.Count == 0 ? NamedDuty.ReadDecided(node.Heading!) : null);
        if (inRuns.Contains(node.Heading!)) return NamedDuty.ReadDuty(node.Heading!);
        if (node.Children.Count == 0 && (IsAmongOrgans(node) || IsBelowOrgan(node, lead)) && NamedDuty.ReadHeading(node) is { } organ) return organ;
        if (node.Children.Count == 0 && IsAmongOrgans(node) && NamedDuty.ReadListed(node.Heading!) is { } listed) return listed;
        if (node.Children.Count == 0 && isMinutes) return node.OwnParagraphs.Select(p => NamedDuty.ReadDecided(p) ?? NamedDuty.ReadOpening(p)).FirstOrDefault(c => c is not null);
        if (!node.CleanTitle.EndsWith('组') && (OrderingSections.HeadingOrders(node) == false || (node.Parent is { Kind: NodeKind.Section } above && OrderingSections.HeadingOrders(above) == false))) return null;
        if (node.Body is not [Paragraph first, ..] || !Untagged.IsHeadingOnly(node) || NamedDuty.IsDutyHeading(node)) return NamedDuty.ReadOpening(node.Heading!);
        return NamedDuty.ReadOpening(node.Heading!) ?? NamedDuty.ReadOpening(first) ?? (node.Children.Count == 0 && DividesAmongDoers(node.Parent!) ? NamedDuty.ReadListed(first) : null);
    }

    /// <summary>Paragraphs without numbers in a list of duties, each opening with its organ.</summary>
    private IReadOnlyList<ParsedTask> Listed(Node node, bool orders, IReadOnlyList<Tag> tags) => node.Body.Count == 0 ? [] :
        [.. DutyList.Find(node, IsDuty(node), orders, OrderingSections.IsForEmergencies(root.Title))
            .Select(p => (p, who: NamedDuty.ReadDuty(p))).Where(d => d.who is not null).Select(d => Make.Listed(node, d.p, d.who!, [.. tags.Where(t => t.Paragraph == d.p)], rules))];

    private bool IsAmongOrgans(Node node) => node is { Kind: NodeKind.Section, Parent: { } whole } && dividedByOrgan.Contains(whole);

    /// <summary>(一)绿化部门 over 1.区绿化局 and 2.街道绿化办: which of them it is stands below.</summary>
    private static bool IsBelowOrgan(Node node, HeadingLead? lead) => lead is not null && lead.Node == node.Parent;

    /// <summary>Whether several items of a section say what an organ answers for: there what another is called upon to do is its duty.</summary>
    private bool ListsByOrgan(Node section)
    {
        if (listsByOrgan.TryGetValue(section, out var lists)) return lists;
        return listsByOrgan[section] = section.Children.Count(c => c.Heading is { } heading && (NamedDuty.ReadListed(heading) is not null || NamedDuty.OpensWithDuty(heading))) > 1;
    }

    /// <summary>Whether the text below most headings of a section, three at least, opens with who does it.</summary>
    private bool DividesAmongDoers(Node section)
    {
        if (dividesAmongDoers.TryGetValue(section, out var divides)) return divides;
        var doers = section.Children.Count(c => c.Body is [Paragraph first, ..] && Untagged.IsHeadingOnly(c) && NamedDuty.OpensWithDoer(first));
        return dividesAmongDoers[section] = doers > 2 && doers * 2 > section.Children.Count;
    }

    /// <summary>Asked by each item of the notice.</summary>
    private bool OnlyCovers => onlyCovers ??= OrderingSections.OnlyCovers(root);

    /// <summary>All items of a heading ask in turn; the last answer is kept.</summary>
    private bool IsDuty(Node node)
    {
        if (asked.Node != node)
            asked = (node, (NamedDuty.IsDutyHeading(node) || NamedDuty.LeadsToDuties(node) || node is { Kind: NodeKind.Section, Parent: { Kind: NodeKind.Section } above } && OrganName.IsGroup(node.CleanTitle) && NamedDuty.IsDutyHeading(above)) && !OrderingSections.IsForEmergencies(root.Title) && !(node.Kind == NodeKind.Root && OnlyCovers));
        return asked.IsDuty;
    }

    /// <summary>A plan whose annexed table assigns its work restates its text there: the rows are the tasks, not the text.</summary>
    private static Restatement? RestatedByTable(Node node)
    {
        var tables = node.Children.Where(c => c.Kind == NodeKind.Part)
            .SelectMany(c => c.Body.Concat(c.Children.SelectMany(g => g.Body)).OfType<Table>()).Where(TableTasks.Assigns).ToList();
        return tables.Count > 0 ? Restatement.Of(node, tables) : null;
    }
}
