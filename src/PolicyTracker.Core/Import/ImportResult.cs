namespace PolicyTracker.Core.Import;

public enum ImportOutcome
{
    Imported,

    /// <summary>The same bytes were imported before; nothing was changed.</summary>
    AlreadyThere,

    /// <summary>The file cannot or must not be taken; nothing was stored.</summary>
    Refused,
}

/// <summary>What became of one file.</summary>
/// <param name="Message">A Chinese sentence for the person who imported it.</param>
/// <param name="Documents">The documents that the portal now holds of this file; empty when refused.</param>
public sealed record ImportResult(ImportOutcome Outcome, string FileName, string Message, IReadOnlyList<ImportedDocument> Documents)
{
    public static ImportResult Refuse(string fileName, string why) => new(ImportOutcome.Refused, fileName, why, []);
}

public sealed record ImportedDocument(int Id, string Title, string Jurisdiction, int Tasks, int Assigned);

/// <summary>Where a running import stands.</summary>
public enum ImportStep
{
    Reading,
    Matching,
    Saving,
}
