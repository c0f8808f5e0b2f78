using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Inbox;
using PolicyTracker.Core.Storage;

namespace PolicyTracker.Core.Bulletins;

/// <summary>Who is told of an act on a bulletin: the leaders when it waits for them, the supervisors when they have decided.</summary>
internal static class BulletinRecipients
{
    /// <summary>Puts the messages into the save that the act waits for.</summary>
    public static async Task TellAsync(TrackerDb db, CancellationToken cancellation)
    {
        var acts = db.ChangeTracker.Entries<Bulletin>()
            .SelectMany(bulletin => bulletin.Entity.History, (bulletin, entry) => (Bulletin: bulletin.Entity, Entry: entry))
            .Where(act => db.Entry(act.Entry).State is EntityState.Added or EntityState.Detached)
            .ToList();
        foreach (var (bulletin, entry) in acts)
        {
            var role = entry.Act switch
            {
                BulletinAct.Submit => AccountRole.Leader,
                BulletinAct.Approve or BulletinAct.Return => AccountRole.Supervisor,
                BulletinAct.Draft or BulletinAct.Revise or BulletinAct.Recount or BulletinAct.Issue or BulletinAct.Withdraw => null,
            };
            if (role is not null)
            {
                var path = bulletin.Jurisdiction!.Path;
                db.InboxMessages.AddRange((await PeopleInCharge.OfAsync(db, role, cancellation)).Nearest(path)
                    .Where(account => account != entry.AccountId)
                    .Select(account => new InboxMessage { AccountId = account, BulletinEntry = entry }));
            }
        }
    }
}
