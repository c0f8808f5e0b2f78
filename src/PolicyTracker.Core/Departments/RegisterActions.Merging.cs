using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Tasks;

namespace PolicyTracker.Core.Departments;

/// <summary>What moves when two departments turn out to be one.</summary>
/// <param name="Names">Those that the one that stays takes over.</param>
public sealed record MergePreview(
    int KeepId, string Keep, int GoneId, string Gone, int Tasks, int OpenTasks, IReadOnlyList<string> Accounts, IReadOnlyList<string> Groups, IReadOnlyList<string> Names);

/// <summary>合并: two departments of a jurisdiction that are one. Both names find it, and every history keeps the name that it bears.</summary>
public sealed partial class RegisterActions
{
    public async Task<MergePreview> PreviewMergeAsync(Actor actor, int keepId, int goneId, CancellationToken cancellation = default)
    {
        await using var work = await BeginAsync(actor, cancellation);
        var (keep, gone) = await PairAsync(work, keepId, goneId, cancellation);
        var tasks = work.Db.Tasks.Where(t => t.Responsibilities.Any(r => r.DepartmentId == goneId));
        return new MergePreview(
            keep.Id, keep.Name, gone.Id, gone.Name,
            await tasks.CountAsync(cancellation),
            await tasks.CountAsync(t => TaskStates.Open.Contains(t.State), cancellation),
            await work.Db.Users.Where(a => a.DepartmentId == goneId).OrderBy(a => a.Id).Select(a => a.DisplayName).ToListAsync(cancellation),
            await work.Db.GroupMembers.Where(m => m.MemberId == goneId).Select(m => m.Group!.Name).ToListAsync(cancellation),
            [.. gone.Aliases.Select(alias => alias.Name).Where(name => !keep.IsCalled(name))]);
    }

    /// <summary>All or nothing.</summary>
    public async Task MergeAsync(Actor actor, int keepId, int goneId, CancellationToken cancellation = default)
    {
        await using var work = await BeginAsync(actor, cancellation);
        var (keep, gone) = await PairAsync(work, keepId, goneId, cancellation);
        await MoveMembershipsAsync(work, gone.Id, [keep], cancellation);
        foreach (var account in await work.Db.Users.Where(a => a.DepartmentId == gone.Id).ToListAsync(cancellation))
        {
            account.DepartmentId = keep.Id;
        }

        keep.Members.AddRange(gone.Members.Where(member => member.MemberId != keep.Id && !keep.Members.Exists(known => known.MemberId == member.MemberId))
            .Select(member => new GroupMember { GroupId = keep.Id, MemberId = member.MemberId }).ToList());
        gone.Members.Clear();
        keep.Aliases.AddRange(gone.Aliases.Where(alias => !keep.IsCalled(alias.Name)).Select(alias => DepartmentAlias.For(alias.Name, keep.JurisdictionId, alias.Kind)).ToList());
        gone.Aliases.Clear();
        gone.MergedIntoId = keep.Id;
        await work.Db.Departments.Where(d => d.ParentId == gone.Id).ExecuteUpdateAsync(set => set.SetProperty(d => d.ParentId, keep.Id), cancellation);
        await work.SaveAsync(cancellation);
        var tasks = await work.TasksAsync(
            work.Db.Tasks.Where(t => t.Responsibilities.Any(r => r.DepartmentId == gone.Id) || t.Standings.Any(s => s.DepartmentId == gone.Id)), cancellation);
        tasks.ForEach(task => task.MoveUnit(gone, [keep], $"{gone.Name}与{keep.Name}是同一单位，合并为{keep.Name}", work.By));
        await work.CommitAsync(cancellation);
    }

    private static async Task<(Department Keep, Department Gone)> PairAsync(RegisterWork work, int keepId, int goneId, CancellationToken cancellation)
    {
        var (keep, gone) = (await work.DepartmentAsync(keepId, cancellation), await work.DepartmentAsync(goneId, cancellation));
        RequireStands(keep);
        RequireStands(gone);
        if (keepId == goneId || keep.JurisdictionId != gone.JurisdictionId)
        {
            throw new RuleException("只能合并同一辖区的两个单位。");
        }

        if (keep.Kind != gone.Kind)
        {
            throw new RuleException("一个是单位，一个是群组，不能合并。");
        }

        return await work.Db.SuccessionParts.AnyAsync(p => p.PredecessorId == goneId || p.SuccessorId == goneId, cancellation)
            ? throw new RuleException($"{gone.Name}有机构改革的记录，请保留它，把另一个并入它。")
            : (keep, gone);
    }

    internal static async Task MoveMembershipsAsync(RegisterWork work, int fromId, IReadOnlyList<Department> to, CancellationToken cancellation)
    {
        foreach (var membership in await work.Db.GroupMembers.Where(m => m.MemberId == fromId).ToListAsync(cancellation))
        {
            foreach (var next in to)
            {
                if (membership.GroupId != next.Id && !await work.Db.GroupMembers.AnyAsync(m => m.GroupId == membership.GroupId && m.MemberId == next.Id, cancellation)
                    && !work.Db.GroupMembers.Local.Any(m => m.GroupId == membership.GroupId && m.MemberId == next.Id))
                {
                    work.Db.GroupMembers.Add(new GroupMember { GroupId = membership.GroupId, MemberId = next.Id });
                }
            }

            work.Db.GroupMembers.Remove(membership);
        }
    }
}
