using FluentValidation;
using FluentValidation.Results;
using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Storage;
using PolicyTracker.Parsing;

namespace PolicyTracker.Core.Departments;

/// <summary>单位群组: which departments stand behind 各县(市、区)人民政府 is said once; each then sees the group's tasks as its own.</summary>
public sealed class GroupActions(IDbContextFactory<TrackerDb> databases)
{
    public const int MostMembers = 500;

    /// <summary>Puts these members in place of those before.</summary>
    /// <param name="names">Names as the register or a notice spells them.</param>
    /// <param name="addUnknown">A name that the register does not know becomes a department of the group's jurisdiction; else it is refused.</param>
    public async Task SetMembersAsync(Actor actor, int groupId, IReadOnlyList<string> names, bool addUnknown, CancellationToken cancellation = default)
    {
        if (!actor.Is(AccountRole.Administrator))
        {
            throw new ForbiddenException("只有管理员可以修改群组的成员。");
        }

        await using var db = await databases.CreateDbContextAsync(cancellation);
        var group = await db.Departments.Include(d => d.Jurisdiction).Include(d => d.Members).SingleOrDefaultAsync(d => d.Id == groupId, cancellation)
            ?? throw new NotFoundException("没有这个单位。");
        if (!actor.Reads(group.Jurisdiction!.Path))
        {
            throw new ForbiddenException("只能修改自己的辖区及以下的群组。");
        }

        if (group.Kind != DepartmentKind.Group)
        {
            throw new RuleException($"{group.Name}不是群组，没有成员。");
        }

        var members = await MembersAsync(db, group, names, addUnknown, cancellation);
        group.Members.RemoveAll(member => members.All(wanted => wanted.Id != member.MemberId));
        group.Members.AddRange(members.Where(wanted => group.Members.All(member => wanted.Id == 0 || member.MemberId != wanted.Id))
            .Select(wanted => new GroupMember { GroupId = group.Id, Member = wanted }));
        await db.SaveChangesAsync(cancellation);
    }

    // 五通桥区人民政府 may stand in the register of 五通桥区 itself, there perhaps as 区政府.
    private static async Task<Department?> BelowAsync(TrackerDb db, Jurisdiction above, string name, CancellationToken cancellation)
    {
        var places = await db.Jurisdictions.Where(j => j.Path.StartsWith(above.Path) && j.Id != above.Id).ToListAsync(cancellation);
        var place = places.Where(j => name.Length > j.Name.Length && name.StartsWith(j.Name, StringComparison.Ordinal)).MaxBy(j => j.Name.Length);
        if (place is null)
        {
            return null;
        }

        string[] keys = [DepartmentName.KeyOf(name), DepartmentName.KeyOf(name[(place.Name.Length - 1)..])];
        return await db.Departments
            .Where(d => d.JurisdictionId == place.Id && d.MergedIntoId == null && d.EndedOn == null && d.Aliases.Any(alias => keys.Contains(alias.Key)))
            .OrderBy(d => d.Id).FirstOrDefaultAsync(cancellation);
    }

    private static async Task<List<Department>> MembersAsync(TrackerDb db, Department group, IReadOnlyList<string> names, bool addUnknown, CancellationToken cancellation)
    {
        if (names.Count > MostMembers)
        {
            throw new ValidationException([new ValidationFailure("Members", $"一个群组最多{MostMembers}个成员。")]);
        }

        var register = new DepartmentRegister(db);
        var decisions = addUnknown ? names.Distinct().ToDictionary(name => name, NameDecision (_) => new NameDecision.MakeNew()) : [];
        var (found, unknown) = (new List<Department>(), new List<string>());
        foreach (var name in names)
        {
            var match = await register.MatchAsync(name, DepartmentKind.Department, group.Jurisdiction!, cancellation);
            if (match.Outcome != NameOutcome.Known && await BelowAsync(db, group.Jurisdiction!, DepartmentName.Tidy(name), cancellation) is { } below)
            {
                found.Add(below);
            }
            else if (match.Outcome != NameOutcome.Known && !addUnknown)
            {
                unknown.Add(DepartmentName.Tidy(name));
            }
            else if (await register.FindOrAddAsync(name, DepartmentKind.Department, group.Jurisdiction!, cancellation, decisions) is { } member)
            {
                found.Add(member);
            }
        }

        var members = found.Distinct().ToList();
        if (unknown.Count > 0)
        {
            throw new ValidationException([new ValidationFailure("Members", $"单位名录中没有：{string.Join('、', unknown)}。请核对名称，或者勾选“登记为新单位”。")]);
        }

        return members.Find(member => member.Kind == DepartmentKind.Group) is { } nested
            ? throw new ValidationException([new ValidationFailure("Members", $"{nested.Name}是群组，不能作为成员，请写它的各个单位。")])
            : members;
    }
}
