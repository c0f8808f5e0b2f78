using System.Globalization;

namespace PolicyTracker.Core.Reports.Tables;

/// <summary>完成时限 as offices write it into a cell.</summary>
internal static class TableDate
{
    private static readonly string[] Forms = ["yyyy年M月d日", "yyyy-M-d", "yyyy/M/d", "yyyy.M.d"];
    private static readonly string[] None = ["无时限", "没有时限", "无", "长期", "长期坚持"];

    /// <summary>Null when it is no date.</summary>
    public static DateOnly? Read(RowReading row) =>
        row.Date(LedgerColumn.Due)
        ?? (DateOnly.TryParseExact(row.Text(LedgerColumn.Due).Replace(" ", "", StringComparison.Ordinal), Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null);

    /// <summary>The word that there is none.</summary>
    public static bool IsNone(RowReading row) => None.Contains(row.Text(LedgerColumn.Due));

    public static void Complain(RowReading row) =>
        row.Problem(LedgerColumn.Due, "看不懂这个日期。请写成2026年11月30日或2026-11-30；没有期限的写“无时限”。");
}
