using System.Text.RegularExpressions;
using PolicyTracker.Parsing.Lines;
using PolicyTracker.Parsing.Tasks;

namespace PolicyTracker.Parsing.Structure;

/// <summary>What stands above the text of a notice: the portal's own table, title, number, addressees.</summary>
/// <param name="BodyStart">Index of the first block that belongs to the text.</param>
internal sealed record LetterheadFields(
    string Title, string? DocNumber, string? Addressees, string? IndexNumber, string? Issuer,
    DateOnly? IssuedOn, DateOnly? PublishedOn, int BodyStart)
{
    /// <summary>Whether the day stands under the title, as joint documents of Party and government have it in place of a signature.</summary>
    public bool DayUnderTitle { get; init; }
}

/// <summary>Reads the letterhead (GB/T 9704-2012, 7.2 and 7.3.1, 7.3.2) and what web portals print above it.</summary>
internal static partial class Letterhead
{
    private const int LongestTitleLine = 30;
    private const int ShortestSentence = 8;
    private const int LinesOfMenu = 2;

    public static LetterheadFields Read(IReadOnlyList<Block> blocks)
    {
        var end = EndOfHead(blocks);
        var pairs = PortalFields.Read(blocks, end);
        var (title, titleEnd) = FindTitle(blocks, end);
        if (title is null && pairs.Title is { } given) title = given;
        var order = OrderHead.Read(blocks);
        title = order?.Title ?? title ?? CarriedTitle.Read(blocks);
        if (title is null) (title, titleEnd) = FirstLines(blocks);
        var number = order?.DocNumber ?? Numbers(blocks, end).FirstOrDefault() ?? pairs.DocNumber ?? NumberAround(title) ?? LabelledNumber(blocks);
        var addressees = end < blocks.Count && blocks[end] is Paragraph p && IsAddressees(p) ? Addressees(p) : null;
        var start = addressees is null ? Math.Max(titleEnd, Math.Min(end, blocks.Count)) : end + 1;
        var under = SignatureReader.Read(blocks, 0).Cast<Signature?>().FirstOrDefault(s => s!.Value.Last < start);
        return new(CleanTitle(title), number, addressees, pairs.IndexNumber, order?.Issuer ?? pairs.Issuer ?? under?.Issuer,
            pairs.IssuedOn ?? under?.IssuedOn, pairs.PublishedOn ?? LabelledDay(blocks), start)
        {
            DayUnderTitle = under is not null,
        };
    }

    /// <summary>Whether a line is the portal's, not the notice's: 索引号, 发布日期, 浏览次数, 字体.</summary>
    public static bool IsMetadata(string clean) => clean.Length < 80 && (PortalLine().IsMatch(clean) || TimeStamp().IsMatch(clean));

    /// <summary>主送机关: a list of organs that a colon closes.</summary>
    public static bool IsAddressees(Paragraph p) =>
        p.Clean.Length is > 2 and < 300 && p.Clean[^1] == ':' && p.Number is null && !p.Clean.Contains('。') && !IsMetadata(p.Clean) && Addressee().IsMatch(p.Clean);

    /// <summary>The first block that is text: an addressee, a numbered heading, a table of work or a long sentence.</summary>
    private static int EndOfHead(IReadOnlyList<Block> blocks)
    {
        for (var i = 0; i < blocks.Count; i++)
        {
            if (blocks[i] is not Paragraph p)
            {
                // A table on top is the portal's (its menu, its fields), unless its headings say that it hands out work.
                var table = (Table)blocks[i];
                if (!PortalFields.IsPortalTable(table) && (i > LinesOfMenu || TableTasks.Assigns(table))) return i;
                continue;
            }
            if (IsMetadata(p.Clean) || Titles.DocNumber(p.Clean) is not null) continue;
            if (IsAddressees(p)) return i;
            if (p.Number is { Style: not NumberStyle.Ordinal } && !Titles.IsNoticeTitle(p.Clean)) return i;
            if ((p.Clean.Length > LongestTitleLine && (p.Clean.Contains('。') || IsLeadIn(p.Clean)) || p.Clean.Length > ShortestSentence && p.Clean[^1] is '。') && !PortalFields.IsPortalLine(p)) return i;
        }
        return Math.Min(blocks.Count, 12);
    }

