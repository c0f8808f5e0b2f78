using PolicyTracker.Core.Tasks;

namespace PolicyTracker.Core.Reports;

/// <summary>A row of the 台账 as it goes out to a table, every cell as it is printed.</summary>
/// <param name="IsOurs">The person's own department is on the task: what it reported stands alone, and may be changed in the table.</param>
/// <param name="DueWords">Where there is no date: 长期坚持, or whatever is printed.</param>
/// <param name="Percent">反馈进度: of the own department where it is ours, else of all.</param>
public sealed record LedgerRow(
    long TaskId, uint Version, TaskState State, int JurisdictionId, bool IsOurs,
    string Work, string Source, string Leads, string Responsible, string Supports, string Leaders,
    DateOnly? DueOn, string DueWords, string Progress, string Problems, string NextStep, string Remarks, int? Percent)
{
    /// <summary>What a cell of a spreadsheet can hold.</summary>
    public const int MostLetters = 32_000;
}
