using System.Text.RegularExpressions;
using PolicyTracker.Parsing.Tasks;

namespace PolicyTracker.Parsing.Lines;

/// <summary>Labels of tags that dashes part from their words: 责任单位——市水务局.</summary>
internal static partial class DashedLabels
{
    /// <summary>Reads the colon that usually stands there.</summary>
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
                if (TagLabels.Whole(Glyphs.Fold(m.Groups["label"].Value)) is not { } kind || kind == LabelKind.Ignored) continue;
                var dashes = m.Groups["dashes"];
                read.AsSpan(dashes.Index, dashes.Length).Fill(' ');
                read[dashes.Index] = ':';
            }
            if (!read.AsSpan().SequenceEqual(printed)) lines[i] = new Line(line.Number, printed, line.Column(0), line.Column(line.Clean.Length - 1) + 1, new string(read)) { IsBulleted = line.IsBulleted };
        }
    }

    [GeneratedRegex(@"(?<![\u4E00-\u9FFF])(?<label>[\u4E00-\u9FFF]{2,8})(?<dashes>[-－—–─]{1,4})(?=[\u4E00-\u9FFF])", RegexOptions.ExplicitCapture)]
    private static partial Regex Dashes();
}
