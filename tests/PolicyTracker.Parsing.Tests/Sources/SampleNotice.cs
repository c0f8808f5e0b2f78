using System.Text;

namespace PolicyTracker.Parsing.Tests.Sources;

/// <summary>A made-up notice, to be saved in every format. Places and plans do not exist.</summary>
internal static class SampleNotice
{
    /// <summary>A paragraph; level 0 has no number, 1 is 一、, 2 is （一）, 3 is 1.</summary>
    public sealed record Paragraph(int Level, string Text, bool Centred = false);

    /// <summary>A cell of the table and the rows that it covers; null is a place covered from above.</summary>
    public sealed record Cell(string Text, int Rows = 1);

    public static readonly Paragraph[] Paragraphs =
    [
        new(0, "临江市人民政府办公室", Centred: true),
        new(0, "关于印发临江市河湖清洁行动实施方案的通知", Centred: true),
        new(0, "临政办发〔2021〕18号", Centred: true),
        new(0, "各县（区）人民政府，市级各部门："),
        new(0, "《临江市河湖清洁行动实施方案》已经市人民政府同意，现印发给你们，请结合实际认真组织实施，重要情况及时报告市人民政府办公室。"),
        new(0, "临江市人民政府办公室"),
        new(0, "2021年4月12日"),
        new(0, "临江市河湖清洁行动实施方案", Centred: true),
        new(0, "为改善全市河湖水质，保障群众饮水安全，推动流域生态环境持续好转，根据国家和省有关规定，结合我市实际，制定本方案。"),
        new(1, "总体要求"),
        new(0, "坚持生态优先、绿色发展，按照统一部署、分级负责、全面排查、限期整治的要求，努力实现河畅、水清、岸绿、景美的目标，让河湖成为造福人民的幸福河湖。"),
        new(1, "重点任务"),
        new(2, "开展岸线清理。全面排查河湖岸线违法建筑、堆放物料和倾倒垃圾等问题，逐一登记造册，建立整改台账，实行销号管理。（牵头单位：市水利局；配合单位：市自然资源局、市城管局；完成时限：2021年9月底前）"),
        new(2, "治理排污口"),
        new(3, "完成入河排污口溯源，绘制排污口分布图，明确每一个排污口的责任主体和监管部门。（责任单位：市生态环境局、各县（区）人民政府）"),
        new(3, "取缔饮用水水源保护区内的排污口，2022年6月底前实现动态清零。（责任单位：市生态环境局、市住房城乡建设局）"),
        new(2, "发展绿色渔业。推广生态健康养殖，规范投饵用药行为，严厉打击电鱼、毒鱼、炸鱼等非法捕捞行为。（市农业农村局牵头，市公安局、市市场监管局配合，2021年12月底前完成）"),
        new(1, "保障措施"),
        new(2, "加强宣传引导。充分利用广播电视和网络媒体，宣传河湖保护的重要意义。（责任单位：市文化广电旅游局）"),
        new(0, "附件"),
        new(0, "临江市河湖清洁行动任务分解表", Centred: true),
    ];

    public static readonly Cell?[][] Table =
    [
        [new("序号"), new("类别"), new("工作任务"), new("牵头单位"), new("配合单位"), new("完成时限")],
        [new("1"), new("水质监测", 2), new("新建自动监测站点12个，实现主要支流断面全覆盖"), new("市生态环境局"), new("市财政局"), new("2021年11月")],
        [new("2"), null, new("建立监测数据共享机制，按月通报断面水质"), new("市生态环境局"), new("市水利局、市大数据局"), new("2021年12月", 2)],
        [new("3"), new("河道整治"), new("疏浚城区河道6公里"), new("市水利局"), new("市城管局"), null],
        [new("4"), new("长效管护"), new("落实河湖日常保洁经费和人员"), new("各县（区）人民政府"), new("市财政局"), new("持续推进")],
    ];

    /// <summary>Every row with what merged cells say in each of the rows that they cover.</summary>
    public static IEnumerable<string[]> FilledRows()
    {
        var above = new string[Table[0].Length];
        foreach (var row in Table)
        {
            for (var i = 0; i < row.Length; i++) above[i] = row[i]?.Text ?? above[i];
            yield return [.. above];
        }
    }

    /// <summary>The paragraphs with their numbers written out, as they are printed.</summary>
    public static IEnumerable<string> NumberedParagraphs()
    {
        var counts = new int[4];
        foreach (var paragraph in Paragraphs)
        {
            counts[paragraph.Level]++;
            for (var i = paragraph.Level + 1; i < 4 && paragraph.Level > 0; i++) counts[i] = 0;
            var n = counts[paragraph.Level];
            yield return paragraph.Level switch { 1 => "一二三四五"[n - 1] + "、", 2 => $"（{"一二三四五"[n - 1]}）", 3 => $"{n}.", _ => "" } + paragraph.Text;
        }
    }

    public static string Text() =>
        string.Join('\n', [.. NumberedParagraphs(), .. FilledRows().Select(r => string.Join('\t', r))]) + "\n";

    public static string Markdown()
    {
        var rows = FilledRows().Select(r => "| " + string.Join(" | ", r) + " |").ToList();
        rows.Insert(1, "|---|---|---|---|---|---|");
        return string.Join("\n\n", NumberedParagraphs()) + "\n\n" + string.Join('\n', rows) + "\n";
    }

    public static string Html()
    {
        var page = new StringBuilder("<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>x</title><script>alert('市财政局牵头')</script></head><body>");
        foreach (var line in NumberedParagraphs()) page.Append("<p>").Append(line).Append("</p>");
        page.Append("<table>");
        foreach (var row in Table)
        {
            page.Append("<tr>");
            foreach (var cell in row.OfType<Cell>()) page.Append($"<td rowspan=\"{cell.Rows}\">{cell.Text}</td>");
            page.Append("</tr>");
        }
        return page.Append("</table></body></html>").ToString();
    }
}
