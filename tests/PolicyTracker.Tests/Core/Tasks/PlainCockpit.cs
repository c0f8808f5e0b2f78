using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Reports.Cockpit;
using PolicyTracker.Core.Storage;

namespace PolicyTracker.Tests.Core.Tasks;

/// <summary>Every figure of the cockpit of a past day once more, by plain SQL over the intervals and the acts.</summary>
internal sealed class PlainCockpit(TrackerDb db, Actor actor, DateOnly day)
{
    private const string Timed = "i.state IN ('Assigned', 'InProgress', 'InReview')";
    private const string Open = "i.state IN ('Draft', 'Assigned', 'InProgress', 'InReview')";

    private readonly string late = $"{Timed} AND i.due_on < coalesce(i.clock_stopped_on, '{day:yyyy-MM-dd}')";

    public async Task AssertAsync(CockpitView view)
    {
        await AssertAsync(view.All, "true");
        foreach (var state in view.States)
        {
            await AssertAsync(state, $"i.state = '{state.Filter.States.Single()}'");
        }

        await AssertAsync(view.Lights[0], late);
        await AssertAsync(view.NextFigure, $"{Open} AND i.due_on >= '{day:yyyy-MM-dd}'");
        foreach (var month in view.Months)
        {
            await AssertAsync(month, $"{Open} AND i.due_on BETWEEN '{month.Filter.DueFrom ?? new DateOnly(1900, 1, 1):yyyy-MM-dd}' AND '{month.Filter.DueTo ?? new DateOnly(2999, 1, 1):yyyy-MM-dd}'");
        }

        string[] verifications =
        [
            "i.claimed_percent IS NULL", "i.claimed_percent IS NOT NULL AND i.verified_percent IS NULL", "i.claimed_percent - i.verified_percent > 10",
            "abs(i.claimed_percent - i.verified_percent) <= 10", "i.verified_percent - i.claimed_percent > 10",
        ];
        foreach (var (standing, condition) in view.Verifications.Zip(verifications))
        {
            await AssertAsync(standing, $"{Timed} AND {condition}");
        }

        foreach (var done in view.Week)
        {
            var act = done.Filter.Changed is { } one ? $"AND h.act = '{one}'" : "";
            await AssertAsync(done, $"EXISTS (SELECT FROM task_history AS h WHERE h.task_id = t.id AND h.at < {{0}} AND h.at >= '{view.Monday:yyyy-MM-dd} 00:00+08' {act})");
        }

        await AssertRowsAsync(view);
    }

    private async Task AssertRowsAsync(CockpitView view)
    {
        foreach (var document in view.Documents)
        {
            await AssertAsync(document.All, $"t.document_id = {document.Id}");
            await AssertAsync(document.Completed, $"t.document_id = {document.Id} AND i.state = 'Completed'");
            await AssertAsync(document.Late, $"t.document_id = {document.Id} AND {late}");
        }

        foreach (var department in view.Departments)
        {
            var its = $"(i.leads || i.responsible || i.supports) && ((SELECT array_agg(group_id) FROM group_members WHERE member_id = {department.Id}) || {department.Id})";
            await AssertAsync(department.Open, $"{Open} AND {its}");
            await AssertAsync(department.Late, $"{late} AND {its}");
            await AssertAsync(department.Returned, $"""
                i.state = 'InProgress' AND {its}
                    AND (SELECT h.act FROM task_history AS h WHERE h.task_id = t.id AND h.at < {"{0}"} AND h.act IN ('Return', 'Reopen') ORDER BY h.id DESC LIMIT 1) = 'Return'
                """);
        }
    }

    private async Task AssertAsync(Figure figure, string condition)
    {
        var plain = $$"""
            SELECT count(*)::integer AS "Value" FROM task_intervals AS i JOIN tasks AS t ON t.id = i.task_id JOIN jurisdictions AS j ON j.id = t.jurisdiction_id
            WHERE i.from_at < {0} AND (i.until_at >= {0} OR i.until_at IS NULL) AND starts_with(j.path, {1}) AND {{condition}}
            """;
        Assert.Equal((figure.Label, await db.Database.SqlQueryRaw<int>(plain, OfficeTime.StartOf(day.AddDays(1)), actor.JurisdictionPath).SingleAsync()), (figure.Label, figure.Count));
    }
}
