using PolicyTracker.Parsing.Lines;

namespace PolicyTracker.Parsing.Tasks;

/// <summary>An organ that a tag names, before the document's own rules are applied.</summary>
internal sealed record Responsibility(string Clean, string Name, Role Role, DepartmentKind Kind, string? Note, Origin Origin)
{
    /// <summary>The name with nothing but the level that its list prints in front of it; null when the list has none.</summary>
    public string? WithLevel { get; init; }

    /// <summary>The words of the list, before anything that it leaves out was put back.</summary>
    public string? AsPrinted { get; init; }

    /// <summary>Whether a sign stands at the name (★市财政局), which the document may say the meaning of.</summary>
    public bool IsMarked { get; init; }
}

/// <summary>Everything that one tag, or one row of a table, says about who and when.</summary>
internal sealed class TagContent
{
    private const int FewNames = 8;

    /// <summary>Where each name stands in a long list: one line may hold tens of thousands.</summary>
    private Dictionary<string, int>? places;

    public List<Responsibility> Responsibilities { get; } = [];

    public List<string> Leaders { get; } = [];

    /// <summary>The printed words of deadlines, in order, with where they stand.</summary>
    public List<(string Raw, Origin Origin)> Deadlines { get; } = [];

    /// <summary>Whether a verb or a label says what the named organs do.</summary>
    public bool SaysRole { get; set; }

    /// <summary>分别负责, 分别牵头: the order of the list means nothing.</summary>
    public bool Separately { get; set; }

    /// <summary>The tag states that the first-listed organ leads.</summary>
    public bool StatesFirstLeads { get; set; }

    /// <summary>甲牵头,乙配合: the first leads, another helps.</summary>
    public bool LeadsAndHelps => Responsibilities is [{ Role: Role.Lead }, ..] && Responsibilities.Exists(r => r.Role == Role.Support);

    public bool IsEmpty => Responsibilities.Count == 0 && Leaders.Count == 0 && Deadlines.Count == 0;

    public bool NamesOnlyLeaders => Leaders.Count > 0 && Responsibilities.Count == 0 && Deadlines.Count == 0;

    /// <summary>Names that do not look like organs; a bracket in prose has them.</summary>
    public int Strange { get; set; }

    public void Add(Responsibility item)
    {
        if (PlaceOf(item.Clean) is not { } at)
        {
            places?.Add(item.Clean, Responsibilities.Count);
            Responsibilities.Add(item);
        }
        else if (item.Role < Responsibilities[at].Role)
        {
            Responsibilities[at] = Responsibilities[at] with { Role = item.Role, Note = Responsibilities[at].Note ?? item.Note };
        }
    }

    private int? PlaceOf(string clean)
    {
        if (Responsibilities.Count > FewNames) places ??= Responsibilities.Index().ToDictionary(r => r.Item.Clean, r => r.Index, StringComparer.Ordinal);
        if (places is not null) return places.TryGetValue(clean, out var known) ? known : null;
        for (var i = 0; i < Responsibilities.Count; i++)
            if (Responsibilities[i].Clean == clean) return i;
        return null;
    }

    /// <summary>Takes over what another tag of the same task says; an organ in two lists counts once, with its higher role.</summary>
    public void Merge(TagContent other)
    {
        foreach (var item in other.Responsibilities) Add(item);
        Leaders.AddRange(other.Leaders.Except(Leaders));
        Deadlines.AddRange(other.Deadlines);
        (SaysRole, Separately) = (SaysRole || other.SaysRole, Separately || other.Separately);
        StatesFirstLeads |= other.StatesFirstLeads;
        Strange += other.Strange;
    }
}
