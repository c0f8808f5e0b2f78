using System.Text.RegularExpressions;

namespace PolicyTracker.Parsing.Lines;

/// <summary>
/// Whether a line goes on with the sentence of the line above: page breaks and fixed widths cut sentences,
/// headings and signatures end without a full stop and are complete all the same.
/// </summary>
internal static partial class ParagraphJoin
{
    private const int NoWrap = int.MaxValue;

    /// <summary>A bracket that is not closed on the third line was forgotten.</summary>
    private const int LinesOfBracket = 3;
    private const int LinesOfLabelledBracket = 6;
    private const int MostBlankLines = 2;
    private const int LongestName = 60;
    private const int LongestDeadline = 24;

    /// <summary>The width at which the file breaks its lines, in characters; <see cref="int.MaxValue"/> when it has one paragraph per line.</summary>
    public static int WrapWidth(IReadOnlyList<Line> lines)
    {
        var lengths = lines.Where(l => l.Kind == LineKind.Text).Select(l => l.Clean.Length).Where(n => n > 12).Order().ToList();
        if (lengths.Count < 8 || lengths[^1] > 60) return NoWrap;
        var common = lengths[lengths.Count * 9 / 10];
        var full = lengths.Count(n => n >= common - 3);
        return full * 3 >= lengths.Count ? common - 3 : NoWrap;
    }

    public static bool Continues(List<Line> pieces, Line next, int gap, int wrapWidth)
    {
        var above = pieces[^1].Clean;
        if (above.Length == 0 || next.Clean.Length == 0) return false;
        if (gap <= MostBlankLines && (IsOnlyMarks(next.Clean) && Numbering.Read(next.Clean) is null || above[^1] == '(' || pieces.Count == 1 && IsOnlyNumber(above) && !StartsAnew(next))) return true;
        if (IsOnlyLabel(pieces)) return Announced(next);
        if (OpensLabelledBracket(pieces) && (next.OpensWithLabel || next.Clean.Length < LongestName && Tasks.OrganName.LooksLikeList(next.Clean))) return true;
        if (EndsSentence(above[^1])) return above[^1] == ':' && HasOpenBracket(pieces) && !StartsAnew(next);
        if (StartsAnew(next) || ClosesTitle(above) || EndsWithTelephone(above)) return false;
        if (above[^1] is '、' or ',') return true;
        if (next.Clean[0] is ',' or '、' or '。' or ';' or ')' or '〕' or '》' or '”' or '】' or ']') return true;
        if (HasOpenBracket(pieces)) return true;
        if (pieces[0].OpensWithLabel) return LabelContinues(pieces, next.Clean);
        if (above.Length >= wrapWidth && (gap == 0 || next.Indent.Length < pieces[0].Indent.Length)) return true;
        return wrapWidth == NoWrap && IsCutProse(pieces, above) && !EndsWithWho(above) && !(next.Mark > 0 && next.Clean.Length < 40);
    }

    /// <summary>A page's text may put what was printed in bold, and the marks around it, on lines of their own: (一) / 清淤 / 。 / ( / 责任单位 / :.</summary>
    private static bool IsOnlyMarks(string clean) => clean.AsSpan().IndexOfAnyExcept("。,、;:)〕】》”") < 0;

    private static bool IsOnlyNumber(string clean) =>
        Numbering.Read(clean) is { Style: NumberStyle.Han or NumberStyle.HanInBrackets or NumberStyle.Digits or NumberStyle.DigitsInBrackets } number && number.Length == clean.Length && !char.IsAsciiDigit(clean[^1]);

    private static bool IsOnlyLabel(List<Line> pieces) =>
        pieces.Count == 1 ? Tasks.TagLabels.IsOnlyLabel(pieces[0].Clean) : pieces is [var label, { Clean: ":" }] && Tasks.TagLabels.IsOnlyLabel(label.Clean + ":");

    /// <summary>(牵头单位:县某局; above 责任单位:县某局): a bracket is open, and a label stands in it.</summary>
    private static bool OpensLabelledBracket(List<Line> pieces)
    {
        var (line, first) = (pieces.Count - 1, Math.Max(0, pieces.Count - LinesOfLabelledBracket));
        while (line >= first && pieces[line].Clean.AsSpan().IndexOfAny('(', ')') < 0) line--;
        if (line < first || pieces[line].Clean.AsSpan().LastIndexOfAny('(', ')') is var open && pieces[line].Clean[open] == ')') return false;
        var inside = pieces[line].Clean[(open + 1)..];
        return inside.Length > 0 ? Tasks.TagLabels.StartsWithLabel(inside) : line + 1 < pieces.Count && pieces[line + 1].OpensWithLabel;
    }

    /// <summary>责任单位: at the end of a line, and the organs, or until when, on the next; the last of them may be cut there.</summary>
    private static bool Announced(Line next) => Tasks.OrganName.LooksLikeList(next.Clean.TrimEnd('。', ';')) || next.Clean.LastIndexOf('、') is > 1 and var cut && Tasks.OrganName.LooksLikeList(next.Clean[..cut]) || next.Clean.Length < 40 && Tasks.DeadlineReader.LooksLikeDeadline(next.Clean) && !StartsAnew(next);

    /// <summary>A list of organs that stops inside a name: …、市旅 / 游局.</summary>
    private static bool LabelContinues(List<Line> pieces, string next)
    {
        var last = pieces[^1].Clean;
        var from = last.AsSpan().LastIndexOfAny("、,;:】]") + 1;
        if (GoesOnWithOrgan(last, next)) return true;
        if (SaysWhen(last[from..]) && !SaysWhen(next) && next[0] is not ('月' or '日' or '底' or '末' or '前')) return false;
        return from < last.Length && next.Length < 60 && !OpensWithField(next) && (!Tasks.OrganName.HasOrganEnding(last[from..]) || RestOfName().IsMatch(next));
    }