    /// <summary>为做好…,现将…作如下明确: leads to a list, and belongs to the text.</summary>
    private static bool IsLeadIn(string clean) => clean[^1] == ':' && clean.Contains(',');

    private static (string? Title, int End) FindTitle(IReadOnlyList<Block> blocks, int end)
    {
        (string Title, int End)? plan = null;
        (string Title, int End)? notice = null;
        for (var i = 0; i < end && i < blocks.Count; i++)
        {
            if (blocks[i] is not Paragraph p || PortalFields.IsPortalLine(p) || !Titles.IsTitlePiece(p) && !Titles.IsNoticeTitle(TitleClean(p.Clean))) continue;
            var text = Assemble(blocks, i);
            var clean = TitleClean(Glyphs.Fold(text));
            if (Titles.IsNoticeTitle(clean)) { if (notice is null || clean.Length >= notice.Value.Title.Length) notice = (text, i + 1); }
            else if (Titles.IsPlanTitle(clean)) plan ??= (text, i + 1);
        }
        if ((notice ?? plan) is not { } best) return (null, 0);
        return best.End < end && blocks[best.End] is Paragraph below && Period().IsMatch(below.Clean) ? (best.Title + Tight(below), best.End + 1) : best;
    }

    /// <summary>(2021-2023年), (试行) on a line of its own below the title that it belongs to.</summary>
    [GeneratedRegex(@"^\((?:(?:19|20)\d\d年?(?:-|至)(?:19|20)\d\d年?|(?:19|20)\d\d年(?:版|本|修订)?|试行|暂行|修订稿?)\)$")]
    private static partial Regex Period();

    /// <summary>Joins the pieces of a title that was broken over lines, going up from its last one.</summary>
    private static string Assemble(IReadOnlyList<Block> blocks, int last)
    {
        if (OpenTitleAbove(blocks, last) is { } start)
            return string.Concat(Enumerable.Range(start, last - start + 1).Select(i => Tight((Paragraph)blocks[i])));
        var text = Tight((Paragraph)blocks[last]);
        for (var i = last - 1; i >= 0 && i >= last - 5; i--)
        {
            var clean = TitleClean(Glyphs.Fold(text));
            if (blocks[i] is not Paragraph above || !Titles.IsTitlePiece(above)) break;
            var aboveClean = TitleClean(above.Clean);
            if (StartsWithOrgan().IsMatch(clean) && !Titles.LacksItsPlace(clean) && !SignsWith(aboveClean, clean)) break;
            if (aboveClean.EndsWith("文件", StringComparison.Ordinal) && Titles.IsOrganLine(aboveClean)) break;
            if (clean.StartsWith("关于", StringComparison.Ordinal) || SignsWith(aboveClean, clean) ? !Titles.IsOrganLine(aboveClean) : !ContinuesTitle(aboveClean, clean)) break;
            text = Tight(above) + text;
        }
        return text;
    }

    /// <summary>A line above that opens a title (某机关关于…) and does not close it.</summary>
    private static int? OpenTitleAbove(IReadOnlyList<Block> blocks, int last)
    {
        for (var i = last - 1; i >= 0 && i >= last - 4; i--)
        {
            if (blocks[i] is not Paragraph p || !Titles.IsTitlePiece(p) || Titles.IsNoticeTitle(TitleClean(p.Clean))) return null;
            if (StartsWithOrgan().IsMatch(TitleClean(p.Clean))) return i;
        }
        return null;
    }

    /// <summary>中共某镇委员会 over 某镇人民政府关于…: Party and government issue it together.</summary>
    private static bool SignsWith(string above, string below) =>
        above.StartsWith("中共", StringComparison.Ordinal) && !below.StartsWith("中共", StringComparison.Ordinal) && Titles.IsOrganLine(above);

