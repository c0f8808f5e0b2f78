using NpgsqlTypes;

namespace PolicyTracker.Core.Tasks;

/// <summary>Columns that the database computes from the others, so that lists are sorted and searched by an index.</summary>
public sealed partial class PolicyTask
{
    /// <summary>Ascending: the newest document first, tasks without one last.</summary>
    public int DocumentOrder { get; private set; }

    /// <summary>The deadline for descending order: what has none comes last there, too.</summary>
    public DateOnly DueOrder { get; private set; }

    /// <summary>The place of its state in the life of a task.</summary>
    public int StateOrder { get; private set; }

    /// <summary>Verified progress, else what is claimed; -1 where nothing is known.</summary>
    public int ProgressOrder { get; private set; }

    /// <summary>The beginning of the title, in the order of Chinese.</summary>
    public string TitleOrder { get; private set; } = "";

    /// <summary>检索词 of the leaders' printed names.</summary>
    public NpgsqlTsVector? LeaderWords { get; private set; }
}
