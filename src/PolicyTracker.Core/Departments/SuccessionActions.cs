using FluentValidation;
using FluentValidation.Results;
using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Storage;
using PolicyTracker.Parsing;

namespace PolicyTracker.Core.Departments;

/// <summary>机构改革 as it is filled in.</summary>
/// <param name="Predecessors">Names of the register, one or several.</param>
/// <param name="Successors">Names, one or several but not both several; the accounts move to the first.</param>
/// <param name="OnlyFirstTakesTasks">Of several successors the first alone takes the open tasks.</param>
/// <param name="AddUnknown">A successor that the register does not know is made.</param>
public sealed record SuccessionForm(
    int JurisdictionId, IReadOnlyList<string> Predecessors, IReadOnlyList<string> Successors, DateOnly? TakesEffectOn, string? Words,
    bool OnlyFirstTakesTasks = false, bool AddUnknown = false);

public sealed class SuccessionValidator : AbstractValidator<SuccessionForm>
{
    public const int MaxWords = 500;
    public const int MostUnits = 20;

    public SuccessionValidator()
    {
        RuleFor(form => form.Predecessors).NotEmpty().WithMessage("请写明原来的单位。");
        RuleFor(form => form.Successors).NotEmpty().WithMessage("请写明承接的单位。");
        RuleFor(form => form.Successors).Must((form, to) => to.Count <= 1 || form.Predecessors.Count <= 1).WithMessage("几个单位改为几个单位的，请分成几次登记：每次一对一、多对一或者一对多。");
        RuleFor(form => form).Must(form => form.Predecessors.Count <= MostUnits && form.Successors.Count <= MostUnits).WithName("Successors").WithMessage($"一次最多{MostUnits}个单位。");
        RuleFor(form => form.TakesEffectOn).NotNull().WithMessage("请填写生效日期。");
        RuleFor(form => form.Words).NotEmpty().WithMessage("请写明依据，例如改革方案的名称或文号。");
        RuleFor(form => form.Words).MaximumLength(MaxWords).WithMessage($"依据不能超过{MaxWords}字。");
    }
}

/// <summary>What is decided of reorganisations, and how tasks, groups and people follow on their day.</summary>
public sealed class SuccessionActions(IDbContextFactory<TrackerDb> databases, TimeProvider time)
{
    /// <summary>Takes effect at once, or on its day when that is still to come. Returns whether it has.</summary>
    public async Task<bool> DecideAsync(Actor actor, SuccessionForm form, CancellationToken cancellation = default)
    {
        RegisterActions.RequireAdministrator(actor);
        await using var work = await RegisterWork.BeginAsync(databases, actor, time.GetUtcNow(), cancellation);
        var place = await work.PlaceAsync(form.JurisdictionId, cancellation);
        await new SuccessionValidator().ValidateAndThrowAsync(form, cancellation);
        var from = await UnitsAsync(work, place, form.Predecessors, nameof(form.Predecessors), addUnknown: false, cancellation);
        var to = await UnitsAsync(work, place, form.Successors, nameof(form.Successors), form.AddUnknown, cancellation);
        await RequireOnceAsync(work, from, to, cancellation);
        var succession = new Succession
        {
            JurisdictionId = place.Id,
            TakesEffectOn = form.TakesEffectOn!.Value,
            Words = form.Words!.Trim(),
            DecidedBy = actor.Name,
            DecidedAt = work.By.At,
        };
        succession.Parts.AddRange(from.SelectMany(_ => to, (before, after) => new SuccessionPart
        {
            Predecessor = before,
            Successor = after,
            TakesTasks = after == to[0] || !form.OnlyFirstTakesTasks,
            TakesStaff = after == to[0],
        }));
        work.Db.Successions.Add(succession);
        await work.SaveAsync(cancellation);
        var isDue = succession.TakesEffectOn <= work.By.Today;
        if (isDue)
        {
            await SuccessionFollow.ApplyAsync(work, succession, cancellation);
        }

        await work.CommitAsync(cancellation);
        return isDue;
    }

