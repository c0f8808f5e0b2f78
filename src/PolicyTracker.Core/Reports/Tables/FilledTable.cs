using PolicyTracker.Core.Departments;
using PolicyTracker.Parsing.Sources;

namespace PolicyTracker.Core.Reports.Tables;

/// <summary>A table that came back: its rows below the head, by the columns of the 台账.</summary>
public sealed class FilledTable
{
    public const int MostRows = 2_000;

    private const int HeadWithin = 10;

    private readonly Dictionary<LedgerColumn, int> places;

    private FilledTable(Dictionary<LedgerColumn, int> places, IReadOnlyList<WorksheetRow> rows) => (this.places, Rows) = (places, rows);

    public IReadOnlyList<WorksheetRow> Rows { get; }

    /// <summary>Throws <see cref="RuleException"/> where the file is no such table.</summary>
    public static FilledTable Read(byte[] workbook)
    {
        var sheet = Worksheet.Read(workbook);
        if (sheet.Refusal is { } refusal)
        {
            throw new RuleException(refusal);
        }

        if (sheet.Rows.Take(HeadWithin).Any(row => row.Cells.Values.Any(cell => LedgerTable.IsForReading(cell.Text))))
        {
            throw new RuleException("这是过去某一天的台账，只供查阅，不能导入。请导出现在的台账，填写以后再导入。");
        }

        var head = sheet.Rows.Take(HeadWithin).FirstOrDefault(row => row.Cells.Values.Any(cell => ColumnOf(cell.Text) == LedgerColumn.Work))
            ?? throw new RuleException("表格里没有找到表头“工作任务”。请用导出的台账或下载的模板填写。");
        var places = new Dictionary<LedgerColumn, int>();
        foreach (var (place, cell) in head.Cells.OrderBy(pair => pair.Key))
        {
            if (ColumnOf(cell.Text) is { } column && !places.TryAdd(column, place))
            {
                throw new RuleException($"表头里“{cell.Text}”出现了两次（{Worksheet.Address(places[column], head.Number)}、{Worksheet.Address(place, head.Number)}），请删去一列。");
            }
        }

        var rows = sheet.Rows.Where(row => row.Number > head.Number && row.Cells.Keys.Any(places.ContainsValue)).ToList();
        return rows.Count switch
        {
            0 => throw new RuleException("表头下面没有内容，没有可以导入的。"),
            > MostRows => throw new RuleException($"表格有{rows.Count}行，一次最多导入{MostRows}行，请分几次导入。"),
            _ => new FilledTable(places, rows),
        };
    }

    /// <summary>A column that somebody deleted says nothing.</summary>
    public bool Has(LedgerColumn column) => places.ContainsKey(column);

    /// <summary>Empty where nothing stands.</summary>
    public WorksheetCell Cell(WorksheetRow row, LedgerColumn column) =>
        places.TryGetValue(column, out var place) && row.Cells.TryGetValue(place, out var cell) ? cell : new WorksheetCell("", null);

    /// <summary>D7; where the column is not there, the row alone.</summary>
    public string Address(WorksheetRow row, LedgerColumn column) =>
        places.TryGetValue(column, out var place) ? Worksheet.Address(place, row.Number) : $"第{row.Number}行";

    // 来源文件（文号） is 来源文件(文号).
    private static LedgerColumn? ColumnOf(string words)
    {
        var tidy = DepartmentName.Tidy(words);
        return LedgerTable.Headings.FirstOrDefault(heading => heading.Words == tidy)?.Column;
    }
}
