using System.Xml.Linq;

namespace PolicyTracker.Parsing.Sources;

/// <summary>One sheet's cells, rows and columns 0-based, with its merged ranges.</summary>
internal sealed class XlsxSheet
{
    private const int MostColumns = 60;

    private readonly SortedDictionary<int, SortedDictionary<int, string>> rows = [];
    private readonly Dictionary<(int Row, int Column), (int LastRow, int LastColumn)> merged = [];

    public XlsxSheet(XElement sheet, IReadOnlyList<string> shared, XlsxFormats formats)
    {
        var next = 0;
        foreach (var row in sheet.Child("sheetData").Children("row"))
        {
            var number = DocxStyles.Int(row.Attr("r")) - 1 ?? next;
            next = number + 1;
            var column = 0;
            foreach (var cell in row.Children("c"))
            {
                if (Position(cell.Attr("r")) is { } at) (number, column) = at;
                var text = Text(cell, shared, formats).Trim();
                if (text.Length > 0 && column < MostColumns) Row(number)[column] = text;
                column++;
            }
        }
        foreach (var range in sheet.Child("mergeCells").Children("mergeCell")) AddMerged(range.Attr("ref") ?? "");
    }

    /// <summary>The sheet's lines: a title above the table and notes below it as they stand, the rows between as a table.</summary>
    public IEnumerable<string> Lines()
    {
        var kept = rows.Where(r => r.Value.Count > 0).Select(r => (Number: r.Key, Cells: r.Value)).ToList();
        var first = kept.FindIndex(r => r.Cells.Count > 1);
        if (first < 0) return kept.Select(r => OneLine(r.Cells));
        var last = kept.FindLastIndex(r => r.Cells.Count > 1);
        var hidden = Hidden([.. kept.Select(r => r.Number)]);
        while (last + 1 < kept.Count && hidden.Rows.Contains(kept[last + 1].Number)) last++;
        return kept.Take(first).Select(r => OneLine(r.Cells))
            .Concat(TableLines.Render(Cells(kept[first..(last + 1)], hidden.Places)))
            .Concat(kept.Skip(last + 1).Select(r => OneLine(r.Cells)));
    }

    private List<List<GridCell>> Cells(List<(int Number, SortedDictionary<int, string> Cells)> table, HashSet<(int, int)> hidden)
    {
        var numbers = table.Select(r => r.Number).ToList();
        var (from, to) = (table.Min(r => r.Cells.Keys.First()), table.Max(r => r.Cells.Keys.Last()));
        foreach (var ((row, column), (_, lastColumn)) in merged)
            if (numbers.BinarySearch(row) >= 0 && rows[row].ContainsKey(column)) to = Math.Max(to, lastColumn);
        return [.. table.Select(r => Row(r.Number, r.Cells, from, to, numbers, hidden))];
    }

    private List<GridCell> Row(int number, SortedDictionary<int, string> cells, int from, int to, List<int> numbers, HashSet<(int, int)> hidden)
    {
        var row = new List<GridCell>();
        for (var column = from; column <= to; column++)
        {
            if (hidden.Contains((number, column))) continue;
            var text = cells.GetValueOrDefault(column, "");
            if (!merged.TryGetValue((number, column), out var last)) { row.Add(new GridCell([text])); continue; }
            var end = numbers.BinarySearch(last.LastRow + 1);
            row.Add(new GridCell([text], Math.Min(last.LastColumn, to) - column + 1, (end < 0 ? ~end : end) - numbers.BinarySearch(number)));
        }
        return row;
    }

    /// <summary>The places that a merged cell covers besides its own, and the rows that one from above reaches into.</summary>
    private (HashSet<(int Row, int Column)> Places, HashSet<int> Rows) Hidden(List<int> numbers)
    {
        var (places, reached) = (new HashSet<(int, int)>(), new HashSet<int>());
        var work = 0;
        foreach (var ((row, column), (lastRow, lastColumn)) in merged)
        {
            for (var i = numbers.BinarySearch(row); i >= 0 && i < numbers.Count && numbers[i] <= lastRow; i++)
            {
                if (numbers[i] > row) reached.Add(numbers[i]);
                for (var c = column; c <= lastColumn; c++)
                    if ((numbers[i], c) != (row, column)) places.Add((numbers[i], c));
                if ((work += lastColumn - column + 1) > SourceLimits.MostCharacters) throw new RefusedException(Refusals.TooMuchText);
            }
        }
        return (places, reached);
    }

    private void AddMerged(string range)
    {
        var colon = range.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0 || Position(range[..colon]) is not { } first || Position(range[(colon + 1)..]) is not { } last) return;
        if (merged.Count < 20000 && first.Column < MostColumns) merged.TryAdd(first, (last.Row, Math.Min(last.Column, MostColumns - 1)));
    }

    private static string OneLine(SortedDictionary<int, string> cells) => string.Join(' ', cells.Values);

    private SortedDictionary<int, string> Row(int number)
    {
        if (!rows.TryGetValue(number, out var row)) rows[number] = row = [];
        return row;
    }

    private static string Text(XElement cell, IReadOnlyList<string> shared, XlsxFormats formats)
    {
        var value = cell.Child("v")?.Value ?? "";
        return cell.Attr("t") switch
        {
            "s" => DocxStyles.Int(value) is { } i && i >= 0 && i < shared.Count ? shared[i] : "",
            "inlineStr" => RichText(cell.Child("is")),
            "str" => OneParagraph(value),
            "b" => value == "1" ? "是" : "否",
            "e" => "",
            _ => formats.Print(value, DocxStyles.Int(cell.Attr("s")) ?? 0),
        };
    }

    /// <summary>The runs of a string; its phonetic guide (rPh) is left out.</summary>
    public static string RichText(XElement? item) => OneParagraph(RawText(item));

    /// <summary>The same with its line breaks.</summary>
    public static string RawText(XElement? item) =>
        string.Concat(item?.Elements().Where(e => e.Is("t") || e.Is("r")).Select(e => e.Is("t") ? e.Value : e.Child("t")?.Value ?? "") ?? []);

    private static string OneParagraph(string text) => text.Replace("_x000D_", "", StringComparison.Ordinal).ReplaceLineEndings(" ").Replace('\t', ' ');

    /// <summary>A1 as row 0, column 0; null when it is no address.</summary>
    public static (int Row, int Column)? Position(string? address)
    {
        int column = 0, i = 0;
        if (address is null || address.Length > 12) return null;
        for (; i < address.Length && char.IsAsciiLetter(address[i]) && column < 20000; i++) column = column * 26 + (address[i] | 0x20) - 'a' + 1;
        return column > 0 && DocxStyles.Int(address[i..]) is { } row && row > 0 ? (row - 1, column - 1) : null;
    }
}
