using System.Globalization;

namespace PolicyTracker.Bench;

/// <summary>What the portal holds at one moment.</summary>
/// <param name="Circuits">Alive now.</param>
/// <param name="EverCircuits">Since the portal started.</param>
/// <param name="Heap">Managed bytes that are alive after a full collection.</param>
/// <param name="Process">Bytes of the process in memory.</param>
internal sealed record Held(long Circuits, long EverCircuits, long Heap, long Process)
{
    private const string Mark = "held: ";

    /// <summary>Reads the answer of <see cref="StartupHook"/>; null for any other line.</summary>
    public static Held? Read(string line) =>
        line.StartsWith(Mark, StringComparison.Ordinal) && line[Mark.Length..].Split(' ').Select(part => long.Parse(part, CultureInfo.InvariantCulture)).ToList() is [var circuits, var ever, var heap, var process]
            ? new Held(circuits, ever, heap, process)
            : null;
}
