using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace PolicyTracker.Parsing.Sources;

/// <summary>Tables in HTML within a text: converters write merged cells so, because Markdown has none, and breaks inside the cells of its own tables.</summary>
internal static partial class EmbeddedTables
{
    private const string Opening = "<table";
    private const string Closing = "</table>";

    /// <summary>
    /// Rows with their cells parted by tabs in place of the tags. A row stays on the line that opened it; only where a line holds
    /// several rows do the lines behind it move.
    /// </summary>
    public static IReadOnlyList<string> LaidOut(IReadOnlyList<string> lines)
    {
        if (!lines.Any(line => line.Contains('<') && (Opens(line) || Break().IsMatch(line)))) return lines;
        var laid = new List<string>();
        for (var i = 0; i < lines.Count; i++)
        {
            var end = Opens(lines[i]) ? EndOf(lines, i) : -1;
            if (end < 0 || Rows(lines, i, end) is not { } rows) { laid.Add(Break().Replace(lines[i], " ")); continue; }
            laid.AddRange(Placed(lines, i, end, rows));
            i = end;
        }
        return laid;
    }

    [GeneratedRegex("<br */?>", RegexOptions.IgnoreCase)]
    private static partial Regex Break();

    private static bool Opens(string line) => line.AsSpan().TrimStart().StartsWith(Opening, StringComparison.OrdinalIgnoreCase);

    /// <summary>The line that closes the table; -1 where none does before another is opened.</summary>
    private static int EndOf(IReadOnlyList<string> lines, int from)
    {
        for (var i = from; i < lines.Count && (i == from || !Opens(lines[i])); i++)
            if (lines[i].AsSpan().TrimEnd().EndsWith(Closing, StringComparison.OrdinalIgnoreCase)) return i;
        return -1;
    }

    private static List<string>? Rows(IReadOnlyList<string> lines, int from, int end)
    {
        var html = string.Join('\n', lines.Skip(from).Take(end - from + 1));
        return new HtmlParser(new HtmlParserOptions { IsScripting = false }).ParseDocument(html).QuerySelector("table") is { } table ? HtmlTable.Read(table) : null;
    }

    private static IEnumerable<string> Placed(IReadOnlyList<string> lines, int from, int end, List<string> rows)
    {
        var opening = Enumerable.Range(from, end - from + 1).Where(i => lines[i].Contains("<tr", StringComparison.OrdinalIgnoreCase)).ToList();
        if (opening.Count != rows.Count) return rows.Concat(Enumerable.Repeat("", Math.Max(0, end - from + 1 - rows.Count)));
        var placed = Enumerable.Repeat("", end - from + 1).ToArray();
        for (var i = 0; i < rows.Count; i++) placed[opening[i] - from] = rows[i];
        return placed;
    }
}
