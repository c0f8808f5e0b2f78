using PolicyTracker.Parsing.Lines;

namespace PolicyTracker.Parsing.Structure;

/// <summary>What every line outside the headings is, from where the reading put it, so that a line that nobody took shows.</summary>
internal static class FrameReader
{
    public static IReadOnlyList<FramePart> Read(
        IReadOnlyList<Block> blocks, int bodyStart, IReadOnlyList<Signature> signatures, Node root, IReadOnlyList<Paragraph> closing, IReadOnlyList<Line> lines, LineRange range)
    {
        List<FramePart> parts =
        [
            .. blocks.Take(bodyStart).Select(b => Part(FrameKind.Head, b))
                .Concat(root.Body.Select(b => Part(FrameKind.Text, b)))
                .Concat(signatures.SelectMany(s => Enumerable.Range(s.First, s.Last - s.First + 1)).Where(i => i >= bodyStart).Select(i => Part(FrameKind.Signature, blocks[i])))
                .Concat(closing.Select(p => Part(FrameKind.Closing, p)))
                .Concat(lines.Skip(range.First - 1).Take(range.Last - range.First + 1).Where(l => l.Kind is LineKind.Furniture or LineKind.Contents)
                    .Select(l => new FramePart(FrameKind.Furniture, new LineRange(l.Number, l.Number)))),
        ];
        return IsInOrder(parts) ? parts : [.. parts.OrderBy(p => p.Lines.First)];
    }

    private static bool IsInOrder(List<FramePart> parts)
    {
        for (var i = 1; i < parts.Count; i++)
            if (parts[i].Lines.First < parts[i - 1].Lines.First) return false;
        return true;
    }

    private static FramePart Part(FrameKind kind, Block block) => new(kind, new LineRange(block.FirstLine, Math.Max(block.FirstLine, block.LastLine)));
}
