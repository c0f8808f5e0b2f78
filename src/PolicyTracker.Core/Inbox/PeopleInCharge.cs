using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Storage;

namespace PolicyTracker.Core.Inbox;

/// <summary>The accounts of one role with their jurisdictions: who is told of what waits for that role.</summary>
internal sealed class PeopleInCharge
{
    private readonly List<(int Account, string Path)> people;

    private PeopleInCharge(List<(int Account, string Path)> people) => this.people = people;

    public static PeopleInCharge Nobody { get; } = new([]);

    public static async Task<PeopleInCharge> OfAsync(TrackerDb db, string role, CancellationToken cancellation)
    {
        var found = await db.Users
            .Where(account => account.DisabledAt == null
                && db.UserRoles.Any(held => held.UserId == account.Id && db.Roles.Any(one => one.Id == held.RoleId && one.Name == role)))
            .Select(account => new { account.Id, account.Jurisdiction!.Path })
            .ToListAsync(cancellation);
        return new PeopleInCharge([.. found.Select(account => (account.Id, account.Path))]);
    }

    /// <summary>Those of the jurisdiction; where it has none, of the nearest above it that has.</summary>
    public IEnumerable<int> Nearest(string path) =>
        people.Where(person => path.StartsWith(person.Path, StringComparison.Ordinal))
            .GroupBy(person => person.Path.Length)
            .MaxBy(group => group.Key)?
            .Select(person => person.Account) ?? [];
}
