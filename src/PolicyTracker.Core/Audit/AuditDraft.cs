namespace PolicyTracker.Core.Audit;

/// <summary>An audit entry before it has its place in the chain.</summary>
/// <param name="Who">Null: whoever the ambient <see cref="AuditOrigin"/> names.</param>
public sealed record AuditDraft(
    string Action, string? SubjectKind = null, string? SubjectId = null, string Words = "", AuditOutcome Outcome = AuditOutcome.Done, AuditPerson? Who = null);

/// <summary>The person an entry names.</summary>
public sealed record AuditPerson(int? AccountId, string Name)
{
    public static readonly AuditPerson Portal = new(null, "系统");

    public static AuditPerson Of(Accounts.Actor actor) => new(actor.AccountId, actor.Name);
}
