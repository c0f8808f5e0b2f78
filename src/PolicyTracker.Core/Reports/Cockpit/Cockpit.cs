using PolicyTracker.Core.Tasks;

namespace PolicyTracker.Core.Reports.Cockpit;

/// <summary>A number with the ledger's filter that finds exactly the tasks it counts.</summary>
public sealed record Figure(string Label, TaskFilter Filter, int Count);

/// <summary>统计: where the work of a jurisdiction stands, on one page.</summary>
/// <param name="Today">The day of which it tells, a past one where <see cref="CockpitFilter.AsOf"/> asks for it.</param>
/// <param name="Months">Open tasks by the month in which they fall due: what is earlier, twelve months, what is later.</param>
/// <param name="Week">What was done since Monday, by act; the first is any.</param>
/// <param name="Next">The open tasks that fall due next.</param>
public sealed record CockpitView(
    string Jurisdiction, DateOnly Today, DateOnly Monday, Figure All, IReadOnlyList<Figure> States, IReadOnlyList<Figure> Lights, IReadOnlyList<Figure> Months,
    IReadOnlyList<Figure> Verifications, IReadOnlyList<Figure> Week, IReadOnlyList<DepartmentFigures> Departments, int DepartmentTotal,
    IReadOnlyList<DocumentFigures> Documents, int DocumentTotal, Figure NextFigure, PageOf<TaskRow> Next)
{
    /// <summary>Every number on the page.</summary>
    public IEnumerable<Figure> Figures =>
    [
        All, .. States, .. Lights, .. Months, .. Verifications, .. Week, NextFigure,
        .. Departments.SelectMany(row => new[] { row.Open, row.Late, row.Returned }), .. Documents.SelectMany(row => new[] { row.All, row.Completed, row.Late }),
    ];
}

public sealed record DepartmentFigures(int Id, string Name, string Jurisdiction, Figure Open, Figure Late, Figure Returned);

public sealed record DocumentFigures(int Id, string Title, Figure All, Figure Completed, Figure Late)
{
    /// <summary>办结率, rounded down: not 100 before all are completed.</summary>
    public int Percent => All.Count == 0 ? 0 : Completed.Count * 100 / All.Count;
}

/// <summary>What is asked of the page.</summary>
/// <param name="Jurisdiction">And all below it; null: all that the person may read.</param>
/// <param name="MostRows">Of departments and of documents.</param>
public sealed record CockpitFilter(int? Jurisdiction, CockpitOrder Order = CockpitOrder.Organs, int MostRows = 10)
{
    /// <summary>查看日期: what was known at the end of this past day; null: now.</summary>
    public DateOnly? AsOf { get; init; }
}

/// <summary>How departments are sorted.</summary>
public enum CockpitOrder
{
    /// <summary>机构序列.</summary>
    Organs,
    Open,
    Late,
    Returned,
}
