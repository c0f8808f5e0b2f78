using PolicyTracker.Parsing;

namespace PolicyTracker.Core.Tasks;

public static class RoleWords
{
    public static string Word(this Role role) => role switch
    {
        Role.Lead => "牵头",
        Role.Responsible => "责任",
        Role.Support => "配合",
    };
}
