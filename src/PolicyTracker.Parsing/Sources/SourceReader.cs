namespace PolicyTracker.Parsing.Sources;

/// <summary>Bytes of a file to numbered lines.</summary>
public static class SourceReader
{
    /// <summary>Reads the file's text; a file that cannot or must not be taken comes back as a refusal, never as an exception.</summary>
    public static SourceReading Read(ReadOnlySpan<byte> bytes, string fileName) => PlainText.Read(bytes, fileName);
}
