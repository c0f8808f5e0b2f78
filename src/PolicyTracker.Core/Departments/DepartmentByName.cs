using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Storage;

namespace PolicyTracker.Core.Departments;

/// <summary>The department of a jurisdiction that a person names, by any of its names.</summary>
public static class DepartmentByName
{
    public static Task<int?> FindAsync(TrackerDb db, int jurisdictionId, string name, CancellationToken cancellation = default)
    {
        var key = DepartmentName.KeyOf(name);
        return db.DepartmentAliases
            .Where(a => a.JurisdictionId == jurisdictionId && a.Key == key)
            .OrderBy(a => a.DepartmentId)
            .Select(a => (int?)a.DepartmentId)
            .FirstOrDefaultAsync(cancellation);
    }
}
