using System.Diagnostics;
using System.Text;
using PolicyTracker.Parsing.Sources;
using PolicyTracker.Parsing.Tests.Corpus;

namespace PolicyTracker.Parsing.Tests;

/// <summary>Mutated, cut, shuffled and joined notices, with a fixed seed: nothing throws, no line is lost, time stays linear.</summary>
public sealed class FuzzTests
{
    private const int Rounds = 60;
    private static readonly string[] Pieces =
        ["（", "）", "〔", "〕", "《", "》", "：", "、", "，", "。", "\t", "|", "责任单位：", "牵头", "负责", "一、", "（一）", "1.", "①", "2019年", "6月底前", "\uD83D", "\u200B", "#", "等", "和", "附件", "第一条", "序号"];

    public static TheoryData<string> Notices => [.. CorpusFiles.Names];

    [Theory]
    [MemberData(nameof(Notices))]
    public void Damaged_notices_never_throw_and_lose_no_line(string name)
    {
        var random = new Random(20161209);
        var lines = CorpusFiles.Read(name).Source.Lines.ToArray();
        for (var round = 0; round < Rounds; round++)
        {
            var some = lines.Skip(random.Next(lines.Length)).Take(120).ToArray();
            AssertEveryLineIsAccountedFor(Damage(some, random));
        }
    }

    [Fact]
    public void Notices_joined_in_any_order_lose_no_line()
    {
        var random = new Random(7);
        var all = CorpusFiles.Names.Select(n => CorpusFiles.Read(n).Source.Lines).ToList();
        for (var round = 0; round < 3; round++)
            AssertEveryLineIsAccountedFor([.. all.OrderBy(_ => random.Next()).Take(3).SelectMany(l => l)]);
    }

