using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Departments;
using PolicyTracker.Core.Storage;

namespace PolicyTracker.Web.Departments;

/// <summary>Another department with its address.</summary>
public sealed record DepartmentLink(int Id, string Name);

/// <summary>One reorganisation as a department's page tells it.</summary>
/// <param name="IsPredecessor">It ends by it; else it follows by it.</param>
/// <param name="IsApplied">False while its day is still to come.</param>
public sealed record StoryEntry(int Id, DateOnly On, bool IsPredecessor, IReadOnlyList<DepartmentLink> Before, IReadOnlyList<DepartmentLink> After, string Words, bool IsApplied)
{
    /// <summary>改组为, 职责划入, 由…组建: how a person would say it.</summary>
    public string Verb => (IsPredecessor, Before.Count, After.Count) switch
    {
        (true, 1, 1) => "改组为",
        (true, 1, _) => "职责划入",
        (true, _, _) => "一并组成",
        (false, 1, 1) => "改组而来",
        (false, 1, _) => "划出职责，由本单位承接",
        (false, _, _) => "组成本单位",
    };

    public IReadOnlyList<DepartmentLink> Others => IsPredecessor ? After : Before;
}

/// <summary>The register's facts of a department besides its figures.</summary>
public sealed record DepartmentStory(
    IReadOnlyList<string> ShortNames, IReadOnlyList<string> FormerNames, IReadOnlyList<string> Spellings,
    DepartmentLink? Parent, IReadOnlyList<DepartmentLink> Below, IReadOnlyList<DepartmentLink> Groups,
    DepartmentLink? MergedInto, IReadOnlyList<string> MergedNames, DateOnly? EndedOn, IReadOnlyList<StoryEntry> Entries)
{
    public static async Task<DepartmentStory?> FindAsync(TrackerDb db, Actor actor, int id, CancellationToken cancellation)
    {
        var found = await db.Departments.AsNoTracking().ReadableBy(actor)
            .Include(d => d.Aliases).Include(d => d.Parent).Include(d => d.MergedInto).SingleOrDefaultAsync(d => d.Id == id, cancellation);
        if (found is null)
        {
            return null;
        }

        return new DepartmentStory(
            Names(found, AliasKind.Short), Names(found, AliasKind.Former), Names(found, AliasKind.Spelling),
            Link(found.Parent),
            await db.Departments.Where(d => d.ParentId == id && d.MergedIntoId == null).OrderBy(d => d.OrganRank).Select(d => new DepartmentLink(d.Id, d.Name)).ToListAsync(cancellation),
            await db.GroupMembers.Where(m => m.MemberId == id).OrderBy(m => m.GroupId).Select(m => new DepartmentLink(m.GroupId, m.Group!.Name)).ToListAsync(cancellation),
            Link(found.MergedInto),
            await db.Departments.Where(d => d.MergedIntoId == id).OrderBy(d => d.Id).Select(d => d.Name).ToListAsync(cancellation),
            found.EndedOn,
            await EntriesAsync(db, id, cancellation));
    }

    private static async Task<IReadOnlyList<StoryEntry>> EntriesAsync(TrackerDb db, int id, CancellationToken cancellation)
    {
        var successions = await db.Successions.AsNoTracking()
            .Include(s => s.Parts).ThenInclude(p => p.Predecessor).Include(s => s.Parts).ThenInclude(p => p.Successor)
            .Where(s => s.Parts.Any(p => p.PredecessorId == id || p.SuccessorId == id))
            .OrderByDescending(s => s.TakesEffectOn).ThenByDescending(s => s.Id)
            .ToListAsync(cancellation);
        return [.. successions.Select(s => new StoryEntry(
            s.Id, s.TakesEffectOn, s.Parts.Exists(p => p.PredecessorId == id),
            [.. s.Parts.Select(p => Link(p.Predecessor)!).DistinctBy(link => link.Id)], [.. s.Parts.Select(p => Link(p.Successor)!).DistinctBy(link => link.Id)],
            s.Words, s.AppliedAt is not null))];
    }

    private static IReadOnlyList<string> Names(Department department, AliasKind kind) =>
        [.. department.Aliases.Where(alias => alias.Kind == kind && alias.Name != department.Name).OrderBy(alias => alias.Id).Select(alias => alias.Name)];

    private static DepartmentLink? Link(Department? department) => department is null ? null : new(department.Id, department.Name);
}
