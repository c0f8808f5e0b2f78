namespace PolicyTracker.Core.Departments;

/// <summary>The unit that was probably meant by a name that none bears: for a proposal, never for a match.</summary>
public static class NearestName
{
    /// <summary>Null where nothing comes near: more than half of the name would have to be changed.</summary>
    public static string? Of(IReadOnlyList<UnitName> known, string typed)
    {
        var key = DepartmentName.KeyOf(typed);
        var nearest = known
            .SelectMany(unit => unit.Keys.Append(DepartmentName.KeyOf(unit.Shown)), (unit, name) => (unit.Shown, Steps: Steps(key, name)))
            .DefaultIfEmpty()
            .MinBy(candidate => candidate.Steps);
        return nearest.Shown is not null && nearest.Steps * 2 <= key.Length ? nearest.Shown : null;
    }

    // Letters to be put in, taken out or changed.
    private static int Steps(string from, string to)
    {
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 0; i < from.Length; i++)
        {
            var (before, corner) = (row[0], row[0]);
            row[0] = before + 1;
            for (var j = 0; j < to.Length; j++)
            {
                corner = before;
                before = row[j + 1];
                row[j + 1] = Math.Min(Math.Min(row[j], row[j + 1]) + 1, corner + (from[i] == to[j] ? 0 : 1));
            }
        }

        return row[^1];
    }
}
