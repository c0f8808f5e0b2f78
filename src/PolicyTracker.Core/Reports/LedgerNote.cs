namespace PolicyTracker.Core.Reports;

/// <summary>说明: what a table that went out says about itself.</summary>
/// <param name="Filter">In words.</param>
/// <param name="AsOf">A past day; null: the moment.</param>
public sealed record LedgerNote(string Filter, DateTimeOffset At, string Person, DateOnly? AsOf = null)
{
    /// <summary>Above the table.</summary>
    public string Title => AsOf is { } day ? $"工作任务台账（截至{LedgerTable.Date(day)}的情况，{LedgerTable.ForReading}；{Filter}）" : $"工作任务台账（{Filter}）";

    /// <summary>Each with its label, for the second sheet.</summary>
    public IEnumerable<(string Label, string Words)> Lines(int rows) => AsOf is { } day ? OfThePast(rows, day) :
    [
        ("导出范围", Filter),
        ("任务数", $"{rows}项"),
        ("截至时间", $"{LedgerTable.Date(At.OfficeDay())} {At.InOffice():HH:mm}"),
        ("导出人", Person),
        ("填写以后", "可以在系统的“导入台账表格”里上传本表。隐藏的“任务编号”“版本”两列用来认出任务，请不要改动、不要删除。"),
        ("承办单位", "可以改本单位任务的进展情况、存在问题、下一步措施和反馈进度。"),
        ("督查人员", "可以改牵头单位、责任单位、配合单位和完成时限；在最后加行，可以立项。几个单位之间用顿号隔开；没有期限的写“无时限”。"),
        ("其余各列", "只供查看，改动不会导入。"),
    ];

    private IEnumerable<(string Label, string Words)> OfThePast(int rows, DateOnly day) =>
    [
        ("导出范围", Filter),
        ("任务数", $"{rows}项"),
        ("截至日期", $"{LedgerTable.Date(day)}日终时系统里的情况"),
        ("导出时间", $"{LedgerTable.Date(At.OfficeDay())} {At.InOffice():HH:mm}"),
        ("导出人", Person),
        ("用途", $"{LedgerTable.ForReading}，不能填写以后再导入。要填写，请导出现在的台账。"),
        ("工作任务", "文件后来有新版本的，任务的文字是现行版本的。"),
    ];
}