    /// <summary>Takes back one whose day has not come.</summary>
    public async Task CancelAsync(Actor actor, int successionId, CancellationToken cancellation = default)
    {
        RegisterActions.RequireAdministrator(actor);
        await using var work = await RegisterWork.BeginAsync(databases, actor, time.GetUtcNow(), cancellation);
        var succession = await work.Db.Successions.SingleOrDefaultAsync(s => s.Id == successionId, cancellation) ?? throw new NotFoundException("没有这次机构改革。");
        await work.PlaceAsync(succession.JurisdictionId, cancellation);
        if (succession.AppliedAt is not null)
        {
            throw new RuleException("机构改革已经生效，任务已经转到新的单位，不能撤销。");
        }

        work.Db.Successions.Remove(succession);
        await work.CommitAsync(cancellation);
    }

    /// <summary>Those whose day has come, each in its own transaction; returns how many. Of several instances each finds what is left.</summary>
    public async Task<int> ApplyDueAsync(CancellationToken cancellation = default)
    {
        for (var applied = 0; ; applied++)
        {
            await using var work = await RegisterWork.BeginAsync(databases, Actor.Portal, time.GetUtcNow(), cancellation);
            var succession = await work.Db.Successions
                .Include(s => s.Parts).ThenInclude(p => p.Predecessor)
                .Include(s => s.Parts).ThenInclude(p => p.Successor).ThenInclude(d => d!.Members)
                .Where(s => s.AppliedAt == null && s.TakesEffectOn <= work.By.Today)
                .OrderBy(s => s.TakesEffectOn).ThenBy(s => s.Id)
                .AsSplitQuery()
                .FirstOrDefaultAsync(cancellation);
            if (succession is null)
            {
                return applied;
            }

            await SuccessionFollow.ApplyAsync(work, succession, cancellation);
            await work.CommitAsync(cancellation);
        }
    }

    private static async Task<List<Department>> UnitsAsync(
        RegisterWork work, Jurisdiction place, IReadOnlyList<string> names, string field, bool addUnknown, CancellationToken cancellation)
    {
        var register = new DepartmentRegister(work.Db);
        var found = new List<Department>();
        foreach (var name in names)
        {
            var match = await register.MatchAsync(name, DepartmentKind.Department, place, cancellation);
            if (match.Outcome != NameOutcome.Known && !addUnknown)
            {
                throw Invalid(field, $"单位名录中没有{name}。{(field == nameof(SuccessionForm.Successors) ? "请核对名称，或者勾选“登记为新单位”。" : "请核对名称。")}");
            }

            var decisions = new Dictionary<string, NameDecision> { [name] = new NameDecision.MakeNew() };
            var department = (await register.FindOrAddAsync(name, DepartmentKind.Department, place, cancellation, decisions))!;
            if (department.JurisdictionId != place.Id || department.Kind == DepartmentKind.Group || !department.Stands)
            {
                throw Invalid(field, department.Stands ? $"{department.Name}不是{place.Name}的单位。" : $"{department.Name}已经改组或并入别的单位。");
            }

            found.Add(department);
        }

        return [.. found.Distinct()];
    }

    private static async Task RequireOnceAsync(RegisterWork work, List<Department> from, List<Department> to, CancellationToken cancellation)
    {
        var both = from.Find(to.Contains);
        if (both is not null)
        {
            throw Invalid(nameof(SuccessionForm.Successors), $"{both.Name}不能同时是原单位和承接单位。并入它的，请只把其他单位写作原单位。");
        }

        var ids = from.Select(department => department.Id).ToList();
        var all = ids.Concat(to.Select(department => department.Id)).ToList();
        if (await work.Db.SuccessionParts.AnyAsync(p => p.Succession!.AppliedAt == null && (all.Contains(p.PredecessorId) || ids.Contains(p.SuccessorId)), cancellation))
        {
            throw new RuleException("其中有单位已经登记了尚未生效的机构改革。请等它生效，或者先撤销它。");
        }
    }

    private static ValidationException Invalid(string field, string message) => new([new ValidationFailure(field, message)]);
}
