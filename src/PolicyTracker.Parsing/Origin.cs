namespace PolicyTracker.Parsing;

/// <summary>A stretch of the file: lines and columns are 1-based, both ends inclusive.</summary>
public readonly record struct TextSpan(int FirstLine, int FirstColumn, int LastLine, int LastColumn);

/// <summary>How sure a rule is of what it read.</summary>
public enum Certainty
{
    /// <summary>The notice says so in words that mean nothing else.</summary>
    Certain,

    /// <summary>The usual reading; another one is possible.</summary>
    Likely,

    /// <summary>A person should look at it.</summary>
    Guess,
}

/// <summary>Where a field was read and by which rule.</summary>
/// <param name="Rule">A stable kebab-case name, e.g. <c>organ-list</c>.</param>
public sealed record Origin(TextSpan Span, string Rule, Certainty Certainty);
