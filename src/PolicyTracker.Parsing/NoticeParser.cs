namespace PolicyTracker.Parsing;

/// <summary>Reads a notice into its documents and tasks; the whole pipeline on one screen.</summary>
public static class NoticeParser
{
    /// <summary>Never throws on content: what cannot be read is in <see cref="ParsedNotice.Diagnostics"/>.</summary>
    public static ParsedNotice Parse(SourceText source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return new ParsedNotice(source, [], []);
    }
}
