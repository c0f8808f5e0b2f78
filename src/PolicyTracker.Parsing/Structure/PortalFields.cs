using System.Text.RegularExpressions;
using PolicyTracker.Parsing.Lines;

namespace PolicyTracker.Parsing.Structure;

/// <summary>What the table of a government portal says about the notice (索引号, 文号, 发布日期).</summary>
internal sealed class PortalFields
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
            var (label, value) = (pieces[i].Label, pieces[i]);
            if (label.Length > 0 && value.Clean.Length == 0 && i + 1 < pieces.Count && pieces[i + 1].Label.Length == 0) value = pieces[++i];
            if (label.Length > 0) fields.Take(label, value);
            if (label.Length == 0 || PortalLabels.NamesSource(label)) stamp ??= PortalLabels.Stamp(value.Clean);
        }
        fields.PublishedOn ??= fields.UpdatedOn ?? stamp;
        return fields;
    }

    /// <summary>A table without headings of work whose cells are the portal's labels.</summary>
    public static bool IsPortalTable(Table table) => table.Rows.SelectMany(r => r.Cells).Any(IsPortalLine);

    /// <summary>A line of labels such as 发布时间:… 来源:… 浏览次数:….</summary>
    public static bool IsPortalLine(Paragraph p) => PortalLabels.Find(p) is [{ Start: 0 }, ..];

    private static IEnumerable<PortalValue> Pieces(Block block) => block is Table t ? t.Rows.SelectMany(r => r.Cells).SelectMany(Pieces) : Pieces((Paragraph)block);

    /// <summary>What stands in front of the first label, then each label with its value.</summary>
    private static IEnumerable<PortalValue> Pieces(Paragraph p)
    {
        var labels = PortalLabels.Find(p);
        if (labels.Count == 0 || labels[0].Start > 0) yield return new("", p, 0, labels.Count > 0 ? labels[0].Start : p.Clean.Length);
        for (var i = 0; i < labels.Count; i++)
            yield return new(labels[i].Label, p, labels[i].End, i + 1 < labels.Count ? labels[i + 1].Start : p.Clean.Length);
    }

    private void Take(string label, PortalValue value)
    {
        switch (label)
        {
            case "索引号" or "统一登记号" or "信息索引号": IndexNumber ??= value.Clean.Length > 0 ? value.Clean : null; break;
            case "文号" or "发文字号" or "发文文号" or "文件编号" or "文件字号" or "政策文号" or "公文文号": DocNumber ??= value.DocNumber; break;
            case "标题" or "文件名称" or "文件标题" or "名称" or "信息名称" or "信息标题" or "政策名称": Title ??= value.Clean.Length > 4 ? value.Printed : null; break;
            case "发文单位" or "发文机关" or "发文机构" or "发文部门" or "制发机关" or "制定机关": Issuer ??= value.Clean.Length > 1 ? value.Printed : null; break;
            case "成文日期" or "成文时间" or "发文日期" or "发文时间" or "印发日期" or "颁布日期" or "颁布时间" or "生成日期" or "公文生成日期": IssuedOn ??= value.Day; break;
            case "发布日期" or "发布时间" or "公开日期" or "公开时间" or "公布日期" or "日期" or "时间" or "发表时间": PublishedOn ??= value.Day; break;
            case "更新时间" or "更新日期": UpdatedOn ??= value.Day; break;
            default: break;
        }
    }
}

/// <summary>What stands behind a label of a portal's table, as folded and as printed; a piece without a label has an empty one.</summary>
internal readonly record struct PortalValue(string Label, Paragraph Paragraph, int Start, int End)
{
    public string Clean => Paragraph.Clean[From..To];

    public string Printed => Paragraph.PrintTight(From, To);

    public string? DocNumber => Titles.PrintedNumberIn(Paragraph, From, To);

    public DateOnly? Day => Tasks.Dates.WholeDay(Clean);

    private int From => Start + (Paragraph.Clean[Start..End] is var all ? all.Length - all.TrimStart('|').Length : 0);

    private int To => Math.Max(From, End - (Paragraph.Clean[Start..End] is var all ? all.Length - all.TrimEnd('|', '[', '【', '〔').Length : 0));
}
