using PolicyTracker.Core.Reports.Cockpit;
using PolicyTracker.Web.Tasks;

namespace PolicyTracker.Web.Api;

/// <summary>The cockpit for programs: every figure with the address of exactly the tasks that it counts.</summary>
public sealed record SummaryAnswer(
    string Jurisdiction, DateOnly AsOf, FigureAnswer Total, IReadOnlyList<FigureAnswer> Statuses, IReadOnlyList<FigureAnswer> Lights,
    IReadOnlyList<FigureAnswer> DueByMonth, IReadOnlyList<FigureAnswer> Verification, IReadOnlyList<FigureAnswer> ThisWeek)
{
    public static SummaryAnswer Of(CockpitView view) => new(
        view.Jurisdiction, view.Today, FigureAnswer.Of(view.All), FigureAnswer.Of(view.States), FigureAnswer.Of(view.Lights),
        FigureAnswer.Of(view.Months), FigureAnswer.Of(view.Verifications), FigureAnswer.Of(view.Week));
}

/// <param name="Tasks">The list that it counts.</param>
public sealed record FigureAnswer(string Label, int Count, string Tasks)
{
    public static FigureAnswer Of(Figure figure) => new(figure.Label, figure.Count, "/api/v1" + LedgerAddress.Of(figure.Filter));

    public static IReadOnlyList<FigureAnswer> Of(IReadOnlyList<Figure> figures) => [.. figures.Select(Of)];
}
