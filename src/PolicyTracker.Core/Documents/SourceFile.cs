namespace PolicyTracker.Core.Documents;

/// <summary>原件: an imported file, its bytes and the numbered lines that tasks point to.</summary>
public sealed class SourceFile
{
    public int Id { get; init; }

    public required string FileName { get; init; }

    /// <summary>Hexadecimal SHA-256 of the bytes; the same file is imported once.</summary>
    public required string Sha256 { get; init; }

    public required byte[] Content { get; init; }

    /// <summary>The text as read: line n is <c>Lines[n - 1]</c>.</summary>
    public required string[] Lines { get; init; }

    /// <summary>What a clerk would query, as <c>line: message</c>.</summary>
    public string[] Diagnostics { get; init; } = [];

    public DateTimeOffset ImportedAt { get; init; }

    /// <summary>Name of the person who imported it; null for the seed.</summary>
    public string? ImportedBy { get; init; }
}
