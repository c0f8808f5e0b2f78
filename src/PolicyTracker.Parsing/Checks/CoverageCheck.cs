using PolicyTracker.Parsing.Lines;

namespace PolicyTracker.Parsing.Checks;

/// <summary>Lines that belong to no document: the masthead and contents of a gazette, a file without a notice.</summary>
internal static class CoverageCheck
{
    public static IEnumerable<Diagnostic> Run(IReadOnlyList<ParsedDocument> documents, IReadOnlyList<Line> lines)
    {
        var covered = new bool[lines.Count + 2];
        foreach (var document in documents)
            for (var i = document.Lines.First; i <= document.Lines.Last; i++) covered[i] = true;
        for (var i = 1; i <= lines.Count; i++)
        {
            if (covered[i] || lines[i - 1].Kind == LineKind.Blank) continue;
            var last = i;
            for (var j = i; j <= lines.Count && !covered[j]; j++)
                if (lines[j - 1].Kind != LineKind.Blank) last = j;
            yield return new("outside-documents", i, $"第{i}至{last}行不属于任何一份文件（刊头、目录或页面文字），没有读入任务。") { LastLine = last };
            i = last;
        }
    }
}
