namespace PolicyTracker.Web.Inbox;

/// <summary>The mail server, from the settings under <c>Mail</c>; without a host the portal sends no mail.</summary>
public sealed class MailSettings
{
    public string? Host { get; init; }

    public int Port { get; init; } = 25;

    /// <summary>STARTTLS.</summary>
    public bool Encrypted { get; init; }

    public string? UserName { get; init; }

    public string? Password { get; init; }

    public string From { get; init; } = "policytracker@localhost";

    /// <summary>The address of the portal as its readers know it, for the links in a mail.</summary>
    public Uri? PortalAddress { get; init; }

    /// <summary>What is new is gathered for so long before a mail is written.</summary>
    public int DigestMinutes { get; init; } = 15;

    public bool IsConfigured => !string.IsNullOrWhiteSpace(Host);
}
