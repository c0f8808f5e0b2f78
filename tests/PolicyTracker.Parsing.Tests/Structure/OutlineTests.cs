namespace PolicyTracker.Parsing.Tests.Structure;

/// <summary>Which lines are headings, annexes and their titles, and which only close a document. Names are made up.</summary>
public sealed class OutlineTests
{
    private const string Head = "江东县人民政府关于防汛工作的通知\n各乡镇：\n";
    private const string Signed = Head + "一、任务\n（一）清淤。（县水利局负责）\n江东县人民政府\n2019年3月6日\n";

    [Theory]
    [InlineData("附件：防汛任务清单\n1.清理河道。（县水利局负责）", "江东县人民政府关于防汛工作的通知")]
    [InlineData("附件：\n防汛任务清单\n1.清理河道。（县水利局负责）", "防汛任务清单")]
    [InlineData("防汛任务清单\n1.清理河道。（县水利局负责）", "防汛任务清单")]
    [InlineData("附件\n防汛工作\n任务分解表\n1.清理河道。（县水利局负责）", "防汛工作任务分解表")]
    public void A_title_below_the_signature_opens_an_annex(string below, string title) => Assert.Equal(title, Read(Signed + below).Tasks[^1].Path[^1]);

    [Fact]
    public void A_list_of_annexes_is_no_list_of_items_and_each_annex_stands_by_itself() => Assert.Equal(
        ["江东县防汛方案>一、任务", "防汛任务表"],
        Read("江东县人民政府关于印发防汛方案的通知\n各乡镇：\n现印发给你们。\n附件：1.江东县防汛方案\n2.防汛任务表\n江东县人民政府\n2019年3月6日\n附件1\n江东县防汛方案\n一、任务\n（一）清淤。（县水利局负责）\n附件2\n防汛任务表\n| 序号 | 任务 | 责任单位 |\n| 1 | 排水 | 县住建局 |")
            .Tasks.Select(t => string.Join('>', t.Path)));

    [Theory]
    [InlineData(Signed + "[防汛任务清单.docx](https://example.invalid/1)\n抄送：县委办。", 7, FrameKind.Closing)]
    [InlineData(Head + "一、任务\n[防汛任务清单.docx](https://example.invalid/1)\n（一）清淤。（县水利局负责）", 4, FrameKind.Closing)]
    [InlineData(Head + "[防汛任务清单.docx](https://example.invalid/1)\n一、任务\n（一）清淤。（县水利局负责）", 3, FrameKind.Text)]
    public void A_link_to_a_file_below_the_first_heading_is_no_text(string text, int line, FrameKind kind) =>
        Assert.Equal(kind, Read(text).Frame.Single(f => f.Lines.First == line).Kind);

    [Fact]
    public void How_long_a_notice_holds_is_said_of_the_whole_and_of_no_item() => Assert.Equal(
        (4, 4), Read(Head + "一、任务\n（一）清淤。疏浚河道。\n本通知自印发之日起施行。\n江东县人民政府\n2019年3月6日").Tasks.Select(t => (t.Lines.First, t.Lines.Last)).Single());

    [Theory]
    [InlineData("一是加强巡查。二是加强值守。（县公安局负责）")]
    [InlineData("第一，加强巡查。第二，加强值守。（县公安局负责）")]
    [InlineData("首先，加强巡查。其次，加强值守。（县公安局负责）")]
    public void Spoken_numbers_that_go_on_within_the_paragraph_make_no_items(string paragraph) => Assert.Equal(
        "（一）清淤。", Read(Head + "一、任务\n（一）清淤。疏浚河道。（县水利局负责）\n" + paragraph).Tasks[^1].Path[^1]);

    [Fact]
    public void A_title_that_was_broken_over_lines_is_known_by_its_announcement() => Assert.Equal(
        ["江东县防汛方案", "一、任务"],
        Read("江东县人民政府关于印发《江东县防汛\n方案》的通知\n各乡镇：\n现印发给你们，请认真落实。\n江东县人民政府\n2019年3月6日\n江东县防汛\n方案\n一、任务\n（一）清淤。（县水利局负责）").Tasks.Single().Path);

    [Fact]
    public void Plans_that_the_notice_announces_stand_side_by_side() => Assert.Equal(
        ["江东县防汛方案>一、任务", "江东县抗旱方案>一、任务"],
        Read("江东县人民政府关于印发《江东县防汛方案》《江东县抗旱方案》的通知\n各乡镇：\n现将《江东县防汛方案》《江东县抗旱方案》印发给你们。\n江东县人民政府\n2019年3月6日\n江东县防汛方案\n一、任务\n（一）清淤。（县水利局负责）\n江东县抗旱方案\n一、任务\n（一）打井。（县水利局负责）")
            .Tasks.Select(t => string.Join('>', t.Path)));

    private static ParsedDocument Read(string text) => Reading.Notice(text).Documents.Single();
}
