using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Audit;
using PolicyTracker.Core.Storage;
using PolicyTracker.Core.Tasks;

namespace PolicyTracker.Web.Audit;

public sealed record AuditRow(
    long Sequence, DateTimeOffset At, int? AccountId, string Name, string? Address, string Action, string? SubjectKind, string? SubjectId, string Words, AuditOutcome Outcome);

/// <summary>The audit log, the newest first. An auditor below 全国 reads what people of the own jurisdiction and below did.</summary>
public static class AuditListQuery
{
    public static async Task<PageOf<AuditRow>> PageAsync(TrackerDb db, Actor actor, AuditFilter filter, CancellationToken cancellation)
    {
        var matching = Matching(db, actor, filter);
        var total = await matching.CountAsync(cancellation);
        var items = await Rows(matching.OrderByDescending(e => e.Sequence).Skip((filter.Page - 1) * filter.PageSize).Take(filter.PageSize)).ToListAsync(cancellation);
        return new PageOf<AuditRow>(items, total, filter.Page, filter.PageSize);
    }

    /// <summary>All that matches, in the order of the log.</summary>
    public static IAsyncEnumerable<AuditRow> All(TrackerDb db, Actor actor, AuditFilter filter) =>
        Rows(Matching(db, actor, filter).OrderBy(e => e.Sequence)).AsAsyncEnumerable();

    private static IQueryable<AuditRow> Rows(IQueryable<AuditEntry> entries) => entries.Select(e => new AuditRow(
        e.Sequence, e.At, e.AccountId, e.AccountName, e.RemoteAddress, e.Action, e.SubjectKind, e.SubjectId, e.Words, e.Outcome));

    private static IQueryable<AuditEntry> Matching(TrackerDb db, Actor actor, AuditFilter filter)
    {
        if (!actor.Is(AccountRole.Auditor))
        {
            throw new ForbiddenException("只有审计人员可以查看审计记录。");
        }

        var entries = db.AuditEntries.AsNoTracking();
        if (actor.JurisdictionId != Core.Departments.Jurisdiction.RootId)
        {
            entries = entries.Where(e => db.Users.ManagedBy(actor).Any(a => a.Id == e.AccountId));
        }

        if (filter.Person is { } person)
        {
            entries = entries.Where(e => e.AccountName.Contains(person) || db.Users.Any(a => a.Id == e.AccountId && a.UserName == person));
        }

        if (filter.Action is { } action)
        {
            entries = entries.Where(e => e.Action == action);
        }

        if (filter.Outcome is { } outcome)
        {
            entries = entries.Where(e => e.Outcome == outcome);
        }

        if (filter.From is { } first)
        {
            var from = OfficeTime.StartOf(first);
            entries = entries.Where(e => e.At >= from);
        }

        if (filter.To is { } last)
        {
            var until = OfficeTime.StartOf(last.AddDays(1));
            entries = entries.Where(e => e.At < until);
        }

        return entries;
    }
}
