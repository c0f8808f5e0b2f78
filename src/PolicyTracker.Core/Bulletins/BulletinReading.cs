using PolicyTracker.Core.Accounts;

namespace PolicyTracker.Core.Bulletins;

/// <summary>Who reads bulletins.</summary>
public static class BulletinReading
{
    /// <summary>督查 and 领导 see what is being prepared; the others what was issued, and that it was withdrawn if it was.</summary>
    public static bool Prepares(Actor actor) => actor.Is(AccountRole.Supervisor) || actor.Is(AccountRole.Leader);

    public static IQueryable<Bulletin> ReadableBy(this IQueryable<Bulletin> bulletins, Actor actor)
    {
        var (path, prepares) = (actor.JurisdictionPath, Prepares(actor));
        return bulletins.Where(bulletin => bulletin.Jurisdiction!.Path.StartsWith(path) && (prepares || bulletin.IssuedOn != null));
    }
}
