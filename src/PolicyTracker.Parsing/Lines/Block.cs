namespace PolicyTracker.Parsing.Lines;

/// <summary>A paragraph or a table: what the outline is built from.</summary>
internal abstract class Block
{
    public abstract int FirstLine { get; }

    public abstract int LastLine { get; }
}

/// <summary>
/// A paragraph as its author wrote it: lines that a page break or a fixed width cut are one again.
/// Positions are those of <see cref="Clean"/>, the folded text without white space.
/// </summary>
internal sealed class Paragraph : Block
{
    private static readonly int[] StartOfOne = [0];

    private readonly Line[] lines;
    private readonly int[] starts;
    private bool? opensWithLabel;

    public Paragraph(Line line)
    {
        (lines, starts, Clean) = ([line], StartOfOne, line.Clean);
        Number = Numbering.Read(Clean);
    }

    public Paragraph(IReadOnlyList<Line> lines)
    {
        this.lines = [.. lines];
        starts = new int[this.lines.Length];
        var length = 0;
        for (var i = 0; i < this.lines.Length; i++)
        {
            starts[i] = length;
            length += this.lines[i].Clean.Length;
        }
        Clean = string.Concat(this.lines.Select(l => l.Clean));
        Number = Numbering.Read(Clean);
    }

    public string Clean { get; }

    public Numbering? Number { get; private set; }

    /// <summary>Whether it opens with the label of a tag (责任单位:…).</summary>
    public bool OpensWithLabel => opensWithLabel ??= lines.Length == 1 ? lines[0].OpensWithLabel : Tasks.TagLabels.StartsWithLabel(Clean);

    /// <summary>Says of a paragraph without a number that it heads the items below it.</summary>
    public void MakeHeading(NumberStyle style = NumberStyle.Named) => Number = new Numbering(style, 0, 0);

    /// <summary>Whether Markdown marks its first line as a heading.</summary>
    public bool IsMarked => lines[0].Mark > 0;

    /// <summary>Whether it is a cell that may list its names one per line, so that a line break parts them as a blank does.</summary>
    public bool IsListOfLines { get; init; }

    public override int FirstLine => lines[0].Number;

    public override int LastLine => lines[^1].Number;

    public IReadOnlyList<Line> Lines => lines;

    /// <summary>The stretch between two positions of <see cref="Clean"/>, the end exclusive, as a paragraph of its own.</summary>
    public Paragraph Cut(int start, int end)
    {
        var (first, last) = (LineAt(start), LineAt(end - 1));
        var cut = new List<Line>();
        for (var i = first; i <= last; i++)
            if (lines[i].Clean.Length > 0) cut.Add(lines[i].Cut(Math.Max(start - starts[i], 0), Math.Min(end - starts[i], lines[i].Clean.Length)));
        return new Paragraph(cut);
    }

    /// <summary>1-based line and column of a character of <see cref="Clean"/>.</summary>
    public (int Line, int Column) Locate(int index)
    {
        var i = LineAt(index);
        return (lines[i].Number, lines[i].Column(index - starts[i]) + 1);
    }

    public int LineNumberAt(int index) => lines[LineAt(index)].Number;

    /// <summary>The span of printed lines and columns between two positions of <see cref="Clean"/>, the end exclusive.</summary>
    public TextSpan Span(int start, int end)
    {
        var (firstLine, firstColumn) = Locate(Math.Clamp(start, 0, Clean.Length - 1));
        var (lastLine, lastColumn) = Locate(Math.Clamp(end - 1, 0, Clean.Length - 1));
        return new TextSpan(firstLine, firstColumn, lastLine, lastColumn);
    }

    /// <summary>The printed words between two positions, blanks kept, line breaks removed.</summary>
    public string Print(int start, int end)
    {
        if (start >= end) return "";
        var (first, last) = (LineAt(start), LineAt(end - 1));
        if (first == last && lines[first].Print(start - starts[first], end - starts[first]) is var words && words.IndexOfAny('*', '\t') < 0) return words.ToString();
        var printed = new System.Text.StringBuilder(end - start + 8);
        for (var i = first; i <= last; i++)
        {
            var from = Math.Max(start - starts[i], 0);
            var to = Math.Min(end - starts[i], lines[i].Clean.Length);
            printed.Append(lines[i].Print(from, to));
        }
        return printed.Replace("**", "").Replace('\t', ' ').ToString();
    }

    /// <summary>As <see cref="Print"/>, without white space: for names, numbers and titles.</summary>
    public string PrintTight(int start, int end) => Glyphs.Squeeze(Print(start, end));

    /// <summary>Whether white space or a line break is printed in front of a character.</summary>
    public bool HasBlankBefore(int index)
    {
        if (index <= 0) return false;
        var (line, at) = (LineAt(index), LineAt(index - 1));
        return line != at ? IsListOfLines && Clean[index] != '(' : lines[line].Column(index - starts[line]) - lines[line].Column(index - 1 - starts[line]) > 1;
    }

    private int LineAt(int index)
    {
        var i = Array.BinarySearch(starts, index);
        if (i < 0) return Math.Max(~i - 1, 0);
        while (i + 1 < starts.Length && starts[i + 1] == index) i++;
        return i;
    }
}

/// <summary>Rows of cells, each row on the lines that it was read from.</summary>
internal sealed class Table(IReadOnlyList<TableRow> rows) : Block
{
    /// <summary>Whether a title between rows stood in a column of its own: there a merged cell beside it goes on.</summary>
    public bool TitlesAreCells { get; init; }

    public IReadOnlyList<TableRow> Rows { get; } = rows;

    public override int FirstLine => Rows[0].FirstLine;

    public override int LastLine => Rows[^1].LastLine;
}

/// <summary>Cells from left to right; an empty cell has an empty text.</summary>
internal sealed class TableRow
{
    public TableRow(IReadOnlyList<Paragraph> cells)
    {
        (Cells, FirstLine) = (cells, int.MaxValue);
        for (var i = 0; i < cells.Count; i++)
        {
            (FirstLine, LastLine) = (Math.Min(FirstLine, cells[i].FirstLine), Math.Max(LastLine, cells[i].LastLine));
            if (cells[i].Clean.Length > 0) Filled++;
        }
    }

    public IReadOnlyList<Paragraph> Cells { get; }

    public int FirstLine { get; }

    public int LastLine { get; }

    /// <summary>How many cells have a text.</summary>
    public int Filled { get; }

    /// <summary>Whether all cells from one on are empty.</summary>
    public bool IsEmptyFrom(int cell)
    {
        for (var i = cell; i < Cells.Count; i++)
            if (Cells[i].Clean.Length > 0) return false;
        return true;
    }
}
