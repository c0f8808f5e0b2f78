using PolicyTracker.Parsing.Tasks;

namespace PolicyTracker.Parsing.Lines;

/// <summary>A line that holds a cell or a piece of one, with what is asked of it again and again.</summary>
/// <param name="goesOn">Whether it stands directly below another line of a table that keeps its cells apart by blank lines.</param>
internal sealed class StackedCell(Line line, bool goesOn)
{
    private bool? isList;
    private bool? isDate;

    public Line Line => line;

    public string Text => line.Clean;

    public bool GoesOn => goesOn;

    /// <summary>Whether it names organs and nothing else.</summary>
    public bool IsList => isList ??= OrganName.LooksLikeList(Text);

    public bool IsDate => isDate ??= DeadlineReader.LooksLikeDeadline(Text);

    /// <summary>Whether it says neither who nor when.</summary>
    public bool IsWork => IsNothing || (!IsList && !(Text.Length < 12 && IsDate));

    /// <summary>A bar that stands for an empty cell, or a word that does.</summary>
    public bool IsNothing => Text is "" or "-" or "--" or "/" or "无";

    public bool IsNumber => CellLines.RowNumber(Text) is not null;
}
