using PolicyTracker.Core.Tasks;

namespace PolicyTracker.Core.Evidence;

/// <summary>佐证材料: a file that somebody attached to an act on a task. It is never replaced: the same name again is its next version.</summary>
public sealed class EvidenceFile
{
    public long Id { get; init; }

    public long TaskId { get; init; }

    public PolicyTask? Task { get; init; }

    /// <summary>The act that it came with; its person, unit and time are the file's.</summary>
    public long EntryId { get; init; }

    public HistoryEntry? Entry { get; init; }

    public required string Name { get; init; }

    /// <summary>From 1, within the files of that name on this task.</summary>
    public int Version { get; init; }

    public required string Sha256 { get; init; }

    /// <summary>In bytes.</summary>
    public long Size { get; init; }
}
