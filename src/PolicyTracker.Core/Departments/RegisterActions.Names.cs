using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Tasks;
using PolicyTracker.Parsing;

namespace PolicyTracker.Core.Departments;

/// <summary>What became of a waiting name.</summary>
public sealed record NameApplied(int DecisionId, int DepartmentId, string Department, int Tasks, bool IsRemembered);

/// <summary>待认定的单位名称: what a printed name means, for all tasks of a jurisdiction at once.</summary>
public sealed partial class RegisterActions
{
    /// <summary>就是它: the name becomes an alias of this department, and every task of the jurisdiction that waits with it is matched.</summary>
    public async Task<NameApplied> UseAsync(Actor actor, int jurisdictionId, string printedName, int departmentId, CancellationToken cancellation = default)
    {
        await using var work = await BeginAsync(actor, cancellation);
        var place = await work.PlaceAsync(jurisdictionId, cancellation);
        var department = await work.Db.Departments.Include(d => d.Jurisdiction).Include(d => d.Aliases).Include(d => d.Members).AsSplitQuery()
            .SingleOrDefaultAsync(d => d.Id == departmentId, cancellation) ?? throw new NotFoundException("没有这个单位。");
        // 省发展改革委 can be on a city's task, and a county's organ too; those of another city cannot.
        if (!department.Jurisdiction!.Path.StartsWith(place.Path, StringComparison.Ordinal) && !place.Path.StartsWith(department.Jurisdiction.Path, StringComparison.Ordinal))
        {
            throw new RuleException($"{department.Name}不属于{place.Name}及其上下级，不能认定。");
        }

        RequireStands(department);
        var alias = await RememberAsync(work, department, printedName, cancellation);
        return await ApplyAsync(work, place, printedName, department, alias, madeDepartment: false, cancellation);
    }

    /// <summary>登记为新单位, or as a new group.</summary>
    public async Task<NameApplied> MakeAsync(Actor actor, int jurisdictionId, string printedName, DepartmentKind kind, CancellationToken cancellation = default)
    {
        await using var work = await BeginAsync(actor, cancellation);
        var place = await work.PlaceAsync(jurisdictionId, cancellation);
        var owner = await new DepartmentRegister(work.Db).OwnerAsync(printedName, place, cancellation);
        if (!actor.Reads(owner.Path))
        {
            throw new ForbiddenException($"“{DepartmentName.Tidy(printedName)}”是{owner.Name}的单位，请由{owner.Name}的管理员登记。");
        }

        await RequireFreeAsync(work, owner.Id, printedName, except: null, cancellation);
        var department = Department.Named(printedName, kind, owner.Id);
        work.Db.Departments.Add(department);
        return await ApplyAsync(work, place, printedName, department, alias: null, madeDepartment: true, cancellation);
    }

    /// <summary>Takes a decision back: the names wait again. Possible until one of the units has acted on one of the tasks.</summary>
    public async Task<string> UndoAsync(Actor actor, int decisionId, CancellationToken cancellation = default)
    {
        await using var work = await BeginAsync(actor, cancellation);
        var decided = await work.Db.NameDecisions.Include(d => d.Department).ThenInclude(d => d!.Aliases)
            .SingleOrDefaultAsync(d => d.Id == decisionId && d.UndoneAt == null, cancellation) ?? throw new NotFoundException("没有这次认定，或者它已经撤销。");
        await work.PlaceAsync(decided.JurisdictionId, cancellation);
        var department = decided.Department ?? throw new RuleException("认定的单位已经不在名录中，不能撤销。");
        var tasks = await work.TasksAsync(work.Db.Tasks.Where(t => t.Responsibilities.Any(r => decided.ResponsibilityIds.Contains(r.Id))), cancellation);
        RequireUntouched(tasks, decided, department);
        foreach (var task in tasks)
        {
            var parts = task.Responsibilities.Where(r => decided.ResponsibilityIds.Contains(r.Id) && r.DepartmentId == department.Id).ToList();
            if (parts.Count > 0)
            {
                task.UnmatchUnits(parts, $"撤销认定：“{decided.PrintedName}”不是{department.Name}，重新等待认定", work.By);
            }
        }

        department.Aliases.RemoveAll(alias => alias.Id == decided.AliasId);
        decided.UndoneAt = work.By.At;
        await work.SaveActsAsync(cancellation);
        if (decided.MadeDepartment && await work.Db.Departments.Where(d => d.Id == department.Id).Unused(work.Db).AnyAsync(cancellation))
        {
            decided.DepartmentId = null;
            work.Db.Departments.Remove(department);
        }

        await work.CommitAsync(cancellation);
        return decided.PrintedName;
    }

