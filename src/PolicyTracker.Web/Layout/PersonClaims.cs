namespace PolicyTracker.Web.Layout;

/// <summary>Claims of the signed-in person that the chrome shows, beside the name and the role.</summary>
public static class PersonClaims
{
    public const string DisplayName = "display-name";
    public const string Department = "department-name";

    /// <summary>Present while the password has to be changed before anything else.</summary>
    public const string PasswordDue = "password-due";
}
