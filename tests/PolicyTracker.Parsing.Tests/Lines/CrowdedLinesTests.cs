using static PolicyTracker.Parsing.Tests.Reading;

namespace PolicyTracker.Parsing.Tests.Lines;

/// <summary>Lines that hold a whole table, or the fields of an item in two columns.</summary>
public class CrowdedLinesTests
{
    private static readonly string[] Expected =
        ["1 推进河道清淤，完成五十公里 | 市水务局/R 市财政局/R | By ..2019-06-30", "2 开展巡查 | 各县区政府/Rg | Ongoing ..", "3 修建步道 | 市住建局/R | By ..2019-12-31"];

    [Theory]
    [InlineData("序号 工 作 任 务 责任单位 完成时限 1 推进河道清淤，完成五十公里 市水务局、市财政局 6月底前 2 开展巡查 各县区政府 长期坚持 3 修建步道 市住建局 年底")]
    [InlineData("| 序号 | 工作任务 | 责任单位 | 完成时限 | |---|---|---|---| | 1 | 推进河道清淤，完成五十公里 | 市水务局、市财政局 | 6月底前 | | 2 | 开展巡查 | 各县区政府 | 长期坚持 | | 3 | 修建步道 | 市住建局 | 年底 |")]
    public void A_table_on_one_line_is_read_cell_by_cell(string table) => Assert.Equal(Expected, Reading.Tasks(Plan(table)));

    [Fact]
    public void A_whole_notice_on_one_line_has_its_title_too()
    {
        var document = Notice("临江市人民政府办公室关于印发《重点任务分解表》的通知 临政办发〔2019〕12号 各县（区）人民政府： 现将分解表印发给你们，请认真执行。 2019年3月5日 重点任务分解表 "
            + "序号 工作任务 责任单位 完成时限 1 推进河道清淤，完成五十公里 市水务局、市财政局 6月底前 2 开展巡查 各县区政府 长期坚持 3 修建步道 市住建局 年底").Documents.Single();
        Assert.Equal("临江市人民政府办公室关于印发《重点任务分解表》的通知", document.Title);
        Assert.Equal("临政办发〔2019〕12号", document.DocNumber);
        Assert.Equal(Expected, document.Tasks.Select(t => $"{t.Number} {t.Title} | {Departments(t)} | {Reading.Deadline(t.Deadline)}"));
        Assert.All(document.Tasks, t => Assert.Equal(new LineRange(1, 1), t.Lines));
    }

    [Fact]
    public void Headings_and_one_row_are_no_table_yet() =>
        Assert.DoesNotContain(Plan("序号 工作任务 责任单位 完成时限 1 推进河道清淤 市水务局 6月底前").Documents[0].Tasks, t => t.Departments.Count > 0);

    [Theory]
    [InlineData("\t")]
    [InlineData(" | ")]
    public void Months_as_headings_are_no_numbers_of_rows(string between) => Assert.Equal(
        ["1 清淤 | 市水务局/R", "2 修路 | 市交通局/R"],
        Reading.Tasks(Plan("序号\t工作任务\t责任单位\t1\t2\t3\n1\t清淤\t市水务局\t立项\t开工\t完工\n2\t修路\t市交通局\t立项\t开工\t完工\n".Replace("\t", between, StringComparison.Ordinal))));

    [Fact]
    public void Fields_in_two_columns_are_lines_of_their_own() => Assert.Equal(
        ["1.普法培训班 | 县委组织部/R 县司法局/S 县委党校/S | By ..2019-05-31", "2.公文写作培训 | 县政府办/R 县档案局/S | By ..2019-06-30"],
        Plan("任务名称：1.普法培训班\t责任单位：县委组织部\n培训对象：各乡镇干部\t配合单位：县司法局、县委党校\n人数期数：45人，1期\t完成时限：5月底前\n\n"
            + "任务名称：2.公文写作培训\t责任单位：县政府办\n培训对象：文秘\t配合单位：县档案局\n人数期数：50人\t完成时限：6月\n").Documents[0].Tasks.Select(t => $"{t.Title} | {Departments(t)} | {Reading.Deadline(t.Deadline)}"));
}
