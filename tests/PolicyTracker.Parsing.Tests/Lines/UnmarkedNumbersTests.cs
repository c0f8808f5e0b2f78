using static PolicyTracker.Parsing.Tests.Reading;

namespace PolicyTracker.Parsing.Tests.Lines;

/// <summary>Numbers that no mark parts from their words, but a blank, a tab or nothing.</summary>
public class UnmarkedNumbersTests
{
    [Theory]
    [InlineData(" ")]
    [InlineData("　")]
    [InlineData("\t")]
    [InlineData("")]
    public void They_number_items(string blank)
    {
        var notice = Plan($"（一）完善制度\n1{blank}修订办法，公开结果。（市司法局负责）\n2{blank}开展检查\n每季度通报一次。\n责任单位：市审计局\n（二）加强保障\n3{blank}安排经费，及时拨付。（市财政局负责）\n");
        Assert.Equal(["1 修订办法，公开结果 | 市司法局/R", "2 开展检查 | 市审计局/R", "3 安排经费，及时拨付 | 市财政局/R"], Reading.Tasks(notice));
        Assert.Equal(["（一）完善制度", "（一）完善制度", "（二）加强保障"], notice.Documents[0].Tasks.Select(t => t.Path[^1]));
    }

    [Fact]
    public void They_number_headings()
    {
        var notice = Notice("临江市节水行动方案\n一 流域治理\n1.改造管网。（市水务局负责）\n二 年度任务\n1.安排经费。（市财政局负责）\n");
        Assert.Equal(["1. 改造管网 | 市水务局/R", "1. 安排经费 | 市财政局/R"], Reading.Tasks(notice));
        Assert.Equal(["一流域治理", "二年度任务"], notice.Documents[0].Tasks.Select(t => t.Path[^1]));
    }

    [Theory]
    [InlineData("1 月开展检查，公布结果。（市司法局负责）\n2 月完善制度，安排经费。（市财政局负责）\n")]
    [InlineData("3 修订办法，公开结果。（市司法局负责）\n5 安排经费，及时拨付。（市财政局负责）\n")]
    [InlineData("1修订办法，公开结果。（市司法局负责）\n2安排经费，及时拨付。（市财政局负责）\n")]
    [InlineData("1 修订办法，公开结果。（市司法局负责）\n安排经费，及时拨付。（市财政局负责）\n")]
    public void Quantities_and_what_does_not_count_on_from_one_are_words(string items) =>
        Assert.DoesNotContain(Plan("（一）完善制度\n" + items).Documents[0].Tasks, t => t.Number is "1" or "2" or "3" or "5");

    [Fact]
    public void Rows_of_a_table_stay_rows() => Assert.Equal(
        ["1 修订管理办法 | 市司法局/R", "2 开展年度检查 | 市审计局/R", "3 安排专项经费 | 市财政局/R"],
        Reading.Tasks(Plan("序号\t工作任务\t责任单位\n1\t修订管理办法\t市司法局\n2\t开展年度检查\t市审计局\n3\t安排专项经费\t市财政局\n")));

    [Theory]
    [InlineData("【1】修订办法。（市司法局负责）\n【2】开展检查。（市审计局负责）\n", "【1】", "【2】")]
    [InlineData("【任务1】修订办法。（市司法局负责）\n【任务2】开展检查。（市审计局负责）\n", "【任务1】", "【任务2】")]
    [InlineData("1-1 修订办法。（市司法局负责）\n1-2 开展检查。（市审计局负责）\n", "1-1", "1-2")]
    [InlineData("第一项 修订办法。（市司法局负责）\n第二项 开展检查。（市审计局负责）\n", "第一项", "第二项")]
    [InlineData("01\n修订办法\n责任单位：市司法局\n02\n开展检查\n责任单位：市审计局\n", "01", "02")]
    public void Numbers_of_other_build_number_items(string items, string first, string second) => Assert.Equal(
        [$"{first} 修订办法 | 市司法局/R", $"{second} 开展检查 | 市审计局/R"], Reading.Tasks(Plan(items)));

    [Fact]
    public void A_range_in_front_of_a_quantity_is_no_number() =>
        Assert.Equal(["（一） 修路 | 市交通局/R"], Reading.Tasks(Plan("（一）修路。\n1-2 条道路要修缮。（市交通局负责）\n")));

    [Fact]
    public void Rows_of_a_table_that_lack_cells_stay_rows() => Assert.Equal(
        ["1 清理河道 |", "2 修缮道路 |", "3 清扫街道 | 县城管局/R"],
        Reading.Tasks(Plan("序号\t工作任务\t责任单位\n1\t清理河道\n2\t修缮道路\n3\t清扫街道\t县城管局\n")));
}
