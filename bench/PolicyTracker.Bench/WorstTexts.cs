using System.Diagnostics;
using System.Globalization;
using System.Text;
using PolicyTracker.Parsing;

namespace PolicyTracker.Bench;

/// <summary>
/// Looks for texts that the reader is slow with: a few of the pieces that notices consist of, put together by chance and repeated. A text is
/// shown where it takes longer than the budget allows for its size, or where four times the text takes far more than four times as long.
/// </summary>
internal static class WorstTexts
{
    private const int Quarter = 100_000;
    private const int Whole = 4 * Quarter;
    private const int MostPieces = 5;

    // 1 MB in 1 s.
    private const double BudgetMs = Whole / 1000.0;
    private const double FarMoreThanLinear = 6;
    private const double TooShortToCompareMs = 100;

    private static readonly string[] Heads = ["", "江东市人民政府关于印发2031年重点任务分工的通知\n一、重点任务\n"];

    private static readonly string[] Pieces =
    [
        "一、重点任务", "一、", "（一）加强组织领导", "（一）", "1.加快建设。", "1.", "（1）推进", "①落实", "第一条 为了", "一是推进改革", "首先，加强", "1.1.1", "１．", "二十一、", "任务一：", "问题1：",
        "责任单位：市财政局", "责任单位：", "牵头单位：", "配合单位：市民政局、各县（市、区）人民政府", "完成时限：2031年6月底前", "完成时限：", "责任领导：张三",
        "（责任单位：市财政局）", "（责任单位：市财政局、市民政局，", "（市财政局牵头，市民政局配合）", "（市财政局负责）", "，市财政局牵头", "，市财政局负责", "由市财政局负责，", "市财政局：负责资金保障；",
        "市财政局、", "市财政局", "各县（市、区）人民政府、", "等有关部门", "等", "同上", "下同", "排在第一位的为牵头单位，下同", "无牵头单位的，责任单位即为牵头单位",
        "2031年12月", "2031年12月底前完成", "2031-2035年", "到2031年", "“十五五”", "十三五", "每月25日前报送", "达到500亿元", "增长10%以上",
        "《关于印发实施方案的通知》（江政发〔2031〕5号）", "江东市人民政府办公室关于印发实施方案的通知", "江政发〔2031〕5号", "江东市人民政府办公室", "2031年5月6日", "各县（市、区）人民政府，市直各部门：",
        "（此件公开发布）", "附件", "附件1", "附件：1.分工表", "目 录", "索引号：", "发布日期：2031-05-06",
        "| 1 | 建设 | 市财政局 | 2031年 |", "| 序号 | 工作任务 | 责任单位 | 完成时限 |", "|---|---|---|---|", "1\t建设\t市财政局\t2031年", "序号\t工作任务\t责任单位\t完成时限", "1 建设 市财政局 2031年", "  市财政局    市民政局",
        "序号", "工作任务", "责任单位", "完成时限", "名称",
        "《", "》", "（", "）", "【", "】", "：", "，", "、", "。", "；", " ", "　", "\t", "|", "★", "—", "……", ".", "甲", "1", "第", "章", "年", "月", "局", "委", "办", "县", "各", "市", "负责", "牵头", "配合", "会同",
        "和", "及", "各处室", "各市、", "市公安、", "市财政局 ", "市财政局|", "市财政局（", "市财政局和", "市财政局等", "(牵头)；", "市财政局牵头 ", "①落实：", "责任单位", "张三副市长", "抄送：", "<", "[", "〔", "”", "-",
    ];

    public static void Run(int seed, int count)
    {
        var random = new Random(seed);
        Milliseconds(Text("", "1.加快建设。\n责任单位：市财政局\n", Whole));
        var shown = 0;
        for (var i = 0; i < count; i++)
        {
            var (head, unit) = (Heads[random.Next(Heads.Length)], Unit(random));
            if (!IsSlow(head, unit, out _, out _) || !IsSlow(head, unit, out var quarter, out var whole)) continue;
            shown++;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{quarter,6:0} {whole,6:0} ms {whole / quarter,5:0.0}  {(head.Length > 0 ? "in a notice" : "alone"),-11}  {Escaped(unit)}"));
        }

        Console.WriteLine($"{shown} of {count} texts of {Whole:N0} bytes were slow (over {BudgetMs:0} ms, or {FarMoreThanLinear} times a quarter of them)");
    }

    private static string Unit(Random random)
    {
        var unit = new StringBuilder();
        for (var n = random.Next(1, MostPieces + 1); n > 0; n--)
        {
            unit.Append(Pieces[random.Next(Pieces.Length)]);
            if (random.Next(3) == 0) unit.Append('\n');
        }

        return unit.ToString();
    }

    private static bool IsSlow(string head, string unit, out double quarter, out double whole)
    {
        (quarter, whole) = (Milliseconds(Text(head, unit, Quarter)), Milliseconds(Text(head, unit, Whole)));
        return whole > BudgetMs || (whole > TooShortToCompareMs && whole > quarter * FarMoreThanLinear);
    }

    private static double Milliseconds(SourceText text)
    {
        var started = Stopwatch.GetTimestamp();
        NoticeParser.Parse(text);
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    private static SourceText Text(string head, string unit, int bytes) =>
        new("worst.txt", (head + string.Concat(Enumerable.Repeat(unit, bytes / Encoding.UTF8.GetByteCount(unit)))).Split('\n'));

    private static string Escaped(string unit) => unit.Replace("\n", "\\n", StringComparison.Ordinal).Replace("\t", "\\t", StringComparison.Ordinal);
}
