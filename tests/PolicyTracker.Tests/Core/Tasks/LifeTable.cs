using PolicyTracker.Core.Tasks;

namespace PolicyTracker.Tests.Core.Tasks;

/// <summary>The table of docs/life-of-a-task.md as the code has it.</summary>
internal static class LifeTable
{
    public static IEnumerable<string> Lines()
    {
        var states = Enum.GetValues<TaskState>();
        yield return $"| 动作 act | 由谁 who | {string.Join(" | ", states.Select(state => $"{state.Word()} {state}"))} | 说明 |";
        yield return $"|{string.Concat(Enumerable.Repeat(" --- |", states.Length + 3))}";
        foreach (var rule in LifeOfATask.Rules)
        {
            yield return $"| {rule.Act.Word()} {rule.Act} | {rule.Who.Word()} | {string.Join(" | ", states.Select(state => Cell(rule, state)))} | {rule.Note} |";
        }
    }

    private static string Cell(ActRule rule, TaskState state) =>
        !rule.From.Contains(state) ? "–" : rule.To is { } to && to != state ? $"→ {to.Word()}" : "可";
}
