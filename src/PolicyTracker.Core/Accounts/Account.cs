using Microsoft.AspNetCore.Identity;
using PolicyTracker.Core.Departments;

namespace PolicyTracker.Core.Accounts;

/// <summary>账号: a person who signs in, with a place in the tree of jurisdictions.</summary>
public sealed class Account : IdentityUser<int>
{
    /// <summary>The name that stands in histories.</summary>
    public required string DisplayName { get; set; }

    public int JurisdictionId { get; set; }

    public Jurisdiction? Jurisdiction { get; init; }

    /// <summary>The department of a staff account; null for the others. When that is merged, or another follows upon it, the account moves along.</summary>
    public int? DepartmentId { get; set; }

    public Department? Department { get; init; }

    /// <summary>When the account was disabled; null while it may sign in.</summary>
    public DateTimeOffset? DisabledAt { get; set; }

    /// <summary>Somebody else knows the password: the person changes it before doing anything else.</summary>
    public bool MustChangePassword { get; set; }

    /// <summary>Null for demo accounts, whose password does not grow old.</summary>
    public DateTimeOffset? PasswordChangedAt { get; set; }

    /// <summary>A demo account (only made with the private database).</summary>
    public bool IsDemo { get; init; }
}
