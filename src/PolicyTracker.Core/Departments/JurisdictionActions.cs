using FluentValidation;
using FluentValidation.Results;
using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Storage;
using PolicyTracker.Parsing;

namespace PolicyTracker.Core.Departments;

/// <summary>辖区 as it is filled in.</summary>
/// <param name="Code">Of GB/T 2260; null for places that it does not list.</param>
public sealed record JurisdictionForm(int ParentId, string? Name, JurisdictionLevel? Level, string? Code);

public sealed class JurisdictionFormValidator : AbstractValidator<JurisdictionForm>
{
    public const int MaxName = 30;

    public JurisdictionFormValidator()
    {
        RuleFor(form => form.Name).NotEmpty().WithMessage("请填写辖区名称。");
        RuleFor(form => form.Name).MaximumLength(MaxName).WithMessage($"辖区名称不能超过{MaxName}字。");
        RuleFor(form => form.Level).Must(level => level is JurisdictionLevel.Province or JurisdictionLevel.City or JurisdictionLevel.County).WithMessage("请选择级别：省、市或者县。");
        RuleFor(form => form.Code).Matches("^[0-9]{2}(?:[0-9]{2}){0,2}$").When(form => !string.IsNullOrEmpty(form.Code)).WithMessage("区划代码应是2位、4位或6位数字，可以不填。");
    }
}

/// <summary>The tree of jurisdictions, and where a notice without a place belongs.</summary>
public sealed class JurisdictionActions(IDbContextFactory<TrackerDb> databases, TimeProvider time)
{
    public async Task<int> AddAsync(Actor actor, JurisdictionForm form, CancellationToken cancellation = default)
    {
        await using var work = await BeginAsync(actor, cancellation);
        var parent = await work.PlaceAsync(form.ParentId, cancellation);
        await new JurisdictionFormValidator().ValidateAndThrowAsync(form, cancellation);
        if (parent.Level == JurisdictionLevel.Pending || form.Level <= parent.Level)
        {
            throw Invalid(nameof(form.Level), "下级辖区的级别应低于上级。");
        }

        await RequireFreeAsync(work, form, cancellation);
        var made = new Jurisdiction { ParentId = parent.Id, Name = DepartmentName.Tidy(form.Name!), Level = form.Level!.Value, Code = string.IsNullOrEmpty(form.Code) ? null : form.Code };
        work.Db.Jurisdictions.Add(made);
        await work.SaveAsync(cancellation);
        made.Path = $"{parent.Path}{made.Id}/";
        await work.CommitAsync(cancellation);
        return made.Id;
    }

    public async Task RenameAsync(Actor actor, int id, string? name, CancellationToken cancellation = default)
    {
        await using var work = await BeginAsync(actor, cancellation);
        var place = await work.PlaceAsync(id, cancellation);
        if (place.Id is Jurisdiction.RootId or Jurisdiction.PendingId)
        {
            throw new RuleException($"{place.Name}的名称不能修改。");
        }

        var form = new JurisdictionForm(place.ParentId!.Value, name, place.Level, null);
        await new JurisdictionFormValidator().ValidateAndThrowAsync(form, cancellation);
        var tidy = DepartmentName.Tidy(name!);
        if (await work.Db.Jurisdictions.AnyAsync(j => j.ParentId == place.ParentId && j.Name == tidy && j.Id != id, cancellation))
        {
            throw Invalid(nameof(form.Name), $"同一上级之下已经有{tidy}。");
        }

        place.Name = tidy;
        await work.CommitAsync(cancellation);
    }

    /// <summary>归入辖区: a document of 辖区待定 with its tasks; their printed names are matched among the departments of the place. Returns how many tasks went along.</summary>
    public async Task<int> MoveDocumentAsync(Actor actor, int documentId, int jurisdictionId, CancellationToken cancellation = default)
    {
        await using var work = await BeginAsync(actor, cancellation);
        var document = await work.Db.Documents.Include(d => d.Jurisdiction).SingleOrDefaultAsync(d => d.Id == documentId, cancellation)
            ?? throw new NotFoundException("没有这份文件。");
        var (from, to) = (await work.PlaceAsync(document.JurisdictionId, cancellation), await work.PlaceAsync(jurisdictionId, cancellation));
        if (from.Id != Jurisdiction.PendingId || to.Id == Jurisdiction.PendingId)
        {
            throw new RuleException("只有辖区待定的文件可以归入辖区，而且要归入一个已知的辖区。");
        }

        var tasks = await work.TasksAsync(work.Db.Tasks.Where(t => t.DocumentId == documentId), cancellation);
        var matched = await MatchAsync(work, [.. tasks.SelectMany(t => t.Responsibilities)], to, cancellation);
        await work.SaveAsync(cancellation);
        (document.JurisdictionId, document.Jurisdiction) = (to.Id, to);
        foreach (var task in tasks)
        {
            task.MoveTo(to, part => matched[part.PrintedName], document.IssuedOn ?? document.PublishedOn, $"文件归入{to.Name}，单位在{to.Name}的名录中认定", work.By);
        }

        await work.SaveActsAsync(cancellation);
        await RemoveUnusedAsync(work, cancellation);
        await work.CommitAsync(cancellation);
        return tasks.Count;
    }

    private static async Task<Dictionary<string, Department?>> MatchAsync(RegisterWork work, List<Tasks.Responsibility> parts, Jurisdiction to, CancellationToken cancellation)
    {
        var register = new DepartmentRegister(work.Db);
        var matched = new Dictionary<string, Department?>(StringComparer.Ordinal);
        foreach (var part in parts.Where(part => !matched.ContainsKey(part.PrintedName)))
        {
            // What the notice gave for a class of organs stays one, though the row of the part does not say it.
            var kind = part.Department?.Kind ?? (OrganNames.IsClass(DepartmentName.Tidy(part.PrintedName)) ? DepartmentKind.Group : DepartmentKind.Department);
            matched.TryAdd(part.PrintedName, await register.FindOrAddAsync(part.PrintedName, kind, to, cancellation));
        }

        return matched;
    }

    // Those that 辖区待定 had only because of this document.
    private static async Task RemoveUnusedAsync(RegisterWork work, CancellationToken cancellation) =>
        work.Db.Departments.RemoveRange(await work.Db.Departments.Where(d => d.JurisdictionId == Jurisdiction.PendingId).Unused(work.Db)
            .Include(d => d.Aliases).ToListAsync(cancellation));

    private static async Task RequireFreeAsync(RegisterWork work, JurisdictionForm form, CancellationToken cancellation)
    {
        var name = DepartmentName.Tidy(form.Name!);
        if (await work.Db.Jurisdictions.AnyAsync(j => j.ParentId == form.ParentId && j.Name == name, cancellation))
        {
            throw Invalid(nameof(form.Name), $"同一上级之下已经有{name}。");
        }

        if (!string.IsNullOrEmpty(form.Code) && await work.Db.Jurisdictions.AnyAsync(j => j.Code == form.Code, cancellation))
        {
            throw Invalid(nameof(form.Code), "已经有辖区用这个区划代码。");
        }
    }

    private Task<RegisterWork> BeginAsync(Actor actor, CancellationToken cancellation) => actor.Is(AccountRole.Administrator)
        ? RegisterWork.BeginAsync(databases, actor, time.GetUtcNow(), cancellation)
        : throw new ForbiddenException("只有管理员可以管理辖区。");

    private static ValidationException Invalid(string field, string message) => new([new ValidationFailure(field, message)]);
}
