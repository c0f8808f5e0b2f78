using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Departments;
using PolicyTracker.Core.Storage;

namespace PolicyTracker.Core.Import.Desk;

/// <summary>What the portal knows of a draft's documents: their jurisdictions, the names they print, what is there already.</summary>
public sealed record DraftStanding(IReadOnlyDictionary<int, DocumentStanding> Documents)
{
    public DocumentStanding this[DraftDocument document] => Documents[document.Key];

    public static Task<DraftStanding> OfAsync(TrackerDb db, DraftNotice notice, IReadOnlyList<string> lines, CancellationToken cancellation) =>
        OfAsync(db, notice, lines, before: null, cancellation);

    /// <param name="before">An earlier standing: what it says of a document that asks the same is taken over.</param>
    public static async Task<DraftStanding> OfAsync(
        TrackerDb db, DraftNotice notice, IReadOnlyList<string> lines, DraftStanding? before, CancellationToken cancellation)
    {
        var register = new DepartmentRegister(db);
        var standings = new Dictionary<int, DocumentStanding>();
        foreach (var document in notice.Documents)
        {
            var asked = DocumentQuestion.Of(document);
            standings[document.Key] = before?.Documents.GetValueOrDefault(document.Key) is { } known && known.Asked.Equals(asked)
                ? known
                : await DocumentStanding.OfAsync(db, register, document, asked, lines, cancellation);
        }

        return new DraftStanding(standings);
    }
}

/// <summary>What a document asks of the portal; while it stays the same, so does the answer.</summary>
public sealed record DocumentQuestion(int? JurisdictionId, string? Issuer, string? DocNumber, string Title, string Names)
{
    public static DocumentQuestion Of(DraftDocument document) =>
        new(document.JurisdictionId, document.Issuer, document.DocNumber, document.Title, string.Join('\n', document.Tasks.SelectMany(task => task.Units).Select(unit => unit.Name).Distinct()));
}

/// <summary>The jurisdiction that a document would go to.</summary>
/// <param name="Words">四川省 › 乐山市.</param>
/// <param name="Exists">False: it would be made.</param>
public sealed record PlaceStanding(int Id, string Path, string Words, bool Exists)
{
    public bool IsPending => Exists && Id == Jurisdiction.PendingId;
}

/// <summary>What the register makes of a printed name.</summary>
/// <param name="OwnerId">The jurisdiction whose organ the name says it is; 0 while that is only proposed.</param>
/// <param name="Department">The known department's name, or that of the new one.</param>
public sealed record NameStanding(NameFate Fate, int OwnerId, int? DepartmentId, string Department, IReadOnlyList<NameProposal> Proposals);

/// <param name="DepartmentId">Null for one that is only made with this import.</param>
/// <param name="Reason">Why, in Chinese.</param>
public sealed record NameProposal(int? DepartmentId, string Name, string Reason)
{
    public NameChoice Choice => DepartmentId is { } id ? new(NameFate.Known, id) : new(NameFate.Known, SameAs: Name);
}

public static class NameFates
{
    /// <summary>What becomes of a name: what a person decided, else what the register makes of it.</summary>
    public static NameChoice FateOf(this DraftDocument document, string name, NameStanding standing) =>
        document.Names.GetValueOrDefault(name) ?? new NameChoice(standing.Fate, standing.DepartmentId);

    public static string Word(this NameFate fate) => fate switch
    {
        NameFate.Known => "已在名录",
        NameFate.New => "新登记",
        NameFate.Waits => "待认定",
    };
}
