namespace PolicyTracker.Parsing.Sources;

/// <summary>How much of a file is taken; every limit of the readers stands here.</summary>
public static class SourceLimits
{
    /// <summary>The largest file, in bytes.</summary>
    public const int MostBytes = 20 * 1024 * 1024;

    /// <summary>The most that the parts of one zip (.docx, .xlsx, .ofd) may unpack to, in bytes, counted while unpacking.</summary>
    internal const int MostUnpacked = 96 * 1024 * 1024;

    /// <summary>From here on, what was unpacked is weighed against the size of the file.</summary>
    internal const int UnpackedWithoutQuestion = 8 * 1024 * 1024;

    /// <summary>Unpacked bytes per byte of the file; tables of text reach some 40.</summary>
    internal const int MostRatio = 100;

    internal const int MostEntries = 4000;

    internal const int MostXmlDepth = 200;

    internal const int MostXmlCharacters = 48 * 1024 * 1024;

    /// <summary>The most text that merged cells may be repeated into, in characters.</summary>
    internal const int MostCharacters = 8 * 1024 * 1024;

    internal const int MostPages = 3000;

    /// <summary>Output of a child process, in bytes.</summary>
    internal const int MostOutput = 64 * 1024 * 1024;

    internal static readonly TimeSpan PdfTime = TimeSpan.FromSeconds(20);

    internal static readonly TimeSpan OfficeTime = TimeSpan.FromSeconds(90);

    /// <summary>Address space of pdftotext, in KiB.</summary>
    internal const int PdfMemory = 1024 * 1024;

    /// <summary>Address space of LibreOffice, in KiB; it reserves far more than it uses.</summary>
    internal const int OfficeMemory = 6 * 1024 * 1024;
}