    private static bool ContinuesTitle(string above, string below) =>
        !Titles.IsNoticeTitle(above) && (above.Contains("关于", StringComparison.Ordinal) || (!Titles.IsPlanTitle(above) && above != below && below.Length < 40));

    /// <summary>A title may stand in a table of one cell (某某通知 |).</summary>
    private static string Tight(Paragraph p) => p.PrintTight(0, p.Clean.Length).Trim('|');

    private static string TitleClean(string clean) => CleanTitle(clean.Trim('|'));

    /// <summary>Without the number in front or behind, the column of the portal (【重点工作】…) and the marks around a title that is only quoted.</summary>
    private static string CleanTitle(string title)
    {
        var clean = Glyphs.Fold(title);
        if (clean.Length != title.Length) return title;
        var from = Column().Match(clean).Length;
        from += Titles.LengthOfNumberInFront(clean[from..]);
        var to = clean.Length - Titles.LengthOfNumberBehind(clean);
        if (to - from > 2 && clean[from] == '《' && clean.IndexOf('》', StringComparison.Ordinal) == to - 1) (from, to) = (from + 1, to - 1);
        return title[from..to];
    }

    private static string? NumberAround(string? title)
    {
        if (title is null) return null;
        var printed = new Paragraph(new Line(1, title, 0, title.Length));
        var (inFront, behind) = (Titles.LengthOfNumberInFront(printed.Clean), Titles.LengthOfNumberBehind(printed.Clean));
        return inFront > 0 ? Titles.PrintedNumberIn(printed, 0, inFront) : behind > 0 ? Titles.PrintedNumberIn(printed, printed.Clean.Length - behind, printed.Clean.Length) : null;
    }

    /// <summary>Numbers on lines of their own, or in front of the day or the addressees, or behind the organ (某市人民政府文件 某政发〔2021〕3号), on one line with them.</summary>
    private static IEnumerable<string> Numbers(IReadOnlyList<Block> blocks, int end)
    {
        for (var i = 0; i < Math.Min(end + 1, blocks.Count); i++)
        {
            if (blocks[i] is not Paragraph p || PortalFields.IsPortalLine(p)) continue;
            if (Titles.NumberBehindOrgan(p) is { } behind) yield return behind;
            else if (Titles.PrintedDocNumber(p) is { } number) yield return number;
            else if (Titles.LengthOfNumberInFront(p.Clean) is var length and > 0 && p.HasBlankBefore(length) && !Titles.IsNoticeTitle(p.Clean[length..])
                && Titles.PrintedNumberIn(p, 0, length) is { } inFront) yield return inFront;
        }
    }

    /// <summary>The organs, without the number and the day that a copy may have put on their line.</summary>
    private static string Addressees(Paragraph p) => p.PrintTight(NumberAndDay().Match(p.Clean).Length, p.Clean.Length - 1);

    /// <summary>文号:… below the signature, where some portals put it.</summary>
    private static string? LabelledNumber(IReadOnlyList<Block> blocks) => blocks.Take(60).OfType<Paragraph>()
        .Select(p => NumberLabel().Match(p.Clean) is { Success: true } m ? Titles.PrintedNumberIn(p, m.Length, p.Clean.Length) : null).FirstOrDefault(n => n is not null);

    /// <summary>发布时间:… below the signature.</summary>
    private static DateOnly? LabelledDay(IReadOnlyList<Block> blocks) => blocks.Take(60).OfType<Paragraph>()
        .Select(p => p.Clean.Length < 60 && DayLabel().Match(p.Clean) is { Success: true } m ? Tasks.Dates.WholeDay(p.Clean[m.Length..]) : null).FirstOrDefault(d => d is not null);

    [GeneratedRegex("^(?:发布时间|发布日期):")]
    private static partial Regex DayLabel();

