using PolicyTracker.Core.Audit;

namespace PolicyTracker.Core;

/// <summary>A rule of the portal said no; the message is for the person who asked, in Chinese.</summary>
public class RuleException(string message) : Exception(message);

/// <summary>The person may not do this (API: 403).</summary>
public sealed class ForbiddenException : RuleException
{
    public ForbiddenException(string message)
        : base(message)
    {
        // Here and not where it is caught: whatever page or endpoint answers it, the refusal is audited.
        AuditOrigin.Current?.Refuse(new AuditDraft(AuditAction.Forbidden, Words: message, Outcome: AuditOutcome.Refused));
    }
}

/// <summary>Somebody else saved first, or the thing is no longer in the state that was seen (API: 409).</summary>
public sealed class StaleException(string message) : RuleException(message);

/// <summary>There is no such thing, or the person may not know of it (API: 404).</summary>
public sealed class NotFoundException(string message) : RuleException(message);
