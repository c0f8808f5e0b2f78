using PolicyTracker.Parsing;

namespace PolicyTracker.Core.Import.Desk;

/// <summary>A reading of the parser as the first state of a draft, with everything in it that a person should look at.</summary>
public static class DraftReading
{
    /// <summary>Classes of doubts about what is not printed.</summary>
    public const string NoTitle = "missing-title";
    public const string NoIssuer = "missing-issuer";
    public const string NoDate = "missing-issuedOn";

    /// <summary>Nobody signed, and the title names an organ.</summary>
    public const string IssuerOfTitle = "title-organ";

    private const int MostOpeningWords = 60;

    public static DraftNotice Of(ParsedNotice notice)
    {
        var key = 0;
        var doubts = new List<Doubt>();
        var documents = notice.Documents.Select(read => Document(read, notice.Source, ref key, doubts)).ToList();
        doubts.AddRange(notice.Diagnostics.Select((diagnostic, i) => OfDiagnostic(diagnostic, i, documents)));
        return new DraftNotice(documents, key + 1) { Doubts = doubts };
    }

    private static DraftDocument Document(ParsedDocument read, SourceText source, ref int key, List<Doubt> doubts)
    {
        var document = new DraftDocument(++key, read.Title.Length > 0 ? read.Title : OpeningWords(read, source), read.Lines.First, read.Lines.Last)
        {
            DocNumber = read.DocNumber,
            Issuer = read.Issuer ?? read.TitleOrgan,
            Addressees = read.Addressees,
            IndexNumber = read.IndexNumber,
            IssuedOn = read.IssuedOn,
            PublishedOn = read.PublishedOn,
        };
        doubts.AddRange(FieldDoubts(read, document.Key));
        var tasks = new List<DraftTask>();
        foreach (var task in read.Tasks)
        {
            tasks.Add(Task(task, ref key));
            doubts.AddRange(TaskDoubts(task, tasks[^1], document.Key));
        }

        return document with { Tasks = tasks };
    }

    /// <summary>A copy without a title is called by its first words until somebody gives it one.</summary>
    private static string OpeningWords(ParsedDocument read, SourceText source)
    {
        var words = source.Lines[read.Lines.First - 1].Trim();
        return words.Length switch { 0 => "无标题文件", <= MostOpeningWords => words, _ => words[..MostOpeningWords] };
    }

    private static DraftTask Task(ParsedTask read, ref int key)
    {
        var task = new DraftTask(++key, read.Title, read.Text, read.Lines.First, read.Lines.Last)
        {
            Number = read.Number,
            Path = [.. read.Path],
            Leaders = [.. read.Leaders],
            Deadline = Deadline(read.Deadline),
            Milestones = [.. read.Milestones],
        };
        var units = new List<DraftUnit>();
        foreach (var unit in read.Departments)
        {
            units.Add(new DraftUnit(++key, unit.Name, unit.Role, unit.Kind, unit.Note));
        }

        return task with { Units = units };
    }

    internal static DraftDeadline? Deadline(ParsedDeadline? read) => read is null ? null : new DraftDeadline(read.Raw, read.Kind, read.Start, read.End);

    private static IEnumerable<Doubt> FieldDoubts(ParsedDocument read, int document)
    {
        if (read.Title.Length == 0)
        {
            yield return new($"d{document}/title", DoubtKind.Field, document, read.Lines.First, "没有读到标题，暂以首行代替。") { Class = NoTitle };
        }

        foreach (var (field, value, word, missing) in new[] { ("issuer", read.Issuer, "发文机关", NoIssuer), ("issuedOn", read.IssuedOn?.ToString("yyyy-MM-dd", null), "成文日期", NoDate) })
        {
            if (field == "issuer" && value is null && read.TitleOrgan is { } named)
            {
                yield return new($"d{document}/{field}", DoubtKind.Field, document, read.Lines.First, $"文末没有署名，发文机关“{named}”取自标题。") { Class = IssuerOfTitle };
            }
            else if (value is null)
            {
                yield return new($"d{document}/{field}", DoubtKind.Field, document, read.Lines.First, $"没有读到{word}。") { Class = missing };
            }
            else if (read.Origins.TryGetValue(field, out var origin) && origin.Certainty != Certainty.Certain)
            {
                yield return new($"d{document}/{field}", DoubtKind.Field, document, origin.Span.FirstLine, $"{word}“{value}”是推断的。") { Class = origin.Rule };
            }
        }
    }

    private static IEnumerable<Doubt> TaskDoubts(ParsedTask read, DraftTask task, int document)
    {
        if (read.Origin is { Certainty: not Certainty.Certain } origin)
        {
            yield return Of("task", origin, "没有责任标注，按行文看像一项任务。");
        }

        foreach (var (unit, drafted) in read.Departments.Zip(task.Units))
        {
            if (unit.Origin is { Certainty: not Certainty.Certain } guessed)
            {
                yield return Of($"unit{drafted.Key}", guessed, $"“{unit.Name}”的名称或角色是推断的。");
            }
        }

        if (read.Deadline is { Origin: { Certainty: not Certainty.Certain } unsure } deadline)
        {
            yield return Of("deadline", unsure, $"时限“{deadline.Raw}”有别的可能的理解。");
        }

        Doubt Of(string part, Origin origin, string message) =>
            new($"t{task.Key}/{part}", DoubtKind.Field, document, origin.Span.FirstLine, message) { Task = task.Key, Class = $"{part.TrimEnd("0123456789".ToCharArray())}-{origin.Rule}" };
    }

    private static Doubt OfDiagnostic(Diagnostic diagnostic, int index, List<DraftDocument> documents)
    {
        var document = documents.Find(d => d.FirstLine <= diagnostic.Line && diagnostic.Line <= d.LastLine) ?? documents.FirstOrDefault();
        return new($"x{index}", DoubtKind.Text, document?.Key ?? 0, diagnostic.Line, diagnostic.Message)
        {
            Task = document?.Tasks.FirstOrDefault(task => task.FirstLine <= diagnostic.Line && diagnostic.Line <= task.LastLine)?.Key,
            Class = diagnostic.Code,
        };
    }
}
