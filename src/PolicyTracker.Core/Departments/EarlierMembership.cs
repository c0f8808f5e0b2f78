using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace PolicyTracker.Core.Departments;

/// <summary>A department that once belonged to a group, for the days on which it did.</summary>
public sealed class EarlierMembership
{
    public long Id { get; init; }

    public int GroupId { get; init; }

    public Department? Group { get; init; }

    public int MemberId { get; init; }

    public Department? Member { get; init; }

    /// <summary>Inclusive; null: before the portal kept it.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Exclusive.</summary>
    public DateTimeOffset UntilAt { get; init; }
}

/// <summary>Keeps when each membership began and ended: whoever changes a group's members need not think of it.</summary>
public sealed class MembershipInterceptor(TimeProvider time) : SaveChangesInterceptor
{
    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        var db = eventData.Context!;
        foreach (var entry in db.ChangeTracker.Entries<GroupMember>().ToList())
        {
            if (entry.State == EntityState.Added)
            {
                entry.Property(member => member.Since).CurrentValue = time.GetUtcNow();
            }
            else if (entry.State == EntityState.Deleted)
            {
                db.Add(new EarlierMembership { GroupId = entry.Entity.GroupId, MemberId = entry.Entity.MemberId, Since = entry.Entity.Since, UntilAt = time.GetUtcNow() });
            }
        }

        return new(result);
    }
}