    /// <summary>6月底前, 长期坚持; 汛期前, 学期末.</summary>
    private static bool SaysWhen(string text) => text.Length is > 1 and < LongestDeadline && Tasks.DeadlineReader.LooksLikeDeadline(text);

    /// <summary>责任单位:县水利局 / 县财政局: one organ a line, each with its level.</summary>
    public static bool IsListOfLines(List<Line> pieces) =>
        pieces.Count > 1 && pieces[0].OpensWithLabel && pieces.Zip(pieces.Skip(1)).All(pair => GoesOnWithOrgan(pair.First.Clean, pair.Second.Clean));

    private static bool GoesOnWithOrgan(string above, string next) =>
        next.Length < 60 && NextOrgan().IsMatch(next) && Tasks.OrganName.LooksLikeList(next.TrimEnd('。'))
        && (above[^1] == ':' || Tasks.OrganName.LooksLikeList(above[(above.AsSpan().LastIndexOfAny("、,;:") + 1)..]));

    [GeneratedRegex("^[省市县区州旗各][\u4E00-\u9FFF]")]
    private static partial Regex NextOrgan();

    [GeneratedRegex("^(?:人民政府|政府|管委会|办事处|委员会|办公室)(?:$|[、,;。])|^(?:人民政府|政府)[\u4E00-\u9FFF]{0,4}时限:")]
    private static partial Regex RestOfName();

    /// <summary>主要职责:…, 整改目标:…: a field of an item that says something of its own.</summary>
    public static bool OpensWithField(string clean) => Field().IsMatch(clean);

    [GeneratedRegex("^(?:主要|工作|具体|整改|整治|完成|阶段|年度|考核|治理|保障|推进|目标|任务|项目|建设)?(?:职责|任务|内容|目标|措施|举措|要求|事项|情况|标准|成效|销号):")]
    private static partial Regex Field();

    /// <summary>Prose that has already ended a sentence, or that is numbered and goes beyond its heading.</summary>
    private static bool IsCutProse(List<Line> pieces, string above)
    {
        if (pieces.Exists(p => p.Clean.Contains('。'))) return true;
        return pieces[0].Mark == 0 && Numbering.Read(pieces[0].Clean) is null && above.Length > 20 && above.Contains(',');
    }

    /// <summary>…。责任单位:市教育局、市财政局: nobody else is named on the next line, unless a comma says so.</summary>
    private static bool EndsWithWho(string above) =>
        above.LastIndexOf(':') is > 0 and var colon && colon + 2 < above.Length && Tasks.OrganName.LooksLikeList(above[(colon + 1)..]) && Tasks.TagLabels.Find(above, 0, above.Length) is [.., { Kind: Tasks.LabelKind.Lead or Tasks.LabelKind.Responsible or Tasks.LabelKind.Support } last] && last.End == colon + 1;

    private static bool HasOpenBracket(List<Line> pieces)
    {
        var depth = 0;
        for (var i = Math.Max(0, pieces.Count - LinesOfBracket); i < pieces.Count; i++)
            foreach (var c in pieces[i].Clean)
                depth = c is '(' or '〔' or '【' or '《' ? depth + 1 : c is ')' or '〕' or '】' or '》' ? Math.Max(depth - 1, 0) : depth;
        return depth > 0;
    }

    /// <summary>…关于…的通知: what follows is the number or the addressees, however long the title's line is.</summary>
    private static bool ClosesTitle(string above) => above.EndsWith("的通知", StringComparison.Ordinal) && (above.Contains("关于", StringComparison.Ordinal) || above.Contains("印发", StringComparison.Ordinal));

    /// <summary>联系人:…,联系电话:… ends with the number, without a full stop.</summary>
    private static bool EndsWithTelephone(string above) => char.IsAsciiDigit(above[^1]) && Telephone().IsMatch(above);

    [GeneratedRegex("(?:电话|传真|手机):?[0-9()、,-]{7,40}$")]
    private static partial Regex Telephone();

    private static bool EndsSentence(char c) => c is '。' or '!' or '?' or ';' or ':' or '…' or '〕' or '】' or ']' or ')' or '”';

    private static bool StartsAnew(Line next) =>
        Numbering.Read(next.Clean) is not null || next.OpensWithLabel || next.IsBulleted || Opening().IsMatch(next.Clean) || Structure.Titles.DocNumber(next.Clean) is not null;

    [GeneratedRegex(@"^(?:各[^。;]{2,120}:$|附件|附表|附录|附:|抄送|主题词|-{2}|注:|\(?此件|(?:政策|文件|图文|一图)解读|图解|[\u4E00-\u9FFF、]{2,30}(?:19|20)\d\d年\d{1,2}月\d{1,2}日印发|主办(?:单位)?:.{2,40}承办(?:单位)?:|【[^】]{2,8}】|[●○◆◇■□▲△★☆※•]|(?:文章|信息)?来源:|责任编辑:|附件下载|公开方式|[\u4E00-\u9FFF、]{2,30}(?:人民政府|办公室|办公厅|委员会|领导小组|指挥部)$|(?:19|20)\d\d年\d{1,2}月\d{1,2}日$|[〇○零一二三四五六七八九]{4}年)")]
    private static partial Regex Opening();
}
