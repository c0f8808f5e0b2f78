using System.Text.RegularExpressions;
using PolicyTracker.Parsing.Lines;

namespace PolicyTracker.Parsing.Structure;

/// <summary>The documents that a notice names in 《…》, with their numbers; what the notice itself issues is not among them.</summary>
internal static partial class ReferenceReader
{
    public static IReadOnlyList<DocumentReference> Read(IReadOnlyList<Block> blocks, string ownTitle, IEnumerable<string> carried)
    {
        var found = new Dictionary<string, DocumentReference>();
        var own = Titles.Key(ownTitle);
        var parts = carried.Select(Titles.Key).ToHashSet();
        foreach (var p in blocks.OfType<Paragraph>())
        {
            if (!p.Clean.Contains('《')) continue;
            foreach (var (start, end) in Quoted(p.Clean))
            {
                var title = p.PrintTight(start + 1, end);
                var key = Titles.Key(title);
                if (key.Length < 4 || own.Contains(key, StringComparison.Ordinal) || parts.Contains(key)) continue;
                var number = NumberBehind().Match(p.Clean, end + 1) is { Success: true } m ? Titles.DocNumber(m.Groups["no"].Value) : null;
                if (number is null && !(Issued().IsMatch(p.Clean[start..end]) && FollowsIt().IsMatch(p.Clean.AsSpan(Math.Max(0, start - 16), Math.Min(start, 16))))) continue;
                var origin = new Origin(p.Span(start, end + 1), "quoted-title", number is null ? Certainty.Likely : Certainty.Certain);
                if (!found.TryGetValue(key, out var before) || before.DocNumber is null) found[key] = new(title, number, origin);
            }
        }
        return [.. found.Values];
    }

    private static IEnumerable<(int Start, int End)> Quoted(string clean)
    {
        for (var i = clean.IndexOf('《'); i >= 0; i = clean.IndexOf('《', i + 1))
        {
            var (depth, end) = (0, -1);
            for (var j = i; j < clean.Length && j < i + 160; j++)
            {
                depth += clean[j] == '《' ? 1 : clean[j] == '》' ? -1 : 0;
                if (depth != 0) continue;
                end = j;
                break;
            }
            if (end < 0) continue;
            yield return (i, end);
            i = end;
        }
    }

    [GeneratedRegex(@"\G[(〔](?:以下简称[^()]{1,20}[,;])?(?<no>[\u4E00-\u9FFFA-Za-z]{1,14}[\[〔(](?:19|20)\d\d[\]〕)]\d{1,5}号)", RegexOptions.ExplicitCapture)]
    private static partial Regex NumberBehind();

    /// <summary>What is followed, not what is still to be drafted (编制《…规划》).</summary>
    [GeneratedRegex("(?:根据|按照|依据|依照|贯彻|落实|遵照|参照|执行|对照|学习|实施|以及|》[,、和及与]|》\\([^()]{0,30}\\)[,、和及与]?)[^《》。;]{0,10}$")]
    private static partial Regex FollowsIt();

    [GeneratedRegex("(?:通知|意见|决定|方案|规划|计划|办法|条例|规定|法|纲要|措施|细则|要点|规则|决议|标准|指引|指南|目录|政策)(?:\\([^()]{1,30}\\))?$")]
    private static partial Regex Issued();
}
