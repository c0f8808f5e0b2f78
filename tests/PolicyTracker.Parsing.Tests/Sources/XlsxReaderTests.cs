using DocumentFormat.OpenXml.Spreadsheet;
using PolicyTracker.Parsing.Sources;
using static PolicyTracker.Parsing.Tests.Sources.SampleXlsx;

namespace PolicyTracker.Parsing.Tests.Sources;

public sealed class XlsxReaderTests
{
    [Fact]
    public void Dates_are_printed_as_notices_print_them_and_numbers_as_they_stand() => Assert.Equal(
        ["任务\t时限", "甲\t2021年9月30日", "乙\t2021年9月", "丙\t85%", "丁\t0.5", "戊\t44469"],
        Lines(Sheet("表", [
            Row(1, Words("A1", "任务"), Words("B1", "时限")), Row(2, Words("A2", "甲"), Number("B2", "44469", 1)), Row(3, Words("A3", "乙"), Number("B3", "44469", 2)),
            Row(4, Words("A4", "丙"), Number("B4", "0.85", 3)), Row(5, Words("A5", "丁"), Number("B5", "0.5")), Row(6, Words("A6", "戊"), Number("B6", "44469")),
        ])));

    [Fact]
    public void A_shared_string_gives_its_runs_without_the_phonetic_guide() =>
        Assert.Equal(["任务\t单位", "甲\t市水利局"], Lines(Sheet("表", [Row(1, Words("A1", "任务"), Words("B1", "单位")), Row(2, Words("A2", "甲"), Shared("B2", 0))])));

    [Fact]
    public void Title_and_notes_are_lines_and_empty_rows_and_columns_are_dropped() => Assert.Equal(
        ["分解表", "任务\t单位", "甲\t市水利局", "注：以上均为2021年任务。"],
        Lines(Sheet("表", [
            Row(1, Words("B1", "分解表")), Row(3, Words("B3", "任务"), Words("C3", "单位")), Row(4, Words("A4", "  "), Words("B4", "")),
            Row(9, Words("B9", "甲"), Words("C9", "市水利局")), Row(10, Words("B10", "注：以上均为2021年任务。")),
        ], "B1:C1")));

    [Fact]
    public void Merged_cells_count_for_every_row_and_column() => Assert.Equal(
        ["类别\t任务\t单位", "水\t甲\t市水利局", "水\t乙\t市水利局", "水\t丙\t丙"],
        Lines(Sheet("表", [
            Row(1, Words("A1", "类别"), Words("B1", "任务"), Words("C1", "单位")), Row(2, Words("A2", "水"), Words("B2", "甲"), Words("C2", "市水利局")),
            Row(3, Words("B3", "乙")), Row(4, Words("B4", "丙")),
        ], "A2:A4", "C2:C3", "B4:C4")));

    [Fact]
    public void Hidden_sheets_are_skipped_and_names_stand_above_several()
    {
        Row[] rows = [Row(1, Words("A1", "任务"), Words("B1", "单位")), Row(2, Words("A2", "甲"), Words("B2", "乙"))];
        var hidden = Sheet("草稿", [.. rows.Select(r => (Row)r.CloneNode(true))]) with { State = SheetStateValues.Hidden };
        var second = Sheet("Sheet2", [.. rows.Select(r => (Row)r.CloneNode(true))]);
        Assert.Equal(["重点任务", "任务\t单位", "甲\t乙", "任务\t单位", "甲\t乙"], Lines(Sheet("重点任务", rows), hidden, second));
    }

    [Fact]
    public void A_merged_cell_as_large_as_the_sheet_is_harmless()
    {
        var long1 = new string('字', 30000);
        var rows = Enumerable.Range(1, 3000).Select(i => Row((uint)i, Words($"B{i}", "甲"), Words($"C{i}", "乙"))).ToArray();
        rows[0].PrependChild(Words("A1", long1));
        var reading = SourceReader.Read(Write(Sheet("表", rows, "A1:A1048576")), "大.xlsx");
        Assert.Equal(Refusals.TooMuchText, reading.Refusal);
    }

    private static IReadOnlyList<string> Lines(params SheetContent[] sheets) => SampleFiles.Lines(Write(sheets), "made-up.xlsx");
}
