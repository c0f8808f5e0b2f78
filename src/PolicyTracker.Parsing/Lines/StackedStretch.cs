using System.Text.RegularExpressions;
using PolicyTracker.Parsing.Tasks;

namespace PolicyTracker.Parsing.Lines;

/// <summary>
/// The cells between one row's number and the next, laid into rows: one row, or also rows that go on without a number of their own
/// (a second measure with its date, for the same organ), or also the title of the rows below.
/// </summary>
internal sealed partial class StackedStretch(IReadOnlyList<StackedCell> cells, StackedHeading heading)
{
    private const int GoesOn = 2;
    private const int Titled = 3;
    private const int TitledBySentence = 4;
    private const int LongestTitle = 24;
    private const int LongestSentence = 60;

    /// <summary>The rows, and the last cell that they hold.</summary>
    /// <param name="whole">Whether the next row follows, so that every cell must have its place; else the row ends where it strains least.</param>
    public (List<TableRow> Rows, Line Last) Arrange(bool whole)
    {
        var laid = new CellColumns(cells, heading.Roles);
        var (columns, inOne) = (laid.Arrange(whole), laid.StrainOf(cells.Count));
        if (whole && (inOne > Titled || heading.TitlesInFront) && Cut(inOne) is { } rows) return (rows, cells[^1].Line);
        return ([Row(columns, heading.Roles, cells[0].Line)], columns.SelectMany(c => c).Last());
    }

    /// <summary>
    /// The stretch cut into rows where work follows an organ or a date, and a title at its end; null where one row strains less.
    /// Behind[k]: what the cells from k on strain, with the first cut behind k.
    /// </summary>
    private List<TableRow>? Cut(int inOne)
    {
        var behind = new (int Strain, int Next)[cells.Count + 1];
        for (var k = cells.Count - 1; k >= 0; k--)
        {
            behind[k] = (CellColumns.MostStrain, cells.Count);
            if (heading.TitlesInFront && k > 1 && MayBeTitle(k)) behind[k] = (0, k + 1);
            else if (k == cells.Count - 1 && k > 2 && IsTitle(cells[k])) behind[k] = (Titled, cells.Count);
            else if (k == cells.Count - 1 && k > 2 && IsSentence(cells[k])) behind[k] = (TitledBySentence, cells.Count);
            else if (k == 0 || OpensRow(k)) behind[k] = BestCut(k, behind);
        }
        return behind[0].Strain < Math.Min(inOne, CellColumns.MostStrain) || (heading.TitlesInFront && behind[0].Strain == inOne && behind[0].Next < cells.Count) ? Rows(behind) : null;
    }

    private (int Strain, int Next) BestCut(int from, (int Strain, int Next)[] behind)
    {
        var laid = new CellColumns([.. cells.Skip(from)], RolesFrom(from));
        var best = (CellColumns.MostStrain, cells.Count);
        for (var to = from + 2; to <= cells.Count; to++)
            if (laid.StrainOf(to - from) + behind[to].Strain + (from > 0 ? GoesOn : 0) is var strain && strain < best.Item1) best = (strain, to);
        return best;
    }

    /// <summary>Behind the row's own number no other row has one.</summary>
    private ColumnRole[] RolesFrom(int cell) => cell == 0 ? heading.Roles : heading.Roles[1..];

    private bool OpensRow(int at) => at > 2 && cells[at].IsWork && !cells[at - 1].IsWork;

    private bool IsTitle(StackedCell cell) => cell.Text.Length <= LongestTitle && !cell.IsList && !cell.IsDate
        && cell.Text.AsSpan(heading.CountsInBrackets && CellLines.NumberInTitle(cell.Text, NumberStyle.Digits) is not null ? Numbering.Read(cell.Text)!.Value.Length : 0).IndexOfAny("。;,、:") < 0;

    /// <summary>获取经营场所 ends as organs do, but no known organ begins so.</summary>
    private static bool IsTitleLikeAnOrgan(StackedCell cell) => cell is { IsList: true, OpensWithKnownOrgan: false } && cell.Text.Length <= LongestTitle && !cell.Text.Contains('、');

    /// <summary>聚力提升交通。 as the title of the rows below.</summary>
    private static bool IsSentence(StackedCell cell) => cell.Text is [.., '。'] and { Length: <= LongestSentence } && !cell.GoesOn;

    /// <summary>The last cell, or the title over it (行动二:重塑家园), where titles have a column of their own; below such a title any few words are one.</summary>
    private bool MayBeTitle(int at) =>
        at == cells.Count - 1 ? IsTitle(cells[at]) || IsTitleLikeAnOrgan(cells[at]) || NamedTitle().IsMatch(cells[at - 1].Text) && cells[at].Text.Length <= LongestTitle
        : at == cells.Count - 2 && NamedTitle().IsMatch(cells[at].Text) && MayBeTitle(at + 1);

    [GeneratedRegex("^[\u4E00-\u9FFF]{2,4}[一二三四五六七八九十]{1,3}:[\u4E00-\u9FFF()“”、]{2,36}$")]
    private static partial Regex NamedTitle();

    private List<TableRow> Rows((int Strain, int Next)[] behind)
    {
        var rows = new List<TableRow>();
        for (var from = 0; from < cells.Count; from = behind[from].Next)
        {
            List<StackedCell> own = [.. cells.Skip(from).Take(behind[from].Next - from)];
            if (from > 0 && own.Count == 1) { rows.Add(new TableRow([new Paragraph(own[0].Line)])); continue; }
            var columns = new CellColumns(own, RolesFrom(from)).Arrange(true);
            rows.Add(Row(from == 0 ? columns : [[], .. columns], heading.Roles, own[0].Line));
        }
        return rows;
    }

    /// <summary>A row of columns that may be empty or hold several lines.</summary>
    public static TableRow Row(IReadOnlyList<IReadOnlyList<Line>> columns, ColumnRole[] roles, Line start) => new(
        [.. columns.Select((c, i) => c.Count switch
        {
            0 => new Paragraph(new Line(start.Number, "", 0, 0)),
            1 => new Paragraph(c[0]),
            _ => new Paragraph(c) { IsListOfLines = ColumnRoles.IsDepartment(roles[i]) && CellLines.ListOnePerLine(c) },
        })]);
}
