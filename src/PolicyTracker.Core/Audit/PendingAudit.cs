using Microsoft.EntityFrameworkCore.Storage;

namespace PolicyTracker.Core.Audit;

/// <summary>
/// What an open context still has to enter into the audit log. It is entered as the last thing before the transaction of the
/// write commits, so that there is no write without its entry and no entry without its write.
/// </summary>
public sealed class PendingAudit
{
    private readonly List<AuditDraft> noted = [];
    private readonly List<AuditDraft> saved = [];

    /// <summary>Who acts; null: whoever the ambient <see cref="AuditOrigin"/> names.</summary>
    public AuditPerson? Who { get; set; }

    /// <summary>Enters with the next save what cannot be told from the rows themselves.</summary>
    public void Note(AuditDraft draft) => noted.Add(draft);

    internal bool HasNotes => noted.Count > 0;

    internal bool HasSaved => saved.Count > 0;

    /// <summary>What the save under way changes.</summary>
    internal List<Func<AuditDraft>> Changes { get; set; } = [];

    /// <summary>The transaction of the save under way, where it had none of its own.</summary>
    internal IDbContextTransaction? Own { get; set; }

    /// <summary>The end of the chain once the commit under way is through.</summary>
    internal AuditHead? Appended { get; set; }

    /// <summary>The save went through: what it did waits for the commit.</summary>
    internal void Saved()
    {
        saved.AddRange(Changes.Select(change => change()).Concat(noted).Select(draft => draft with { Who = draft.Who ?? Who }));
        noted.Clear();
    }

    internal IReadOnlyList<AuditDraft> TakeSaved()
    {
        AuditDraft[] taken = [.. saved];
        saved.Clear();
        return taken;
    }

    /// <summary>Nothing of an earlier transaction, which did not commit, may enter with this one.</summary>
    internal void Begin() => saved.Clear();

    internal async Task EndAsync()
    {
        Changes = [];
        var own = Own;
        Own = null;
        await (own?.DisposeAsync() ?? ValueTask.CompletedTask);
    }
}