    [GeneratedRegex("^(?:文号|发文字号|文件编号):")]
    private static partial Regex NumberLabel();

    /// <summary>
    /// The line that the text begins with, where it may be a title though its words do not say so, with the next one that a long
    /// sentence follows. Empty for a copy without a title: addressees, a numbered item or a sentence are none.
    /// </summary>
    private static (string Title, int End) FirstLines(IReadOnlyList<Block> blocks)
    {
        var first = 0;
        while (first < blocks.Count && blocks[first] is Paragraph head && (IsMetadata(head.Clean) || Titles.DocNumber(head.Clean) is not null || AnnexLabel().IsMatch(head.Clean))) first++;
        if (first >= blocks.Count || blocks[first] is not Paragraph line || !MayBeTitle(line)) return ("", 0);
        var goesOn = first + 2 < blocks.Count && blocks[first + 1] is Paragraph rest && MayBeTitle(rest) && blocks[first + 2] is Paragraph text && text.Clean.Length > LongestTitleLine && text.Clean.Contains('。');
        return goesOn ? (Tight(line) + Tight((Paragraph)blocks[first + 1]), first + 2) : (NumberOfTitle().Replace(Tight(line), ""), first + 1);
    }

    private static bool MayBeTitle(Paragraph p) =>
        p.Clean.Length is > 2 and < 60 && p.Clean[^1] is not ('。' or ':' or ';' or ',' or '、' or ']') && !p.Clean.Contains('。')
        && (p.Number is null || NumberOfTitle().IsMatch(p.Clean) && Titles.IsPlanTitle(p.Clean)) && !p.OpensWithLabel;

    [GeneratedRegex("^附(?:件|表|录)[一二三四五六七八九十0-9]{0,3}:?$")]
    private static partial Regex AnnexLabel();

    /// <summary>1、某某工作方案 at the top of a copy.</summary>
    [GeneratedRegex("^[0-9]{1,2}[、.．]")]
    private static partial Regex NumberOfTitle();

    /// <summary>The column of the portal that the notice stood in.</summary>
    [GeneratedRegex("^【[^【】]{2,30}】(?=[\u4E00-\u9FFF、]{0,40}关于)")]
    private static partial Regex Column();

    [GeneratedRegex(@"^[\u4E00-\u9FFF]{1,14}[\[〔(](?:19|20)\d\d[\]〕)]\d{1,5}号(?:(?:19|20)\d\d年\d{1,2}月\d{1,2}日)?")]
    private static partial Regex NumberAndDay();

    [GeneratedRegex(@"^[\[【〔]?(?:" + PortalLabels.Own + @"|是否有效|名称|标题|来源|作者|编辑|体裁|主题名称|关键词|信息分类|政策解读|阅读|字号|字体|分享|打印|附件下载|登记号|服务对象|签发人|公文种类|分类)[\]】〕]?[:|]?")]
    private static partial Regex PortalLine();

    [GeneratedRegex(@"^(?:\[?(?:19|20)\d\d-\d{1,2}-\d{1,2}|(?:时间|日期):)")]
    private static partial Regex TimeStamp();

    [GeneratedRegex("(?:政府|部门|单位|机构|委员会|办公室|局|厅|委|办|部|院|行|公司|企业|会|中心|街道|镇|乡|管委会|同志|代表|委员|党委|党组|工委|团体|党派|群团|学校|省|市|县|区|州|军|队|总部|院校|办事处|科室|处室|股室|站所|社区|村|园|场|高校|银行|集团|等)(?:\\([^()]{1,40}\\))?:$")]
    private static partial Regex Addressee();

    [GeneratedRegex("^[\u4E00-\u9FFF、()]{2,60}?(?:人民政府|政府|办公厅|办公室|委员会|局|厅|委|部|院|会|署|国务院|军委|指挥部|领导小组|小组|中心|公司)(?:关于|对|印发|转发|批转)")]
    private static partial Regex StartsWithOrgan();
}
