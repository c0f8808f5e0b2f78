using static PolicyTracker.Parsing.Tests.Reading;

namespace PolicyTracker.Parsing.Tests.Lines;

/// <summary>Tables that commas part.</summary>
public class CommaRowsTests
{
    [Fact]
    public void Quotation_marks_keep_commas_in_a_cell_and_an_empty_cell_is_nobody()
    {
        var notice = Plan("序号,分工类别,工作内容,责任单位,协办单位,完成时限\n1,会务,\"起草讲话,印发通知\",市政府办公室,\"市农业农村局、市乡村振兴局\",3月25日前\n2,会务,\"制作\"\"指南\"\"\",市机关事务局,,3月30日前\n,,备注：时间如有调整,,,\n");
        Assert.Equal(["1 起草讲话,印发通知 | 市政府办公室/R 市农业农村局/S 市乡村振兴局/S | By ..2019-03-25", "2 制作\"\"指南\"\" | 市机关事务局/R | By ..2019-03-30"], Reading.Tasks(notice));
        Assert.All(notice.Documents[0].Tasks, t => Assert.Equal("会务", t.Path[^1]));
    }

    [Theory]
    [InlineData("巡查,清淤,疏浚\n市水务局,市民政局,市财政局\n")]
    [InlineData("序号,工作内容,责任单位\n\"1,清淤,市水务局\n")]
    public void Without_headings_or_with_an_open_quotation_there_are_no_rows(string lines) =>
        Assert.DoesNotContain(Plan(lines).Documents[0].Tasks, t => t.Departments.Count > 0);

    [Fact]
    public void One_table_may_follow_another_directly() => Assert.Equal(
        ["1 清理河道 | 市水务局/R", "1 修缮道路 | 市交通局/R | By ..2019-06-30"],
        Reading.Tasks(Plan("序号,工作内容,责任单位\n1,清理河道,市水务局\n序号,工作内容,责任单位,完成时限\n1,修缮道路,市交通局,6月底\n")));
}
