using System.Text.RegularExpressions;
using PolicyTracker.Parsing.Lines;

namespace PolicyTracker.Parsing.Structure;

/// <summary>What the table of a government portal says about the notice (索引号, 文号, 发布日期).</summary>
internal sealed partial class PortalFields
{
    public string? Title { get; private set; }

    public string? DocNumber { get; private set; }

    public string? IndexNumber { get; private set; }

    public string? Issuer { get; private set; }

    public DateOnly? IssuedOn { get; private set; }

    public DateOnly? PublishedOn { get; private set; }

    private DateOnly? UpdatedOn { get; set; }

    public static PortalFields Read(IReadOnlyList<Block> blocks, int end)
    {
        var fields = new PortalFields();
        DateOnly? stamp = null;
        var pieces = blocks.Take(Math.Min(end, blocks.Count)).SelectMany(Pieces).ToList();
        for (var i = 0; i < pieces.Count; i++)
        {
            var (label, value) = Label(pieces[i]) is { } cut ? cut : ("", "");
            if (label.Length > 0 && value.Length == 0 && i + 1 < pieces.Count && Label(pieces[i + 1]) is null) value = pieces[++i];
            if (label.Length > 0) fields.Take(label, value);
            else if (stamp is null && !IsDayOfIssue(pieces[i]) && Stamp().Match(pieces[i]) is { Success: true } m) stamp = Tasks.Dates.WholeDay(m.Value);
        }
        fields.PublishedOn ??= fields.UpdatedOn ?? stamp;
        return fields;
    }

    /// <summary>A table without headings of work whose cells are the portal's labels.</summary>
    public static bool IsPortalTable(Table table) => table.Rows.SelectMany(r => r.Cells).Any(c => Label(c.Clean) is not null);

    /// <summary>A line of labels such as 发布时间:… 来源:… 浏览次数:….</summary>
    public static bool IsPortalLine(string clean) => Label(clean) is not null;

    private static IEnumerable<string> Pieces(Block block) => block is Table t
        ? t.Rows.SelectMany(r => r.Cells).Select(c => c.Clean)
        : SplitAtLabels(((Paragraph)block).Clean);

    private static IEnumerable<string> SplitAtLabels(string clean)
    {
        if (clean.Length > 300) return [clean];
        clean = BracketedLabel().Replace(clean, "${l}:");
        var cuts = LabelInside().Matches(clean).Select(m => m.Index).Where(i => i > 0).Append(clean.Length);
        var pieces = new List<string>();
        var from = 0;
        foreach (var cut in cuts)
        {
            pieces.Add(clean[from..cut].Trim('|'));
            from = cut;
        }
        return pieces;
    }

    private static (string Label, string Value)? Label(string clean) =>
        AnyLabel().Match(clean) is { Success: true } m ? (m.Groups["l"].Value, clean[m.Length..].Trim('|')) : null;

    /// <summary>(2025年2月14日) under a title, 2025年2月14日 under a signature; portals print 2025-02-14 or more than the day.</summary>
    private static bool IsDayOfIssue(string piece) =>
        piece.StartsWith('(') || (piece.EndsWith('日') && OfOrgan().Replace(piece, "") is { Length: < 13 } day && Tasks.Dates.WholeDay(day) is not null);

    /// <summary>江东市人民政府办公厅2012年8月30日: the head of minutes.</summary>
    [GeneratedRegex("^[\u4E00-\u9FFF]{2,30}(?:政府|办公厅|办公室|委员会|局|厅|委|部|院|会|指挥部|小组)(?=(?:19|20)\\d\\d年)")]
    private static partial Regex OfOrgan();

    private void Take(string label, string value)
    {
        switch (label)
        {
            case "索引号" or "统一登记号": IndexNumber ??= value.Length > 0 ? value : null; break;
            case "文号" or "发文字号" or "文件编号": DocNumber ??= Titles.DocNumberIn(value) ?? Titles.DocNumber(value); break;
            case "标题" or "文件名称" or "名称" or "信息名称": Title ??= value.Length > 4 ? value : null; break;
            case "发文单位" or "发文机关" or "发文机构" or "制发机关": Issuer ??= value.Length > 1 ? value : null; break;
            case "成文日期" or "发文日期" or "印发日期" or "生成日期" or "公文生成日期": IssuedOn ??= Tasks.Dates.WholeDay(value); break;
            case "发布日期" or "发布时间" or "公开日期" or "日期" or "时间" or "发表时间": PublishedOn ??= Tasks.Dates.WholeDay(value); break;
            case "更新时间" or "更新日期": UpdatedOn ??= Tasks.Dates.WholeDay(value); break;
            default: break;
        }
    }

    [GeneratedRegex("^(?<l>索引号|统一登记号|文号|发文字号|文件编号|标题|文件名称|信息名称|名称|发文单位|发文机关|发文机构|制发机关|成文日期|发文日期|印发日期|公文生成日期|生成日期|生效日期|失效日期|废止日期|发布日期|发布时间|公开日期|发表时间|更新时间|更新日期|时间|日期|发布机构|公开目录|主题分类|主题词|浏览量|浏览次数|来源|信息来源|文章来源|效力状态|有效性|文件下载|相关解读|体裁|作者|责任编辑|字体|字号|点击数|阅读)(?:[:|]|$)", RegexOptions.ExplicitCapture)]
    private static partial Regex AnyLabel();

    /// <summary>[索引号] …, 【发布日期】…: brackets in place of the colon.</summary>
    [GeneratedRegex("[【\\[〔](?<l>[\u4E00-\u9FFF]{2,6})[】\\]〕]:?", RegexOptions.ExplicitCapture)]
    private static partial Regex BracketedLabel();

    [GeneratedRegex("(?:索引号|文号|发文字号|发文单位|发文机关|成文日期|发文日期|公文生成日期|(?<!公文)生成日期|生效日期|发布日期|发布时间|公开日期|更新时间|更新日期|信息来源|文章来源|(?<!信息|文章)来源|浏览次数|点击数|发布机构|字体):")]
    private static partial Regex LabelInside();

    [GeneratedRegex(@"(?:19|20)\d\d[-/年]\d{1,2}[-/月]\d{1,2}(?=$|日?\d{0,2}:|日|[^\d])")]
    private static partial Regex Stamp();
}
