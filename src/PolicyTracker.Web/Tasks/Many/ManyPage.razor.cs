using FluentValidation;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Departments;
using PolicyTracker.Core.Storage;
using PolicyTracker.Core.Tasks;
using PolicyTracker.Web.Accounts;
using PolicyTracker.Web.Shared;
using PolicyTracker.Web.Tasks.Acts;

namespace PolicyTracker.Web.Tasks.Many;

/// <summary>批量办理: one act for many tasks, with a preview of who gets what and a result for each.</summary>
public sealed partial class ManyPage(IDbContextFactory<TrackerDb> databases, CurrentActor current, TaskActions actions, TimeProvider time)
{
    public const string Path = "/tasks/many";
    private const int Previewed = 100;
    private static readonly TaskAct[] Offered = [TaskAct.Remind, TaskAct.Assign, TaskAct.Change, TaskAct.Withdraw];

    private Actor actor = null!;
    private Selection selection = new([], new TaskFilter());
    private PageOf<TaskRow>? rows;
    private IReadOnlyList<UnitName> known = [];
    private TaskAct chosen;
    private string? refusal;
    private List<ManyResult>? results;

    [CascadingParameter]
    public required HttpContext HttpContext { get; set; }

    [SupplyParameterFromQuery(Name = "act")]
    private string? Act { get; set; }

    /// <summary>A reason to begin with, where the page that leads here knows one: 文件已被……废止.</summary>
    [SupplyParameterFromQuery(Name = "reason")]
    private string? Reason { get; set; }

    [SupplyParameterFromForm(FormName = "many")]
    private ActInput? Input { get; set; }

    private ActInput Typed => Input ?? new() { Reason = Reason };

    private int Fitting => rows!.Items.Count(row => LifeOfATask.IsPossible(chosen, row.State));

    protected override async Task OnInitializedAsync()
    {
        var leaving = HttpContext.RequestAborted;
        actor = await current.RequireAsync(leaving);
        if (!actor.Is(AccountRole.Supervisor))
        {
            throw new ForbiddenException("只有督查人员可以批量办理。");
        }

        selection = Selection.Read(HttpContext.Request.Query, time.Today());
        if (selection.Filter.AsOf is not null)
        {
            throw new ForbiddenException("过去日期的台账只能查看，不能办理。请回到今天的台账再办理。");
        }

        chosen = Enum.TryParse<TaskAct>(Act, ignoreCase: true, out var asked) && Offered.Contains(asked) ? asked : TaskAct.Remind;
        await using var db = await databases.CreateDbContextAsync(leaving);
        var found = selection.Ids.Count > 0
            ? await TaskLedgerQuery.PageAsync(db, actor, selection.Ids, time.Today(), leaving)
            : HttpContext.Request.Query["scope"] == "all"
                ? await TaskLedgerQuery.PageAsync(db, actor, selection.Filter with { Page = 1, PageSize = Selection.Most }, time.Today(), leaving)
                : new PageOf<TaskRow>([], 0, 1, 1);
        if (chosen is TaskAct.Assign && found.Items.Count > 0)
        {
            known = await UnitName.ForAsync(db, found.Items[0].JurisdictionId, leaving);
        }

        rows = found;
    }

    private async Task PerformAsync()
    {
        if (Missing() is { } missing)
        {
            refusal = missing;
            return;
        }

        results = [];
        foreach (var row in rows!.Items.Where(row => LifeOfATask.IsPossible(chosen, row.State)))
        {
            results.Add(new ManyResult(row.Id, TaskSource.Numbered(row), await PerformAsync(row)));
        }
    }

    private async Task<string?> PerformAsync(TaskRow row)
    {
        try
        {
            // Upon the version that was read for this very page: who acted in between is not overrun.
            Typed.Version = row.Version.ToString(System.Globalization.CultureInfo.InvariantCulture);
            await ActDesk.PerformAsync(actions, chosen, actor, row.Id, Typed, [], chosen is TaskAct.Change ? [] : known, HttpContext.RequestAborted);
            return null;
        }
        catch (ValidationException invalid)
        {
            return string.Concat(invalid.Errors.Select(error => error.ErrorMessage));
        }
        catch (RuleException refused)
        {
            return refused.Message;
        }
    }

    // What would be wrong with every one of them is said once, before any is touched.
    private string? Missing() => chosen switch
    {
        TaskAct.Assign when !Typed.Units.Exists(unit => unit.IsFilled) => "请至少填写一个牵头单位或责任单位。",
        TaskAct.Assign when Typed.UnknownUnits(known) is { Count: > 0 } unknown => $"单位名录中没有“{string.Join("”“", unknown)}”，请从提示中选择。",
        TaskAct.Change when string.IsNullOrWhiteSpace(Typed.DueOn) || Typed.HasUnreadableDate => "请填写新的期限。",
        TaskAct.Change when string.IsNullOrWhiteSpace(Typed.Reason) => "请写明调整的理由。",
        TaskAct.Withdraw when string.IsNullOrWhiteSpace(Typed.Reason) => "请写明终止的理由。",
        _ => null,
    };

    private static string Word(TaskAct act) => act is TaskAct.Change ? "定期限" : act.Word();
}
