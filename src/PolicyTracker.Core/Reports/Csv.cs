using System.Text;

namespace PolicyTracker.Core.Reports;

/// <summary>Comma-separated values as spreadsheets take them: UTF-8 with a BOM, and nothing that a sheet would run as a formula.</summary>
public static class Csv
{
    public const string ContentType = "text/csv; charset=utf-8";

    public static readonly Encoding Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: true);

    public static string Line(params IEnumerable<string?> cells) => string.Join(',', cells.Select(Cell)) + "\r\n";

    // An apostrophe in front makes it text.
    private static string Cell(string? value)
    {
        var text = value is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠', ..] ? "'" + value : value ?? "";
        return text.AsSpan().IndexOfAny("\",\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
