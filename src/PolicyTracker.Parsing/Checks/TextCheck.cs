using System.Buffers;
using System.Text.RegularExpressions;
using PolicyTracker.Parsing.Lines;
using PolicyTracker.Parsing.Structure;

namespace PolicyTracker.Parsing.Checks;

/// <summary>Holes that copying or scanning left in a text: years, plan numbers, brackets.</summary>
internal static partial class TextCheck
{
    private static readonly SearchValues<string> Suspects =
        SearchValues.Create(["由年", "从年", "自年", "到年", "至年", "()", "[]", "〔〕", "[)", "〔)", "(〕", "“十", "\"十"], StringComparison.Ordinal);

    public static IEnumerable<Diagnostic> Run(DocumentReading reading) =>
        reading.Blocks.OfType<Paragraph>().Where(MayHaveHole).SelectMany(Check);

    /// <summary>Cheap, because every paragraph is asked.</summary>
    private static bool MayHaveHole(Paragraph p) => p.Clean.AsSpan().ContainsAny(Suspects) || UnclosedBracket(p.Clean) is not null;

    private static IEnumerable<Diagnostic> Check(Paragraph p)
    {
        if (p.Clean.AsSpan().ContainsAny(Suspects))
            foreach (var hole in Holes(p)) yield return hole;
        if (UnclosedBracket(p.Clean) is { } at)
            yield return new("unclosed-bracket", p.LineNumberAt(at), $"括号“{p.Clean[at]}”没有闭合。");
    }

    private static IEnumerable<Diagnostic> Holes(Paragraph p)
    {
        foreach (Match m in BlankedYear().Matches(p.Clean))
            yield return new("blanked-year", p.LineNumberAt(m.Index), $"“{m.Value}”前面的年份是空的，请对照原件补上。");
        foreach (Match m in CutPlan().Matches(p.Clean))
            yield return new("five-year-plan-cut", p.LineNumberAt(m.Index), $"{m.Value}后面少了“五”，按“十三五”一类的五年规划理解。");
    }

    /// <summary>The last bracket that stays open, marks of one kind counted together because scans mix their shapes.</summary>
    private static int? UnclosedBracket(string clean)
    {
        if (clean.AsSpan().IndexOfAny('(', '〔', '【') < 0) return null;
        var closed = 0;
        for (var i = clean.Length - 1; i >= 0; i--)
        {
            closed += clean[i] switch { ')' or '〕' or '】' => 1, '(' or '〔' or '【' => -1, _ => 0 };
            if (closed < 0) return i;
        }
        return null;
    }

    [GeneratedRegex("(?:由|从|自)年(?=\\d)|(?<=^|[,。;:()、])(?:到|至|从|由|自)年(?=[^底末内终初度均龄级轻月代份检报审会产终])|[〔\\[(][〕\\])]第?\\d{1,5}号")]
    private static partial Regex BlankedYear();

    [GeneratedRegex("[“\"]十[一二三四]?[”\"](?!五)(?=陆续|期间|时期|规划|末|开工|建设|发展|以来)")]
    private static partial Regex CutPlan();
}
