using System.Text;
using PolicyTracker.Parsing;
using PolicyTracker.Parsing.Sources;

namespace PolicyTracker.Bench;

/// <summary>The reader on the largest seeded notice and on texts made to be the worst for it.</summary>
internal static class ReaderBench
{
    private const int MegaByte = 1_000_000;

    public static void Run(string gazette)
    {
        var bytes = File.ReadAllBytes(gazette);
        var source = SourceReader.Read(bytes, Path.GetFileName(gazette)).Text!;
        var parse = Measured.Of(() => NoticeParser.Parse(source), 100, warmSeconds: 15);
        // What any reader must do at least: decode the bytes and bring every line to one form.
        var floor = Measured.Of(() => Fold(bytes), 30);
        Console.WriteLine($"{Path.GetFileName(gazette)}: {source.Lines.Sum(line => line.Length):N0} characters, {bytes.Length:N0} bytes");
        Console.WriteLine($"  parse, warm: median {parse.MedianMs:0.0} ms, least {parse.LeastMs:0.0} ms, {bytes.Length / 1000.0 / parse.MedianMs:0.0} MB/s, {parse.AllocatedBytes / 1024.0 / 1024.0:0.0} MB allocated");
        Console.WriteLine($"  ratio to decoding and folding the lines once ({floor.MedianMs:0.00} ms): {parse.MedianMs / floor.MedianMs:0.0}");
        Console.WriteLine("worst texts: 1 MB in ms (median, least), MB/s, and the ratio of the least to that of 0.5 MB (2 is linear)");
        foreach (var (name, unit, head) in Worst)
        {
            var (whole, half) = (Time(head, unit, MegaByte), Time(head, unit, MegaByte / 2));
            Console.WriteLine($"  {name,-22} {whole.MedianMs,7:0} {whole.LeastMs,7:0} ms  {1000 / whole.MedianMs,6:0.0} MB/s  {whole.LeastMs / half.LeastMs,5:0.0}  {whole.AllocatedBytes / 1024.0 / 1024.0,6:0} MB allocated");
        }
    }

    private static readonly (string Name, string Unit, string Head)[] Worst =
    [
        ("one line of brackets", "（", ""),
        ("one line of 、", "市财政局、", ""),
        ("one line of tags", "（责任单位：市财政局，市民政局配合）", ""),
        ("one line of digits", "2031", ""),
        ("one line of 年月", "2031年12月", ""),
        ("labels", "责任单位：\n", ""),
        ("numbered headings", "一、\n（一）\n1.\n", ""),
        ("items with tags", "1.建设。（责任单位：市财政局、市民政局，市教育局配合；完成时限：2031年6月底前）\n", ""),
        ("items with labels", "1.建设。\n牵头单位：市财政局\n责任单位：市教育局、民政局\n完成时限：2031年6月\n", ""),
        ("tabs", "序号\t工作任务\t责任单位\t完成时限\n1\t建设\t市财政局、市民政局\t2031年6月底前\n", ""),
        ("bars", "| 1 | 建设 | 市财政局 | 2031年底前 |\n", ""),
        ("one cell per line", "1 |\n建设 |\n市财政局 |\n2031年 |\n", ""),
        ("titles in brackets", "《关于印发《的通知\n", ""),
        ("short lines", "甲\n", ""),
        ("blank lines", "\n", ""),
        ("rows of two words", "清淤\n市水务局\n", "工作任务\n责任单位\n"),
        ("rows with a date", "清淤\n市水务局\n6月底前\n疏浚\n长期\n", "工作任务\n责任单位\n完成时限\n"),
        ("rows between bars", "|\n清淤\n|\n市水务局\n|\n", "|\n工作任务\n|\n责任单位\n|\n"),
        ("rows with holes", "1\t清淤\n", "序号\t工作任务\t责任单位\t完成时限\n"),
    ];

    private static Measured Time(string head, string unit, int bytes)
    {
        var text = new StringBuilder(head);
        for (var size = Encoding.UTF8.GetByteCount(head); size < bytes; size += Encoding.UTF8.GetByteCount(unit))
        {
            text.Append(unit);
        }

        var source = new SourceText("worst.txt", text.ToString().Split('\n'));
        return Measured.Of(() => NoticeParser.Parse(source), 9);
    }

    private static int Fold(byte[] bytes) =>
        Encoding.UTF8.GetString(bytes).Split('\n').Sum(line => line.Normalize(NormalizationForm.FormKC).Length);
}
