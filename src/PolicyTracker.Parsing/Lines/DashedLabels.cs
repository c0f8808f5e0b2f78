using System.Text.RegularExpressions;
using PolicyTracker.Parsing.Tasks;

namespace PolicyTracker.Parsing.Lines;

/// <summary>Labels of tags that dashes lead to or part from their words: ——责任单位:市水务局; 责任单位——市水务局.</summary>
internal static partial class DashedLabels
{
    /// <summary>Reads the colon that usually stands there, and no dash.</summary>
    public static void Mark(List<Line> lines, SourceText source)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            if (line.Kind != LineKind.Text || line.Clean.Length == 0 || !line.Clean.Contains('-')) continue;
            var printed = source.Lines[i];
            var read = printed.ToCharArray();
            foreach (Match m in Dashes().Matches(printed))
            {
                var words = m.Groups["label"];
                if (TagLabels.Whole(Glyphs.Fold(words.Value)) is not { } kind || kind == LabelKind.Ignored) continue;
                read.AsSpan(m.Groups["front"].Index, m.Groups["front"].Length).Fill(' ');
                if (m.Groups["behind"] is not { Success: true } behind) continue;
                read.AsSpan(behind.Index, behind.Length).Fill(' ');
                read[behind.Index] = ':';
            }
            if (!read.AsSpan().SequenceEqual(printed)) lines[i] = new Line(line.Number, printed, line.Column(0), line.Column(line.Clean.Length - 1) + 1, new string(read)) { IsBulleted = line.IsBulleted };
        }
    }

    [GeneratedRegex(@"(?:^\s*(?<front>[-－—–─]{1,4})\s*(?<label>[\u4E00-\u9FFF]{2,8})(?=[:：])|(?<![\u4E00-\u9FFF])(?<front>)(?<label>[\u4E00-\u9FFF]{2,8})(?<behind>[-－—–─]{1,4})(?=[\u4E00-\u9FFF]))", RegexOptions.ExplicitCapture)]
    private static partial Regex Dashes();
}
