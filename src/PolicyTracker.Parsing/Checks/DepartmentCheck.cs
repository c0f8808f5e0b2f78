using PolicyTracker.Parsing.Structure;

namespace PolicyTracker.Parsing.Checks;

/// <summary>A department that occurs once and differs by one character from one that occurs often is probably a slip.</summary>
internal static class DepartmentCheck
{
    private const int MostNames = 2000;

    public static IEnumerable<Diagnostic> Run(DocumentReading reading)
    {
        var counts = new Dictionary<string, int>();
        var first = new Dictionary<string, (ParsedDepartment Department, ParsedTask Task)>();
        foreach (var task in reading.Document.Tasks)
        {
            foreach (var department in task.Departments)
            {
                counts[department.Name] = counts.GetValueOrDefault(department.Name) + 1;
                first.TryAdd(department.Name, (department, task));
            }
        }
        if (counts.Count > MostNames) yield break;
        var often = counts.Where(c => c.Value > 1).Select(c => c.Key).ToList();
        foreach (var (name, count) in counts)
        {
            if (count > 1 || name.Length < 4 || often.Find(o => DiffersByOne(name, o)) is not { } other) continue;
            if (name.Length == other.Length && Tasks.ElidedPrefix.PrefixLength(name) is { } prefix && FirstDifference(name, other) >= prefix) continue;
            var (department, task) = first[name];
            yield return new("odd-department", department.Origin?.Span.FirstLine ?? task.Lines.First, $"“{name}”只出现一次，与多次出现的“{other}”只差一个字，可能是笔误。");
        }
    }

    private static int FirstDifference(string a, string b)
    {
        var at = 0;
        while (at < a.Length && a[at] == b[at]) at++;
        return at;
    }

    /// <summary>One character replaced, left out or added.</summary>
    internal static bool DiffersByOne(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > 1 || a == b) return false;
        int start = 0, end = 0;
        var shorter = Math.Min(a.Length, b.Length);
        while (start < shorter && a[start] == b[start]) start++;
        while (end < shorter - start && a[^(end + 1)] == b[^(end + 1)]) end++;
        return Math.Max(a.Length, b.Length) - start - end <= 1 && start > 0;
    }
}
