namespace PolicyTracker.Parsing;

/// <summary>The text form of <c>pt parse FILE --format text</c>: what a person checks a reading with, in a terminal.</summary>
public static class NoticeText
{
    /// <summary>Writes documents with their fields, outline and tasks, then what should be looked at.</summary>
    public static void Write(TextWriter writer, ParsedNotice notice)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(notice);
        foreach (var document in notice.Documents) Write(writer, document);
        writer.WriteLine(notice.Diagnostics.Count == 0 ? "没有需要核对的问题。" : $"需要核对 {notice.Diagnostics.Count} 处：");
        foreach (var d in notice.Diagnostics) writer.WriteLine($"  第{d.Line}行 [{d.Code}] {d.Message}");
    }

    private static void Write(TextWriter writer, ParsedDocument document)
    {
        var assigned = document.Tasks.Count(t => t.Departments.Count > 0);
        writer.WriteLine($"■ {(document.Title.Length > 0 ? document.Title : "无标题")}");
        writer.WriteLine($"  字号 {document.DocNumber ?? "无"}　机关 {document.Issuer ?? "未署名"}　成文 {Day(document.IssuedOn)}　发布 {Day(document.PublishedOn)}　第{document.Lines.First}–{document.Lines.Last}行");
        if (document.Addressees is not null) writer.WriteLine($"  主送 {document.Addressees}");
        foreach (var reference in document.References) writer.WriteLine($"  依据 《{reference.Title}》{reference.DocNumber}");
        foreach (var duty in document.ReportingDuties) writer.WriteLine($"  报送 第{duty.Lines.First}行 {duty.Text}");
        writer.WriteLine($"  任务 {document.Tasks.Count} 项，其中 {assigned} 项写明了单位");
        IReadOnlyList<string> path = [];
        foreach (var task in document.Tasks)
        {
            WritePath(writer, path, task.Path);
            path = task.Path;
            Write(writer, task);
        }
        writer.WriteLine();
    }

    /// <summary>Only the titles that differ from those of the task before.</summary>
    private static void WritePath(TextWriter writer, IReadOnlyList<string> before, IReadOnlyList<string> path)
    {
        var same = 0;
        while (same < before.Count && same < path.Count && before[same] == path[same]) same++;
        for (var i = same; i < path.Count; i++) writer.WriteLine($"  {new string(' ', i * 2)}{path[i]}");
    }

    private static void Write(TextWriter writer, ParsedTask task)
    {
        var indent = new string(' ', (task.Path.Count * 2) + 2);
        writer.WriteLine($"{indent}· 第{Lines(task.Lines)}行 {task.Number}{task.Title}");
        var who = string.Join(" ", task.Departments.Select(d => $"{RoleWord(d.Role)}{d.Name}{(d.Kind == DepartmentKind.Group ? "(群)" : "")}{(d.Note is null ? "" : $"〔{d.Note}〕")}{Mark(d.Origin)}"));
        writer.WriteLine($"{indent}  {(who.Length == 0 ? "未写明单位" : who)}");
        if (task.Leaders.Count > 0) writer.WriteLine($"{indent}  责任领导 {string.Join("、", task.Leaders)}");
        if (task.Deadline is { } deadline) writer.WriteLine($"{indent}  时限 {deadline.Raw} → {Meaning(deadline)}{Mark(deadline.Origin)}");
        if (task.Milestones.Count > 0) writer.WriteLine($"{indent}  目标日期 {string.Join("、", task.Milestones.Select(m => Day(m)))}");
        foreach (var target in task.Targets)
            writer.WriteLine($"{indent}  指标 {target.Subject} {target.Verb}{target.Number}{target.Unit}{(target.By is null ? "" : "，" + Day(target.By) + "前")}");
    }

    private static string Meaning(ParsedDeadline deadline) => deadline.Kind switch
    {
        DeadlineKind.By => Day(deadline.End) + "前",
        DeadlineKind.Range => $"{Day(deadline.Start)}至{Day(deadline.End)}",
        DeadlineKind.Ongoing => "长期",
        DeadlineKind.Recurring => "周期性",
        DeadlineKind.Open => "无确定日期",
    };

    private static string RoleWord(Role role) => role switch { Role.Lead => "牵头:", Role.Responsible => "责任:", Role.Support => "配合:" };

    private static string Mark(Origin? origin) => origin is { Certainty: Certainty.Guess } ? "(推断)" : "";

    private static string Lines(LineRange lines) => lines.First == lines.Last ? $"{lines.First}" : $"{lines.First}–{lines.Last}";

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) ?? "无";
}
