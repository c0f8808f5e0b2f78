namespace PolicyTracker.Core.Import;

public enum ImportOutcome
{
    Imported,

    /// <summary>A draft was made of it, which waits to be checked.</summary>
    Drafted,

    /// <summary>The same bytes were imported before; nothing was changed.</summary>
    AlreadyThere,

    /// <summary>The file cannot or must not be taken; nothing was stored.</summary>
    Refused,

    /// <summary>工作秘密 or 内部 stands in its head: nothing was stored, and somebody is asked first.</summary>
    AskFirst,
}

/// <summary>What became of one file.</summary>
/// <param name="Message">A Chinese sentence for the person who imported it.</param>
/// <param name="Documents">The documents that the portal now holds of this file; empty when refused.</param>
public sealed record ImportResult(ImportOutcome Outcome, string FileName, string Message, IReadOnlyList<ImportedDocument> Documents)
{
    /// <summary>Stands for the name of a secret file.</summary>
    public const string HiddenName = "（涉密文件）";

    /// <summary>The draft that was made of the file, or that is there of it already.</summary>
    public int? DraftId { get; init; }

    public static ImportResult Refuse(string fileName, string why) => new(ImportOutcome.Refused, fileName, why, []);
}

public sealed record ImportedDocument(int Id, string Title, string Jurisdiction, int Tasks, int Assigned)
{
    public bool IsNewVersion { get; init; }

    /// <summary>Tasks that came over from the earlier version.</summary>
    public int GoingOn { get; init; }
}

/// <summary>Where a running import stands.</summary>
public enum ImportStep
{
    Reading,
    Matching,
    Saving,
}
