using PolicyTracker.Parsing;

namespace PolicyTracker.Core.Tasks;

/// <summary>
/// What the units claim for a task: the figure of its lead, several leads averaged; of all responsible units averaged where
/// none leads. A unit that has not reported yet counts as 0; a group stands for its members.
/// </summary>
/// <param name="Percent">Null before the first report of a unit that counts.</param>
/// <param name="Words">How it was made up, for a person.</param>
public sealed record ClaimedProgress(int? Percent, string Words)
{
    /// <summary>A unit as far as its figure goes.</summary>
    /// <param name="Members">Of a group; empty for others and for groups that nobody has expanded.</param>
    public sealed record Unit(int Id, string Name, Role Role, IReadOnlyList<int> Members);

    /// <param name="task">With departments and members loaded.</param>
    public static ClaimedProgress Of(PolicyTask task) => Of(
        [.. task.Responsibilities.Where(r => r.IsMatched).OrderBy(r => r.Position)
            .Select(r => new Unit(r.MatchedId!.Value, r.Department!.Name, r.Role, [.. r.Department.Members.Select(member => member.MemberId)]))],
        task.Standings.Where(s => s.ClaimedPercent is not null).ToDictionary(s => s.DepartmentId, s => s.ClaimedPercent!.Value));

    public static ClaimedProgress Of(IReadOnlyList<Unit> units, IReadOnlyDictionary<int, int> claimed)
    {
        var role = units.Any(unit => unit.Role == Role.Lead) ? Role.Lead : Role.Responsible;
        var word = role == Role.Lead ? "牵头单位" : "责任单位";
        var figures = units.Where(unit => unit.Role == role).Select(unit => (unit.Name, Percent: Figure(unit, claimed))).ToList();
        if (figures.TrueForAll(figure => figure.Percent is null))
        {
            return new ClaimedProgress(null, $"{word}尚未反馈进度。");
        }

        if (figures is [var only])
        {
            return new ClaimedProgress(Rounded(only.Percent!.Value), $"{word}{only.Name}反馈的进度。");
        }

        var percent = Rounded(figures.Average(figure => figure.Percent ?? 0));
        return new ClaimedProgress(percent, $"{figures.Count}个{word}的平均：{string.Join('、', figures.Select(InWords))}。");
    }

    private static double? Figure(Unit unit, IReadOnlyDictionary<int, int> claimed)
    {
        var counted = unit.Members.Count == 0 ? [unit.Id] : unit.Members;
        return counted.Any(claimed.ContainsKey) ? counted.Average(id => claimed.GetValueOrDefault(id)) : null;
    }

    private static string InWords((string Name, double? Percent) figure) =>
        figure.Percent is { } percent ? $"{figure.Name}{Rounded(percent)}%" : $"{figure.Name}未反馈（按0%计）";

    private static int Rounded(double percent) => (int)Math.Round(percent, MidpointRounding.AwayFromZero);
}
