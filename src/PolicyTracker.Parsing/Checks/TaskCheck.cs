using PolicyTracker.Parsing.Structure;

namespace PolicyTracker.Parsing.Checks;

/// <summary>What is odd about a task: a tag that names nobody, a deadline before the notice, a name that was guessed.</summary>
internal static class TaskCheck
{
    public static IEnumerable<Diagnostic> Run(DocumentReading reading)
    {
        foreach (var tag in reading.Tags)
            if (tag.Content.Responsibilities.Count == 0 && tag.Content.Leaders.Count == 0 && !tag.Content.StatesFirstLeads && tag.Content.Deadlines.Count == 0)
                yield return new("tag-names-nobody", tag.Paragraph.LineNumberAt(tag.Start), "责任标注里没有写明任何单位。");
        foreach (var task in reading.Document.Tasks)
            foreach (var diagnostic in Check(task, reading.Document.IssuedOn)) yield return diagnostic;
    }

    private static IEnumerable<Diagnostic> Check(ParsedTask task, DateOnly? issuedOn)
    {
        if (task.Deadline is { End: { } end } && issuedOn is { } day && end < day)
            yield return new("deadline-before-notice", LineOf(task.Deadline.Origin, task), $"完成时限“{task.Deadline.Raw}”早于成文日期{day:yyyy年M月d日}。");
        foreach (var department in task.Departments)
            if (department.Origin is { Certainty: Certainty.Guess })
                yield return new("guessed-department", LineOf(department.Origin, task), $"“{department.Name}”不像单位名称，是按所在位置推断的，请核对。");
    }

    private static int LineOf(Origin? origin, ParsedTask task) => origin?.Span.FirstLine ?? task.Lines.First;
}
