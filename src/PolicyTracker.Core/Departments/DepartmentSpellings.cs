namespace PolicyTracker.Core.Departments;

/// <summary>Departments asked for in another spelling than the one printed: 卫计委 for 市卫生和计划生育委员会.</summary>
public static class DepartmentSpellings
{
    // One letter is in every other name.
    private const int Shortest = 2;

    /// <summary>Names that hold what was asked for, both as they are compared.</summary>
    public static IQueryable<DepartmentAlias> Spelled(this IQueryable<DepartmentAlias> aliases, string asked)
    {
        var key = DepartmentName.KeyOf(asked);
        return aliases.Where(alias => key.Length >= Shortest && alias.Key.Contains(key));
    }
}