    [Fact]
    public void Notices_in_pieces_that_were_shuffled_lose_no_line()
    {
        var random = new Random(31);
        foreach (var name in CorpusFiles.Names)
        {
            var lines = CorpusFiles.Read(name).Source.Lines.ToArray();
            for (var round = 0; round < 5; round++)
            {
                var pieces = lines.Chunk(random.Next(1, 40)).ToArray();
                random.Shuffle(pieces);
                AssertEveryLineIsAccountedFor([.. pieces.SelectMany(p => p).Take(random.Next(1, 1500))]);
            }
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    [InlineData("（")]
    [InlineData("一、")]
    [InlineData("责任单位：")]
    [InlineData("|||\n|||")]
    [InlineData("序号\n任务\n责任单位\n1")]
    [InlineData("2019年13月45日\n〔2019〕号\n第零条")]
    [InlineData("江东市人民政府关于节水的通知\n各县（区）人民政府：\n请认真落实。\n江东市人民政府\n2019年3月1日\n附件\n江东市节水型社会建设\n实施方案")]
    [InlineData("序号\t工作任务\t责任单位\t完成时限\n1\t清\n淤\t\" \"\t年底\n2\t疏浚\t市水务局\t6月")]
    public void Tiny_texts_are_read_without_a_murmur(string text) => AssertEveryLineIsAccountedFor(text.Split('\n'));

    [Theory]
    [InlineData("（")]
    [InlineData("（责任单位：市")]
    [InlineData("市财政局、")]
    [InlineData("牵头，配合")]
    [InlineData("2019年")]
    [InlineData("《（》")]
    [InlineData("各市、县、")]
    [InlineData("和市教育局会同")]
    [InlineData("一、任务\n（一）建设。（市财政局负责）\n")]
    [InlineData("市财政局\n")]
    [InlineData("关于通知\n")]
    [InlineData("\t|\n")]
    [InlineData("1\t2\t3\n")]
    [InlineData("第一位为牵头指")]
    [InlineData("（市财政局负责）")]
    [InlineData("建设（市财政局）；")]
    [InlineData("责任单位：市财政局、推进、（牵头单位）；")]
    [InlineData("责任单位市财政局。")]
    [InlineData("责任单位：市财政局。")]
    [InlineData("完成时限：6月\n工作措施：巡查\n")]
    [InlineData("“十四五”期间新建，")]
    [InlineData("工作，市教育局、市财政局，")]
    [InlineData("一、重点任务。（一）建设。1.清淤。")]
    [InlineData("（市财政局负责）（6月底前完成）")]
    [InlineData("责任单位：\n市财政局、\n")]
    [InlineData("市财政局：\n1.清淤。\n")]
    [InlineData("序号\n工作任务\n责任单位\n1\n市财政局、市生\n态环境局\n")]
    [InlineData("】问题1：（责任单位：市财政局、市民政局，\n", "江东市人民政府关于节水的通知\n一、重点任务\n")]
    [InlineData("）", "1.清淤。\n完成时限：")]
    [InlineData("序号\n")]
    [InlineData("责任单位：\n 。\n）.\n")]
    [InlineData("牵头单位：市财政局\n责任单位：市教育局\n完成时限：2031年6月\n")]
    [InlineData("各处室", "1.清淤。\n责任单位：")]
    [InlineData("甲和乙", "1.清淤。\n责任单位：")]
    [InlineData("市财政局等", "1.清淤。（责任单位：")]
    [InlineData("市财政局 市教育局 ", "1.清淤。\n责任领导：")]
    [InlineData("市财政局牵头，", "1.清淤。\n责任单位：")]
    [InlineData("市财政局牵头 ", "1.清淤。\n责任单位：")]
    [InlineData("(\n【)|1 建设 市财政局 2031年", "1.清淤。\n责任领导：张三")]
    [InlineData("委\n—)：", "1.清淤。\n")]
    [InlineData("①落实：\n", "一、重点任务\n")]
    [InlineData("（一）市水务局负责清淤。\n疏浚。\n", "一、职责分工\n")]
    [InlineData("（一）清淤\n市水务局统筹清淤。\n1.疏浚。\n", "一、重点任务\n")]
    [InlineData("按职责分工\n")]
    [InlineData("市水务局\n负责清淤。\n", "三、职责分工\n")]
    [InlineData("（6月底前）（市水务局负责）", "1.清淤。")]
    [InlineData("|\n清淤\n|\n市水务局\n|\n", "|\n工作任务\n|\n责任单位\n|\n")]
    [InlineData("清淤\n市水务局\n6月底前\n疏浚\n长期\n", "工作任务\n责任单位\n完成时限\n")]
    [InlineData("清淤\n水务局\n", "工作任务\n责任单位\n")]
    [InlineData("1\t清淤\n", "序号\t工作任务\t责任单位\t完成时限\n")]
    [InlineData("1 清淤疏浚\n2 修路\n", "一、重点任务\n")]
    [InlineData("优化服务\n牵头单位：市水务局\n清淤。\n", "一、重点任务\n")]
    [InlineData("1  清淤  市水务局  周  岩\n疏浚  ", "序号  工作任务  责任单位  分管领导\n")]
    [InlineData("一、清淤\n", "序号  工作任务  责任单位  分管领导\n1  清淤  市水务局  周  岩\n")]
    [InlineData("——责任单位--市水务局\n", "1.清淤。\n")]
    [InlineData("01\n02\n", "一、重点任务\n")]
    [InlineData("1 清淤 市水务局 2 疏浚 市民政局 ", "序号 工作任务 责任单位 ")]
    [InlineData("序号 工作任务 责任单位 1 清淤 市水务局 2 疏浚 市民政局\n")]
    [InlineData("序号 ")]
    [InlineData("①落实\n〔\n一、", "江东市人民政府关于印发2031年重点任务分工的通知\n一、重点任务\n")]
    [InlineData("1,\"清淤,疏浚\",市水务局\n", "序号,工作任务,责任单位\n")]
    [InlineData("\"\",", "序号,\"")]
    [InlineData("任务名称：清淤\t责任单位：市水务局\n培训对象：干部\t配合单位：市民政局\n", "一、重点任务\n")]
    [InlineData("3月：清淤\n1.疏浚。\n")]
    [InlineData("1\n清淤\n市水务局\n8月份\n", "序号\n任务\n责任单位\n7月份\n")]
    [InlineData("涉及清淤的事项，由市水务局负责和协调；")]
    [InlineData("● 清淤。责任单位：市水务局\n", "一、重点任务\n")]
    [InlineData("（一）清淤（市水务局负责）\n1.疏浚。\n2.巡查。\n", "一、重点任务\n")]
    [InlineData("序号\n工作任务\n责任分工\n完成时限\n牵头单位\n配合单位\n1\n清淤\n市水务局\n市民政局\n")]
    [InlineData("1\t清淤\n市水务局\n", "序号\t工作任务\t责任单位\t完成时限\n")]
    [InlineData("1\t\"清淤\n", "序号\t工作任务\t责任单位\t完成时限\n")]
    [InlineData("| | | 市水务局、 |\n", "| 序号 | 工作任务 | 责任单位 |\n| 1 | 清淤 | 市财政局、 |\n")]
    [InlineData("责任单位 | 市水务局\n")]
    [InlineData("责任单位 | 市水务局 | 完成时限 | 年底\n")]
    [InlineData("（\n责任单位：市水务局\n", "1.清淤。\n")]
    [InlineData("（一）\n清淤\n。\n", "一、重点任务\n")]
    [InlineData("二、任务 （一）清淤。", "一、重点任务\n")]
    public void A_megabyte_of_the_worst_text_takes_linear_time(string piece, string head = "")
    {
        Time(head, piece, 20_000);
        Time("", OrdinaryItem, 20_000);
        AssertOnce(() =>
        {
            var (small, large, ordinary) = (Time(head, piece, 60_000), Time(head, piece, 240_000), Time("", OrdinaryItem, 240_000));
            return large < small * 12 && large < ordinary * 8 ? null
                : $"{small.TotalMilliseconds:F0} ms for 60,000 characters, {large.TotalMilliseconds:F0} ms for 240,000, {ordinary.TotalMilliseconds:F0} ms for as many of ordinary items";
        });
    }

    [Fact]
    public void Tens_of_thousands_of_different_names_in_one_tag_take_linear_time()
    {
        Time("", OrdinaryItem, 20_000);
        var names = string.Concat(Enumerable.Range(0, 80_000).Select(i => $"市{(char)(0x4E00 + (i % 300))}{(char)(0x5E00 + (i / 300))}业局、"));
        AssertOnce(() =>
        {
            var (ordinary, large) = (Time("", OrdinaryItem, 480_000), Time("1.清淤。\n责任单位：", names, 480_000));
            return large < ordinary * 8 ? null : $"{large.TotalMilliseconds:F0} ms for 480,000 characters, {ordinary.TotalMilliseconds:F0} ms for as many of ordinary items";
        });
    }

    [Fact]
    public void Bytes_of_any_kind_give_a_text_or_a_refusal()
    {
        var random = new Random(99);
        foreach (var name in new[] { "a.txt", "a.html", "a.docx", "a.xlsx", "a.pdf", "a" })
        {
            var bytes = new byte[5000];
            random.NextBytes(bytes);
            var reading = SourceReader.Read(bytes, name);
            Assert.True(reading.Text is not null ^ reading.Refusal is not null);
            if (reading.Text is not null) NoticeParser.Parse(reading.Text);
        }
    }

    private const string OrdinaryItem = "1.清淤。（责任单位：市财政局、市民政局，市教育局配合；完成时限：2031年6月底前）\n";

    /// <summary>Other tests share the cores and may hold up one measure: a text that is slow is slow each time.</summary>
    private static void AssertOnce(Func<string?> complaint)
    {
        string? last = null;
        for (var i = 0; i < 5; i++)
            if ((last = complaint()) is null) return;
        Assert.Fail(last);
    }

    private static TimeSpan Time(string head, string piece, int characters)
    {
        var text = new StringBuilder(head, characters + head.Length + piece.Length);
        while (text.Length < characters) text.Append(piece);
        var source = new SourceText("worst.txt", text.ToString().Split('\n'));
        var watch = Stopwatch.StartNew();
        NoticeParser.Parse(source);
        return watch.Elapsed;
    }

    private static string[] Damage(string[] lines, Random random)
    {
        for (var i = 0; i < lines.Length; i++)
        {
            if (random.Next(6) != 0) continue;
            var at = random.Next(lines[i].Length + 1);
            lines[i] = random.Next(4) switch
            {
                0 => lines[i][..at],
                1 => lines[i].Insert(at, Pieces[random.Next(Pieces.Length)]),
                2 => at < lines[i].Length ? lines[i].Remove(at, 1) : "",
                _ => lines[random.Next(lines.Length)],
            };
        }
        return lines;
    }

    private static void AssertEveryLineIsAccountedFor(string[] lines)
    {
        var notice = NoticeParser.Parse(new SourceText("damaged.txt", lines));
        for (var i = 1; i <= lines.Length; i++)
        {
            if (lines[i - 1].All(c => char.IsWhiteSpace(c) || char.IsControl(c) || c is '\u200B' or '#')) continue;
            var kept = notice.Documents.Any(d => d.Frame.Any(p => p.Lines.Contains(i)) || d.Outline.Any(n => n.Lines.Contains(i)))
                || notice.Diagnostics.Any(d => d.Line <= i && i <= d.LastLine);
            Assert.True(kept, $"line {i} is lost: {lines[i - 1]}");
        }
        foreach (var task in notice.Documents.SelectMany(d => d.Tasks)) Assert.InRange(task.Lines.Last, task.Lines.First, lines.Length);
    }
}
