namespace PolicyTracker.Parsing.Sources;

/// <summary>Words printed together, with the box around them; y grows downwards from the top of the page.</summary>
internal sealed record PageWord(double Left, double Top, double Right, double Bottom, string Text)
{
    public double MiddleX => (Left + Right) / 2;

    public double MiddleY => (Top + Bottom) / 2;

    public double Height => Bottom - Top;
}

/// <summary>A straight line of a table's frame, level or upright.</summary>
internal readonly record struct Ruling(double Left, double Top, double Right, double Bottom)
{
    public bool IsLevel => Right - Left >= Bottom - Top;
}

/// <summary>One page of a fixed layout (PDF, OFD): where its words stand and which lines are drawn.</summary>
internal sealed record PageContent(double Width, double Height, IReadOnlyList<PageWord> Words, IReadOnlyList<Ruling> Rulings);
