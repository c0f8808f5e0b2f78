namespace PolicyTracker.Core.Accounts;

/// <summary>What an organisation asks of accounts: section <c>Accounts</c> of the configuration.</summary>
public sealed class AccountPolicy
{
    public int PasswordLength { get; set; } = 8;

    /// <summary>How many of: small letters, capital letters, digits, others.</summary>
    public int PasswordClasses { get; set; } = 3;

    /// <summary>How many of the last passwords may not be chosen again, the present one among them.</summary>
    public int PasswordHistory { get; set; } = 5;

    /// <summary>Days after which a password has to be changed; 0: never.</summary>
    public int PasswordDays { get; set; } = 90;

    /// <summary>Minutes without a request after which a person is signed out.</summary>
    public double IdleMinutes { get; set; } = 30;

    /// <summary>How many minutes before that the page warns.</summary>
    public double IdleWarningMinutes { get; set; } = 2;

    /// <summary>Whether the account has to change its password before anything else.</summary>
    public bool AsksForChange(bool mustChange, DateTimeOffset? changedAt, DateTimeOffset now) =>
        mustChange || (PasswordDays > 0 && changedAt is { } at && at.AddDays(PasswordDays) < now);
}
