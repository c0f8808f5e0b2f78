using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Storage;

namespace PolicyTracker.Core.Departments;

/// <summary>One at a time: two imports that meet the same new department would both make it, and no name may change while others are matched.</summary>
internal static class RegisterLock
{
    private const long Key = 0x696D706F7274;

    /// <summary>Until the transaction ends, nobody else imports or changes the register.</summary>
    public static Task TakeAsync(TrackerDb db, CancellationToken cancellation) =>
        db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({Key})", cancellation);
}
