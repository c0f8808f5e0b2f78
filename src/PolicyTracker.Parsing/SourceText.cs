namespace PolicyTracker.Parsing;

/// <summary>A file as numbered lines: line <c>n</c> is <c>Lines[n - 1]</c>, without its line break.</summary>
public sealed record SourceText(string FileName, IReadOnlyList<string> Lines);

/// <summary>What became of a file's bytes: either its text, or the reason why it cannot be taken.</summary>
/// <param name="Text">The numbered lines; null when refused.</param>
/// <param name="Refusal">A Chinese sentence that says what is wrong and what to do; null when the text was read.</param>
public sealed record SourceReading(SourceText? Text, string? Refusal);
