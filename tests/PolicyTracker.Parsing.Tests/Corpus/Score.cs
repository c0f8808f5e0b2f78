using System.Text;
using System.Text.Json;

namespace PolicyTracker.Parsing.Tests.Corpus;

/// <summary>Right, missed and invented things, counted; F1 of nothing at all is 1.</summary>
internal sealed class Counts
{
    public int Right { get; set; }

    public int Missed { get; set; }

    public int Invented { get; set; }

    public double Precision => Right + Invented == 0 ? 1 : (double)Right / (Right + Invented);

    public double Recall => Right + Missed == 0 ? 1 : (double)Right / (Right + Missed);

    public double F1 => (2 * Right) + Missed + Invented == 0 ? 1 : 2.0 * Right / ((2 * Right) + Missed + Invented);

    public void Compare<T>(IEnumerable<T> expected, IEnumerable<T> got) where T : notnull
    {
        var left = expected.ToList();
        foreach (var item in got)
        {
            if (left.Remove(item)) Right++;
            else Invented++;
        }
        Missed += left.Count;
    }
}

/// <summary>Compares a reading with its gold: tasks by line and opening words, then who, when and under which heading.</summary>
internal sealed class Score
{
    public Counts Assigned { get; } = new();

    public Counts Unassigned { get; } = new();

    public Counts NameAndRole { get; } = new();

    public Counts Deadlines { get; } = new();

    public Counts Milestones { get; } = new();

    public Counts Paths { get; } = new();

    public Counts Fields { get; } = new();

    public void Add(JsonElement gold, ParsedNotice notice)
    {
        var ignored = gold.GetProperty("ignore").EnumerateArray().Select(r => (r[0].GetInt32(), r[1].GetInt32())).ToList();
        var tasks = notice.Documents.SelectMany(d => d.Tasks).Where(t => !ignored.Exists(r => r.Item1 <= t.Lines.First && t.Lines.First <= r.Item2)).ToList();
        foreach (var expected in gold.GetProperty("tasks").EnumerateArray()) Match(expected, tasks);
        foreach (var rest in tasks) (rest.Departments.Count > 0 ? Assigned : Unassigned).Invented++;
        foreach (var document in gold.GetProperty("documents").EnumerateArray()) Match(document, notice.Documents);
    }

    private void Match(JsonElement gold, List<ParsedTask> tasks)
    {
        var line = gold.GetProperty("line").GetInt32();
        var opening = Bare(gold.GetProperty("starts").GetString())[..6];
        var number = Bare(gold.GetProperty("number").GetString());
        var task = tasks.Where(t => t.Lines.First == line && Bare(t.Text).Contains(opening, StringComparison.Ordinal))
            .OrderByDescending(t => Bare(t.Number) == number).ThenByDescending(t => Bare(t.Title).StartsWith(opening, StringComparison.Ordinal)).FirstOrDefault();
        var counts = gold.GetProperty("assigned").GetBoolean() ? Assigned : Unassigned;
        if (task is null) counts.Missed++;
        else tasks.Remove(task);
        if (task is not null && task.Departments.Count > 0 == gold.GetProperty("assigned").GetBoolean()) counts.Right++;
        else if (task is not null) counts.Missed++;
        NameAndRole.Compare(
            gold.GetProperty("departments").EnumerateArray().Select(d => (Bare(d.GetProperty("name").GetString()), d.GetProperty("role").GetString()!)),
            task?.Departments.Select(d => (Bare(d.Name), d.Role.ToString().ToLowerInvariant())) ?? []);
        Deadlines.Compare(Deadline(gold.GetProperty("deadline")), task?.Deadline is { } d ? [(Day(d.Start), Day(d.End), d.Kind.ToString().ToLowerInvariant())] : []);
        Milestones.Compare(gold.GetProperty("milestones").EnumerateArray().Select(m => m.GetString()!), task?.Milestones.Select(m => Day(m)) ?? []);
        if (task is not null) Paths.Compare([Bare(gold.GetProperty("path").EnumerateArray().Last().GetString())], [Bare(task.Path.LastOrDefault())]);
    }

    private void Match(JsonElement gold, IReadOnlyList<ParsedDocument> documents)
    {
        var title = Bare(gold.GetProperty("title").GetString());
        var found = documents.FirstOrDefault(d => Bare(d.Title) == title);
        Fields.Compare(
            [Bare(gold.GetProperty("docNumber").GetString()), Bare(gold.GetProperty("issuer").GetString()), gold.GetProperty("issuedOn").GetString() ?? "",
                gold.GetProperty("publishedOn").GetString() ?? "", $"{gold.GetProperty("lines")[0]}-{gold.GetProperty("lines")[1]}"],
            found is null ? [] : [Bare(found.DocNumber), Bare(found.Issuer), Day(found.IssuedOn), Day(found.PublishedOn), $"{found.Lines.First}-{found.Lines.Last}"]);
    }

    private static (string, string, string)[] Deadline(JsonElement gold) => gold.ValueKind == JsonValueKind.Null ? []
        : [(gold.GetProperty("start").GetString() ?? "", gold.GetProperty("end").GetString() ?? "", gold.GetProperty("kind").GetString()!)];

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd") ?? "";

    /// <summary>White space, punctuation and widths left aside.</summary>
    private static string Bare(string? text) =>
        string.Concat((text ?? "").Normalize(NormalizationForm.FormKC).Where(char.IsLetterOrDigit));
}
