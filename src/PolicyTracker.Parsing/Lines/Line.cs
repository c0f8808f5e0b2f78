namespace PolicyTracker.Parsing.Lines;

/// <summary>What a line of the file is, seen alone.</summary>
internal enum LineKind
{
    /// <summary>White space only.</summary>
    Blank,

    /// <summary>Page numbers, bread crumbs, rules: nothing that the notice says.</summary>
    Furniture,

    /// <summary>An entry of a table of contents (… 12).</summary>
    Contents,

    /// <summary>A row of a table, or one cell of it.</summary>
    Row,

    /// <summary>Everything else.</summary>
    Text,
}

/// <summary>
/// A stretch of one printed line. <see cref="Clean"/> is what rules compare; every one of its characters
/// knows the column that it was printed in.
/// </summary>
internal sealed class Line
{
    /// <summary>Marks in front of items, which are read with their words.</summary>
    public const string ItemMarks = "★☆◆◇■□●○▲△▍▌▶►➤✦❖";

    /// <summary>What parts the cells of a row: bars of keyboards, of boxes and of articles.</summary>
    public const string Bars = "|｜│┃║¦丨";

    private const int MostOnStack = 256;

    private readonly string printed;
    private readonly int from;
    private bool? opensWithLabel;

    // Null while every character from the first on was kept: the usual line.
    private readonly int[]? columns;

    /// <param name="number">1-based line in the file.</param>
    /// <param name="printed">The whole line as it stands in the file.</param>
    /// <param name="from">First column taken, 0-based.</param>
    /// <param name="to">Column after the last one taken, 0-based.</param>
    /// <param name="mark">Markdown heading marks in front of it; 0 for none.</param>
    public Line(int number, string printed, int from, int to, LineKind kind = LineKind.Text, int mark = 0)
        : this(number, printed, from, to, printed) => (Kind, Mark) = (kind, mark);

    /// <param name="read">The line as it is to be read, as long as it was printed: with a colon for the bar behind a label.</param>
    public Line(int number, string printed, int from, int to, string read)
    {
        (Number, this.printed, this.from, Kind) = (number, printed, from, LineKind.Text);
        var room = to - from;
        var clean = room <= MostOnStack ? stackalloc char[room] : new char[room];
        var length = 0;
        for (var i = from; i < to; i++)
        {
            if (Glyphs.TryFold(read[i], out var folded))
            {
                if (columns is not null) columns[length] = i;
                clean[length++] = folded;
            }
            else
            {
                columns ??= ColumnsUntil(i, room);
            }
        }
        clean = clean[..length];
        MendFullStops(clean);
        Clean = clean.SequenceEqual(read) ? read : clean.ToString();
    }

    /// <summary>The same line, read as though a mark stood in it, which none is printed for (1. for 1 in front of the words of an item).</summary>
    public Line WithMark(int at, char mark) => new(this, at, mark);

    private Line(Line unmarked, int at, char mark)
    {
        (Number, printed, from, Kind, Clean) = (unmarked.Number, unmarked.printed, unmarked.from, LineKind.Text, unmarked.Clean.Insert(at, mark.ToString()));
        columns = new int[Clean.Length];
        for (var i = 0; i < columns.Length; i++) columns[i] = unmarked.Column(i < at ? i : i - 1);
        columns[at] = columns[at - 1];
    }

    private int[] ColumnsUntil(int to, int room)
    {
        var kept = new int[room];
        for (var i = from; i < to; i++) kept[i - from] = i;
        return kept;
    }

    /// <summary>Typists end sentences with the Western full stop (落实政策.); behind a number at the start (一.) it stays.</summary>
    private static void MendFullStops(Span<char> clean)
    {
        for (var i = 4; i < clean.Length; i++)
            if (clean[i] == '.' && IsHan(clean[i - 1]) && (i + 1 == clean.Length || IsHan(clean[i + 1]) || clean[i + 1] is '(' or '〔' or '[' or '【')) clean[i] = '。';
    }

    private static bool IsHan(char c) => c is >= '\u4E00' and <= '\u9FFF';

    public int Number { get; }

    public LineKind Kind { get; init; }

    /// <summary>Whether it opens with a mark of an item and a blank (● …), which are left out of its words.</summary>
    public bool IsBulleted { get; set; }

    /// <summary>Whether bars around it say that it is the first cell of a row.</summary>
    public bool OpensRow { get; set; }

    public int Mark { get; }

    /// <summary>Whether it opens with the label of a tag (责任单位:…): asked by all that join lines and read them.</summary>
    public bool OpensWithLabel => opensWithLabel ??= Tasks.TagLabels.StartsWithLabel(Clean);

    public string Clean { get; }

    /// <summary>The cells of a row; empty for any other line.</summary>
    public IReadOnlyList<Line> Cells { get; init; } = [];

    /// <summary>0-based column of a character of <see cref="Clean"/>.</summary>
    public int Column(int cleanIndex) => columns is null ? from + cleanIndex : columns[cleanIndex];

    /// <summary>What is printed in front of its first character.</summary>
    public ReadOnlySpan<char> Indent => printed.AsSpan(0, Column(0));

    /// <summary>The stretch between two positions of <see cref="Clean"/> as a line of its own, for a cell.</summary>
    public Line Cut(int start, int end) => new(Number, printed, Column(start), Column(end - 1) + 1);

    /// <summary>The printed words between two positions of <see cref="Clean"/>, blanks inside them kept.</summary>
    public ReadOnlySpan<char> Print(int start, int end) =>
        start >= end ? default : printed.AsSpan(Column(start), Column(end - 1) + 1 - Column(start));
}
