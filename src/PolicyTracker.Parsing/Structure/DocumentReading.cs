using PolicyTracker.Parsing.Lines;
using PolicyTracker.Parsing.Tasks;

namespace PolicyTracker.Parsing.Structure;

/// <summary>A document with what it was read from, for the checks that a clerk would make.</summary>
internal sealed record DocumentReading(ParsedDocument Document, Node Root, IReadOnlyList<Block> Blocks, IReadOnlyList<Tag> Tags);
