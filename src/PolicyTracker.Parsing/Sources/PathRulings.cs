namespace PolicyTracker.Parsing.Sources;

/// <summary>Drawn paths to level and upright lines: strokes as they run, filled boxes only where they are as thin as a line.</summary>
internal sealed class PathRulings(double thin)
{
    /// <summary>More than any table needs; a drawing of more is cut off.</summary>
    private const int Most = 20000;

    private readonly List<(double X, double Y)> points = [];
    private readonly List<Ruling> pending = [];
    private readonly List<Ruling> filled = [];

    public List<Ruling> Found { get; } = [];

    public void MoveTo(double x, double y)
    {
        CloseBox();
        points.Add((x, y));
    }

    public void LineTo(double x, double y)
    {
        if (points.Count > 0) Segment(points[^1], (x, y));
        points.Add((x, y));
    }

    public void Close()
    {
        if (points.Count > 1) Segment(points[^1], points[0]);
    }

    /// <summary>Ends the path: what was drawn counts as stroked, as filled, as both or, when only clipped, as neither.</summary>
    public void Paint(bool stroke, bool fill)
    {
        CloseBox();
        if (Found.Count < Most && stroke) Found.AddRange(pending);
        if (Found.Count < Most && fill) Found.AddRange(filled);
        pending.Clear();
        filled.Clear();
    }

    private void CloseBox()
    {
        if (points.Count > 2)
        {
            var box = new Ruling(points.Min(p => p.X), points.Min(p => p.Y), points.Max(p => p.X), points.Max(p => p.Y));
            if (Math.Min(box.Right - box.Left, box.Bottom - box.Top) <= thin && filled.Count < Most) filled.Add(box);
        }
        points.Clear();
    }

    private void Segment((double X, double Y) a, (double X, double Y) b)
    {
        if ((Math.Abs(a.X - b.X) > thin / 2 && Math.Abs(a.Y - b.Y) > thin / 2) || pending.Count >= Most) return;
        pending.Add(new Ruling(Math.Min(a.X, b.X), Math.Min(a.Y, b.Y), Math.Max(a.X, b.X), Math.Max(a.Y, b.Y)));
    }
}

/// <summary>An affine map (a b c d e f): x' = ax + cy + e, y' = bx + dy + f.</summary>
internal readonly record struct Matrix(double A, double B, double C, double D, double E, double F)
{
    public static readonly Matrix Identity = new(1, 0, 0, 1, 0, 0);

    public (double X, double Y) Apply(double x, double y) => (A * x + C * y + E, B * x + D * y + F);

    /// <summary>This map first, then the other one.</summary>
    public Matrix Then(Matrix next) => new(
        A * next.A + B * next.C, A * next.B + B * next.D,
        C * next.A + D * next.C, C * next.B + D * next.D,
        E * next.A + F * next.C + next.E, E * next.B + F * next.D + next.F);
}
