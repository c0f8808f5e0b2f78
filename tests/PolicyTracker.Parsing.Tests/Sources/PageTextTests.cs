using PolicyTracker.Parsing.Sources;

namespace PolicyTracker.Parsing.Tests.Sources;

/// <summary>Pages of a fixed layout, with characters 16 points wide between 80 and 528.</summary>
public sealed class PageTextTests
{
    [Fact]
    public void An_indented_line_begins_a_paragraph_and_a_full_one_goes_on() => Assert.Equal(
        ["一、坚持统筹推进，" + Filler(17) + "各项任务落实。", "二、" + Filler(24) + "完。"],
        PageText.Lines([Page(Line(0, 2, "一、坚持统筹推进，" + Filler(17)), Line(1, 0, "各项任务落实。"), Line(2, 2, "二、" + Filler(24)), Line(3, 0, "完。"))]));

    [Fact]
    public void A_paragraph_goes_on_over_the_page_and_its_number() => Assert.Equal(
        ["一、" + Filler(24) + Filler(28) + "完。", "二、" + Filler(24) + "完。"],
        PageText.Lines([
            Page(Line(0, 2, "一、" + Filler(24)), Line(1, 0, Filler(28)), Line(30, 12, "—3—")),
            Page(Line(0, 0, "完。"), Line(1, 2, "二、" + Filler(24)), Line(2, 0, "完。"), Line(30, 12, "—4—")),
        ]));

    [Fact]
    public void A_number_that_went_to_the_next_line_leaves_room_above() => Assert.Equal(
        ["一、" + Filler(20) + "2021-2025年。", "二、" + Filler(24) + "完。"],
        PageText.Lines([Page(Line(0, 2, "一、" + Filler(20)), Line(1, 0, "2021-2025年。"), Line(2, 2, "二、" + Filler(24)), Line(3, 0, "完。"))]));

    [Fact]
    public void The_same_words_at_the_top_of_three_pages_are_left_out() => Assert.Equal(
        ["甲", "乙", "丙"],
        PageText.Lines([.. new[] { "甲", "乙", "丙" }.Select(w => Page(Line(-2, 0, "临江市政府公报"), Line(3, 0, w)))]));

    [Fact]
    public void A_row_that_a_page_break_cut_is_one_row()
    {
        List<List<GridCell>> above = [Row("序号", "任务", "单位"), Row("1", "疏浚城区", "市水")];
        List<List<GridCell>> below = [Row("序号", "任务", "单位"), Row("", "河道", "利局"), Row("2", "清理岸线", "市城管局")];
        Assert.True(TableAcrossPages.TryAppend(above, below));
        Assert.Equal(["序号\t任务\t单位", "1\t疏浚城区河道\t市水利局", "2\t清理岸线\t市城管局"], TableLines.Render(above));
    }

    [Fact]
    public void A_merged_cell_that_a_page_break_cut_counts_below_it_too()
    {
        List<List<GridCell>> above = [Row("序号", "类别", "任务"), Row("1", "水", "疏浚")];
        List<List<GridCell>> below = [[new([""]), new([""], rows: 2), new(["河道"])], Row("2", "岸线"), Row("3", "林", "植树")];
        Assert.True(TableAcrossPages.TryAppend(above, below));
        Assert.Equal(["序号\t类别\t任务", "1\t水\t疏浚河道", "2\t水\t岸线", "3\t林\t植树"], TableLines.Render(above));
    }

    private static List<GridCell> Row(params string[] cells) => [.. cells.Select(c => new GridCell([c]))];

    private static string Filler(int length) => string.Concat(Enumerable.Range(0, length).Select(i => "推进落实统筹协调"[i % 8]));

    private static PageWord Line(int number, int indent, string text)
    {
        var (left, top) = (80 + indent * 16.0, 80 + number * 24.0);
        return new PageWord(left, top, left + text.Sum(c => c < 0x80 ? 8 : 16), top + 20, text);
    }

    private static PageContent Page(params PageWord[] words) => new(595, 842, words, []);
}
