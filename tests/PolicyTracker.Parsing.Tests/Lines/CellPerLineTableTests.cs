namespace PolicyTracker.Parsing.Tests.Lines;

/// <summary>Tables that were copied as one cell per line.</summary>
public sealed class CellPerLineTableTests
{
    [Fact]
    public void Without_a_column_of_numbers_every_whole_row_is_read() => Assert.Equal(
        ["推行按病种付费 | 市医保局/L 市卫健委/S | Ongoing ..", "建立分级诊疗制度 | 市卫健委/L 各县（区）人民政府/Sg | By ..2019-10-31"],
        Reading.Tasks(Reading.Plan("重点任务\n牵头单位\n配合单位\n完成时限\n推行按病种付费\n市医保局\n市卫健委\n持续推进\n建立分级诊疗制度\n市卫健委\n各县（区）人民政府\n2019年10月\n请认真落实。\n")));

    [Fact]
    public void Where_no_organ_stands_in_the_column_of_organs_it_is_no_table() => Assert.DoesNotContain(
        Reading.Plan("重点任务\n牵头单位\n完成时限\n推行按病种付费\n建立分级诊疗制度\n做好宣传\n").Documents[0].Tasks, t => t.Departments.Count > 0);
}