    private static async Task<NameApplied> ApplyAsync(
        RegisterWork work, Jurisdiction place, string printedName, Department department, DepartmentAlias? alias, bool madeDepartment, CancellationToken cancellation)
    {
        // The alias, or the new department, gets its number.
        await work.SaveAsync(cancellation);
        var key = DepartmentName.KeyOf(printedName);
        var waiting = work.Db.Responsibilities.Where(r => r.DepartmentId == null && r.Task!.JurisdictionId == place.Id);
        var names = (await waiting.Select(r => r.PrintedName).Distinct().ToListAsync(cancellation)).Where(name => DepartmentName.KeyOf(name) == key).ToList();
        var tasks = await work.TasksAsync(
            work.Db.Tasks.Where(t => t.JurisdictionId == place.Id && t.Responsibilities.Any(r => r.DepartmentId == null && names.Contains(r.PrintedName))), cancellation);
        if (tasks.Count == 0)
        {
            throw new StaleException($"“{printedName}”已经不在等待认定的名称之中，可能刚刚被别人认定。");
        }

        var touched = new List<int>();
        foreach (var task in tasks)
        {
            var parts = task.Responsibilities.Where(r => r.DepartmentId == null && names.Contains(r.PrintedName)).ToList();
            touched.AddRange(parts.Select(part => part.Id));
            task.MatchUnits(parts, department, task.Document?.IssuedOn ?? task.Document?.PublishedOn, $"“{parts[0].PrintedName}”认定为{department.Name}", work.By);
        }

        var decided = new NameDecided
        {
            JurisdictionId = place.Id,
            PrintedName = DepartmentName.Tidy(printedName),
            DepartmentId = department.Id,
            MadeDepartment = madeDepartment,
            AliasId = alias?.Id,
            ResponsibilityIds = [.. touched],
            DecidedBy = work.Actor.Name,
            DecidedAt = work.By.At,
        };
        work.Db.NameDecisions.Add(decided);
        await work.CommitAsync(cancellation);
        return new(decided.Id, department.Id, department.Name, tasks.Count, madeDepartment || alias is not null || department.IsCalled(printedName));
    }

    // Of a department above the own jurisdiction only the tasks are matched: its names are not this administrator's to change.
    private static async Task<DepartmentAlias?> RememberAsync(RegisterWork work, Department department, string printedName, CancellationToken cancellation)
    {
        if (department.IsCalled(printedName) || !work.Actor.Reads(department.Jurisdiction!.Path))
        {
            return null;
        }

        await RequireFreeAsync(work, department.JurisdictionId, printedName, department.Id, cancellation);
        var alias = DepartmentAlias.For(printedName, department.JurisdictionId);
        department.Aliases.Add(alias);
        return alias;
    }

    private static void RequireUntouched(List<PolicyTask> tasks, NameDecided decided, Department department)
    {
        var units = tasks.SelectMany(t => t.Responsibilities).Where(r => decided.ResponsibilityIds.Contains(r.Id) && r.DepartmentId == department.Id)
            .SelectMany(r => r.Department!.Members.Select(member => member.MemberId).Prepend(r.DepartmentId!.Value)).ToHashSet();
        if (tasks.Exists(task => task.Standings.Exists(standing => units.Contains(standing.DepartmentId))))
        {
            throw new RuleException($"{department.Name}已经在其中的任务上签收或反馈，不能撤销认定。个别任务认错了单位的，请由督查人员调整单位。");
        }
    }
}
