namespace PolicyTracker.Parsing.Sources;

/// <summary>A table found by its frame: the ruled area and the lines of its grid.</summary>
internal sealed class RuledTable
{
    private readonly double[] xs;
    private readonly double[] ys;
    private readonly double near;
    private readonly bool[,] upright;
    private readonly bool[,] level;

    public RuledTable(List<Ruling> rulings, double near)
    {
        this.near = near;
        xs = Distinct(rulings.SelectMany(r => r.IsLevel ? [r.Left, r.Right] : new[] { (r.Left + r.Right) / 2 }));
        ys = Distinct(rulings.SelectMany(r => r.IsLevel ? [(r.Top + r.Bottom) / 2] : new[] { r.Top, r.Bottom }));
        (upright, level) = (new bool[ys.Length, xs.Length], new bool[ys.Length, xs.Length]);
        if (IsTable) rulings.ForEach(Mark);
    }

    public double Top => ys[0];

    /// <summary>Places of the grid, whether filled or not.</summary>
    public int Places => (xs.Length - 1) * (ys.Length - 1);

    /// <summary>Two rows of two columns, or one row of three, at least; a rule under a letterhead or a single frame is no table.</summary>
    public bool IsTable => (xs.Length >= 3 && ys.Length >= 3 || xs.Length >= 4 && ys.Length == 2) && xs.Length < 62 && ys.Length < 400;

    public bool Holds(PageWord word) =>
        word.MiddleX > xs[0] - near && word.MiddleX < xs[^1] + near && word.MiddleY > ys[0] - near && word.MiddleY < ys[^1] + near;

    /// <summary>The cells by row, each only in the row that it begins in.</summary>
    public List<List<GridCell>> Cells(IEnumerable<PageWord> words, double em)
    {
        var regions = Regions();
        var held = words.ToLookup(w => regions[Index(ys, w.MiddleY), Index(xs, w.MiddleX)]);
        var rows = new List<List<GridCell>>();
        for (var row = 0; row < ys.Length - 1; row++)
        {
            var cells = new List<GridCell>();
            for (var column = 0; column < xs.Length - 1; column++)
            {
                var region = regions[row, column];
                if (region.Row != row || region.Column != column) continue;
                var lines = PageLines.Of(held[region], em).Select(l => l.Text).ToList();
                cells.Add(new GridCell(lines.Count > 0 ? [string.Concat(lines)] : [], region.LastColumn - column + 1, region.LastRow - row + 1));
            }
            rows.Add(cells);
        }
        return DropRowsWithoutCells(rows);
    }

    private sealed record Region(int Row, int Column, int LastRow, int LastColumn);

    /// <summary>Grows each cell to the right and down until a line stops it.</summary>
    private Region[,] Regions()
    {
        var regions = new Region[ys.Length - 1, xs.Length - 1];
        for (var row = 0; row < ys.Length - 1; row++)
        {
            for (var column = 0; column < xs.Length - 1; column++)
            {
                if (regions[row, column] is not null) continue;
                var (right, down) = (column, row);
                while (right < xs.Length - 2 && regions[row, right + 1] is null && !upright[row, right + 1]) right++;
                while (down < ys.Length - 2 && Enumerable.Range(column, right - column + 1).All(c => regions[down + 1, c] is null && !level[down + 1, c])) down++;
                var region = new Region(row, column, down, right);
                for (var r = row; r <= down; r++)
                    for (var c = column; c <= right; c++) regions[r, c] = region;
            }
        }
        return regions;
    }

    /// <summary>Notes which sides of which cells a line is drawn on.</summary>
    private void Mark(Ruling ruling)
    {
        var edges = ruling.IsLevel ? xs : ys;
        var at = ruling.IsLevel ? Nearest(ys, (ruling.Top + ruling.Bottom) / 2) : Nearest(xs, (ruling.Left + ruling.Right) / 2);
        var (from, to) = ruling.IsLevel ? (ruling.Left, ruling.Right) : (ruling.Top, ruling.Bottom);
        for (var i = 0; i < edges.Length - 1; i++)
        {
            if (Middle(edges, i) < from - near || Middle(edges, i) > to + near) continue;
            if (ruling.IsLevel) level[at, i] = true;
            else upright[i, at] = true;
        }
    }

    /// <summary>A row that only cells from above reach into is not printed and not counted.</summary>
    private static List<List<GridCell>> DropRowsWithoutCells(List<List<GridCell>> rows)
    {
        for (var row = rows.Count - 1; row > 0; row--)
        {
            if (rows[row].Count > 0) continue;
            for (var above = 0; above < row; above++)
                foreach (var cell in rows[above].Where(c => above + c.Rows > row)) cell.Rows--;
            rows.RemoveAt(row);
        }
        return rows;
    }

    private static double Middle(double[] edges, int i) => (edges[i] + edges[i + 1]) / 2;

    private static int Index(double[] edges, double at)
    {
        var i = Array.BinarySearch(edges, at);
        return Math.Clamp(i < 0 ? ~i - 1 : i, 0, edges.Length - 2);
    }

    private static int Nearest(double[] edges, double at)
    {
        var i = Index(edges, at);
        return i + 1 < edges.Length && edges[i + 1] - at < at - edges[i] ? i + 1 : i;
    }

    private double[] Distinct(IEnumerable<double> positions)
    {
        var distinct = new List<double>();
        foreach (var at in positions.Order())
            if (distinct.Count == 0 || at - distinct[^1] > near) distinct.Add(at);
        return [.. distinct];
    }
}
