using PolicyTracker.Parsing.Structure;

namespace PolicyTracker.Parsing.Checks;

/// <summary>Gaps and repeats in the numbers of items under one heading (1、3、4).</summary>
internal static class NumberingCheck
{
    public static IReadOnlyList<Diagnostic> Run(DocumentReading reading)
    {
        var found = new List<Diagnostic>();
        Walk(reading.Root, found);
        return found;
    }

    private static void Walk(Node node, List<Diagnostic> found)
    {
        if (node.Children.Count == 0) return;
        Node? before = null;
        foreach (var child in node.Children)
        {
            if (child.Number is { Value: > 0 } number && before?.Number is { } previous && previous.Style == number.Style && number.Value != previous.Value + 1
                && Message(before, child, number.Value - previous.Value) is { } diagnostic) found.Add(diagnostic);
            before = child.Number is { Value: > 0 } ? child : null;
        }
        foreach (var child in node.Children) Walk(child, found);
    }

    private static Diagnostic? Message(Node before, Node here, int step) => step switch
    {
        0 => new("numbering-repeat", here.FirstLine, $"序号“{here.PrintedNumber}”重复出现，上一处在第{before.FirstLine}行。"),
        > 1 => new("numbering-gap", here.FirstLine, $"序号从“{before.PrintedNumber}”跳到“{here.PrintedNumber}”，中间可能缺项。"),
        < 0 when here.Number!.Value.Value != 1 => new("numbering-back", here.FirstLine, $"序号从“{before.PrintedNumber}”退回到“{here.PrintedNumber}”。"),
        _ => null,
    };
}
