using System.Globalization;
using FluentValidation;
using FluentValidation.Results;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Departments;
using PolicyTracker.Core.Storage;
using PolicyTracker.Parsing;
using PolicyTracker.Web.Accounts;
using PolicyTracker.Web.Shared;

namespace PolicyTracker.Web.Departments;

/// <summary>What can be changed of a department, and the ways to what is graver.</summary>
public sealed partial class DepartmentEditPage(IDbContextFactory<TrackerDb> databases, CurrentActor current, RegisterActions register, NavigationManager navigation)
{
    // Offered while typing; any other name of the jurisdiction can be typed too.
    private const int MostNeighbours = 500;

    private Actor actor = null!;
    private bool isMissing;
    private FormProblems problems = FormProblems.None;
    private DepartmentInput stored = new();
    private IReadOnlyList<string> neighbours = [];
    private Department? facts;

    [Parameter]
    public int Id { get; set; }

    [CascadingParameter]
    public required HttpContext HttpContext { get; set; }

    [SupplyParameterFromForm(FormName = "edit-department")]
    private DepartmentInput? Input { get; set; }

    private DepartmentInput Typed => Input ?? stored;

    /// <summary>After a refusal what was typed can be sent again upon what the other one did.</summary>
    private string? Version => problems.Refusal is null ? Typed.Version : stored.Version;

    private string? KindProblem => problems.Errors.FirstOrDefault(error => error.PropertyName == "Kind")?.ErrorMessage;

    private string Address => $"/departments/{Id}/edit";

    private CancellationToken Cancellation => HttpContext.RequestAborted;

    protected override async Task OnInitializedAsync()
    {
        actor = await current.RequireAsync(Cancellation);
        RegisterActions.RequireAdministrator(actor);
        await LoadAsync();
    }

    private async Task LoadAsync()
    {
        await using var db = await databases.CreateDbContextAsync(Cancellation);
        var found = await db.Departments.AsNoTracking().ReadableBy(actor).Include(d => d.Aliases).Include(d => d.Parent).SingleOrDefaultAsync(d => d.Id == Id, Cancellation);
        isMissing = found is null;
        neighbours = found is null ? [] : await db.Departments
            .Where(d => d.JurisdictionId == found.JurisdictionId && d.Id != Id && d.Kind == found.Kind && d.MergedIntoId == null && d.EndedOn == null)
            .OrderBy(d => d.OrganRank).ThenBy(d => d.Name).Take(MostNeighbours).Select(d => d.Name).ToListAsync(Cancellation);
        stored = found is null ? stored : DepartmentInput.Of(found);
        facts = found;
    }

    private async Task SaveAsync()
    {
        problems = await FormProblems.OfAsync(async () =>
        {
            var parent = await ParentAsync();
            await register.EditAsync(actor, Id, Typed.Read(parent), Cancellation);
            FlashCookie.Leave(HttpContext, "已保存。");
            navigation.NavigateTo($"/departments/{Id}");
        });
        if (problems != FormProblems.None)
        {
            await LoadAsync();
        }
    }

    private async Task<int?> ParentAsync()
    {
        if (string.IsNullOrWhiteSpace(Typed.ParentId))
        {
            return null;
        }

        await using var db = await databases.CreateDbContextAsync(Cancellation);
        return await DepartmentByName.FindAsync(db, facts!.JurisdictionId, Typed.ParentId, Cancellation)
            ?? throw new ValidationException([new ValidationFailure("ParentId", "本辖区没有这个单位，请核对名称（简称也可以）。")]);
    }

    /// <summary>A department as it was typed.</summary>
    public sealed class DepartmentInput
    {
        public string? Name { get; set; }

        public string? ShortNames { get; set; }

        public string? FormerNames { get; set; }

        public string? Spellings { get; set; }

        public string? Kind { get; set; }

        public string? ParentId { get; set; }

        public string? Version { get; set; }

        public static DepartmentInput Of(Department department)
        {
            return new()
            {
                Name = department.Name,
                ShortNames = Names(AliasKind.Short),
                FormerNames = Names(AliasKind.Former),
                Spellings = Names(AliasKind.Spelling),
                Kind = department.Kind.ToString(),
                ParentId = department.Parent?.Name,
                Version = department.Version.ToString(CultureInfo.InvariantCulture),
            };

            string Names(AliasKind kind) =>
                string.Join('\n', department.Aliases.Where(alias => alias.Kind == kind && alias.Name != department.Name).OrderBy(alias => alias.Id).Select(alias => alias.Name));
        }

        // A form without the state that the person saw counts as stale.
        public DepartmentForm Read(int? parent) => new(
            Name, Enum.TryParse<DepartmentKind>(Kind, out var kind) ? kind : DepartmentKind.Department, parent,
            FormProblems.Lines(ShortNames), FormProblems.Lines(FormerNames), FormProblems.Lines(Spellings),
            uint.TryParse(Version, CultureInfo.InvariantCulture, out var version) ? version : 0);
    }
}
