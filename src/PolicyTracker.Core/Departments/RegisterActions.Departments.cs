using FluentValidation;
using FluentValidation.Results;
using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Parsing;

namespace PolicyTracker.Core.Departments;

/// <summary>What an administrator can change of a department.</summary>
/// <param name="Spellings">其他写法, without the name itself.</param>
/// <param name="Version">The state that the person saw; null: whatever it is now.</param>
public sealed record DepartmentForm(
    string? Name, DepartmentKind Kind, int? ParentId, IReadOnlyList<string> ShortNames, IReadOnlyList<string> FormerNames, IReadOnlyList<string> Spellings, uint? Version = null);

public sealed class DepartmentFormValidator : AbstractValidator<DepartmentForm>
{
    public const int MaxName = 60;

    public DepartmentFormValidator()
    {
        RuleFor(form => form.Name).NotEmpty().WithMessage("请填写单位名称。");
        RuleFor(form => form.Name).MaximumLength(MaxName).WithMessage($"单位名称不能超过{MaxName}字。");
        RuleForEach(form => form.ShortNames).MaximumLength(MaxName).WithMessage($"每个名称不能超过{MaxName}字。");
        RuleForEach(form => form.FormerNames).MaximumLength(MaxName).WithMessage($"每个名称不能超过{MaxName}字。");
        RuleForEach(form => form.Spellings).MaximumLength(MaxName).WithMessage($"每个名称不能超过{MaxName}字。");
    }
}

/// <summary>Names, kind and parent of a department.</summary>
public sealed partial class RegisterActions
{
    public async Task EditAsync(Actor actor, int departmentId, DepartmentForm form, CancellationToken cancellation = default)
    {
        await using var work = await BeginAsync(actor, cancellation);
        var department = await work.DepartmentAsync(departmentId, cancellation);
        await new DepartmentFormValidator().ValidateAndThrowAsync(form, cancellation);
        if (form.Version is { } seen && seen != department.Version)
        {
            throw new StaleException("这个单位刚刚被别人修改过。您填写的内容还在，请看过最新情况后再提交。");
        }

        if (department.MergedIntoId is not null)
        {
            throw new RuleException($"{department.Name}已经并入别的单位，不能再修改。");
        }

        await RequireKindFitsAsync(work, department, form.Kind, cancellation);
        await RequireParentFitsAsync(work, department, form.ParentId, cancellation);
        await RenameAsync(work, department, form, cancellation);
        department.Kind = form.Kind;
        department.OrganRank = OrganOrder.RankOf(department.Name, form.Kind);
        department.ParentId = form.ParentId;
        await work.CommitAsync(cancellation);
    }

    // The name that it bears until now stays as a former one, unless it is only another spelling.
    private static async Task RenameAsync(RegisterWork work, Department department, DepartmentForm form, CancellationToken cancellation)
    {
        var (before, name) = (department.Name, DepartmentName.Tidy(form.Name!));
        var wanted = new Dictionary<string, (AliasKind Kind, string Field)>(StringComparer.Ordinal) { [name] = (AliasKind.Spelling, nameof(form.Name)) };
        foreach (var (names, kind, field) in new[]
        {
            (form.ShortNames, AliasKind.Short, nameof(form.ShortNames)), (form.FormerNames, AliasKind.Former, nameof(form.FormerNames)),
            (form.Spellings, AliasKind.Spelling, nameof(form.Spellings)),
        })
        {
            foreach (var alias in names.Select(DepartmentName.Tidy).Where(alias => alias.Length > 0))
            {
                wanted.TryAdd(alias, (kind, field));
            }
        }

        if (before != name)
        {
            wanted.TryAdd(before, (DepartmentName.KeyOf(before) == DepartmentName.KeyOf(name) ? AliasKind.Spelling : AliasKind.Former, nameof(form.Name)));
        }

        foreach (var (alias, (_, field)) in wanted.Where(alias => !department.IsCalled(alias.Key)))
        {
            await RequireFreeAsync(work, department.JurisdictionId, alias, department.Id, cancellation, field);
        }

        department.Name = name;
        department.Aliases.RemoveAll(alias => !wanted.ContainsKey(alias.Name));
        foreach (var (alias, (kind, _)) in wanted)
        {
            if (department.Aliases.Find(known => known.Name == alias) is { } known)
            {
                known.Kind = kind;
            }
            else
            {
                department.Aliases.Add(DepartmentAlias.For(alias, department.JurisdictionId, kind));
            }
        }
    }

    // In a jurisdiction one key means one department.
    private static async Task RequireFreeAsync(RegisterWork work, int jurisdictionId, string name, int? except, CancellationToken cancellation, string? field = null)
    {
        var key = DepartmentName.KeyOf(name);
        var bearer = await work.Db.DepartmentAliases
            .Where(a => a.JurisdictionId == jurisdictionId && a.Key == key && a.DepartmentId != except)
            .Join(work.Db.Departments, a => a.DepartmentId, d => d.Id, (_, d) => d.Name).FirstOrDefaultAsync(cancellation);
        if (bearer is null)
        {
            return;
        }

        var why = $"“{DepartmentName.Tidy(name)}”已经是{bearer}的名称。两个其实是同一个单位的，请把它们合并。";
        throw field is null ? new RuleException(why) : new ValidationException([new ValidationFailure(field, why)]);
    }

    private static async Task RequireKindFitsAsync(RegisterWork work, Department department, DepartmentKind kind, CancellationToken cancellation)
    {
        if (kind == department.Kind)
        {
            return;
        }

        if (kind == DepartmentKind.Department && department.Members.Count > 0)
        {
            throw Invalid(nameof(DepartmentForm.Kind), "群组还有成员，请先清空成员，再改为单位。");
        }

        if (kind == DepartmentKind.Group && (await work.Db.Users.AnyAsync(a => a.DepartmentId == department.Id, cancellation)
            || await work.Db.DepartmentStandings.AnyAsync(s => s.DepartmentId == department.Id, cancellation)
            || await work.Db.GroupMembers.AnyAsync(m => m.MemberId == department.Id, cancellation)))
        {
            throw Invalid(nameof(DepartmentForm.Kind), "这个单位有账号、办理记录，或者是别的群组的成员，不能改为群组。");
        }
    }

    private static async Task RequireParentFitsAsync(RegisterWork work, Department department, int? parentId, CancellationToken cancellation)
    {
        for (var above = parentId; above is { } id;)
        {
            var parent = id == department.Id ? null : await work.Db.Departments
                .SingleOrDefaultAsync(d => d.Id == id && d.JurisdictionId == department.JurisdictionId && d.Kind == DepartmentKind.Department, cancellation);
            above = parent is null
                ? throw Invalid(nameof(DepartmentForm.ParentId), "上级单位应是同一辖区的另一个单位，而且不能是它自己的下级。")
                : parent.ParentId;
        }
    }

    private static void RequireStands(Department department)
    {
        if (!department.Stands)
        {
            throw new RuleException($"{department.Name}已经{(department.MergedIntoId is null ? "改组" : "并入别的单位")}，请选择现在的单位。");
        }
    }

    private static ValidationException Invalid(string field, string message) => new([new ValidationFailure(field, message)]);
}
