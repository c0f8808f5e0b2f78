using System.Text;

namespace PolicyTracker.Parsing.Tests;

/// <summary>Reads made-up notices and writes what was read in one short line per task, so that a test can state it.</summary>
internal static class Reading
{
    /// <summary>Reads a notice from its text.</summary>
    public static ParsedNotice Notice(string text) =>
        NoticeParser.Parse(new SourceText("made-up.txt", text.ReplaceLineEndings("\n").Split('\n')));

    /// <summary>A plan with a tagged item: head and heading are put around what the test is about.</summary>
    public static ParsedNotice Plan(string items) => Notice(
        "临江市人民政府办公室关于印发《临江市示范工作实施方案》的通知\n临政办发〔2019〕12号\n各县（区）人民政府，市级各部门：\n现将《临江市示范工作实施方案》印发给你们，请认真组织实施。\n"
        + "临江市人民政府办公室\n2019年3月5日\n临江市示范工作实施方案\n一、重点任务\n" + items);

    /// <summary>The tasks of all documents, one line each: number title | departments | deadline | milestones.</summary>
    public static string[] Tasks(ParsedNotice notice) => [.. notice.Documents.SelectMany(d => d.Tasks).Select(Line)];

    /// <summary>The departments of the only tagged item of a plan: name/L name/R name/S, with g for a class and the note in brackets.</summary>
    public static string Departments(string tag)
    {
        var tasks = Plan("（一）推进示范建设。完善工作机制，形成工作合力。" + tag).Documents[0].Tasks;
        return tasks.Count == 1 ? Departments(tasks[0]) : $"{tasks.Count} tasks";
    }

    public static string Departments(ParsedTask task) => string.Join(' ', task.Departments.Select(d =>
        $"{d.Name}/{d.Role.ToString()[0]}{(d.Kind == DepartmentKind.Group ? "g" : "")}{(d.Note is null ? "" : "[" + d.Note + "]")}"));

    public static string Deadline(ParsedDeadline? deadline) => deadline is null ? "none"
        : $"{deadline.Kind} {deadline.Start?.ToString("yyyy-MM-dd")}..{deadline.End?.ToString("yyyy-MM-dd")}";

    private static string Line(ParsedTask task)
    {
        var line = new StringBuilder().Append(task.Number).Append(' ').Append(task.Title).Append(" | ").Append(Departments(task));
        if (task.Deadline is not null) line.Append(" | ").Append(Deadline(task.Deadline));
        if (task.Milestones.Count > 0) line.Append(" | →").AppendJoin(' ', task.Milestones.Select(m => m.ToString("yyyy-MM-dd")));
        if (task.Leaders.Count > 0) line.Append(" | @").AppendJoin(' ', task.Leaders);
        return line.ToString().Trim();
    }
}
