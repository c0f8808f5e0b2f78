using FluentValidation;
using FluentValidation.Results;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Audit;
using PolicyTracker.Core.Departments;
using PolicyTracker.Core.Storage;
using PolicyTracker.Core.Tasks;

namespace PolicyTracker.Core.Bulletins;

/// <summary>Every act on a bulletin: permission, rule, history, message and one save.</summary>
public sealed class BulletinActions(IDbContextFactory<TrackerDb> databases, TimeProvider time)
{
    public static void RequireMayDraft(Actor actor)
    {
        if (!actor.Is(AccountRole.Supervisor))
        {
            throw new ForbiddenException("只有督查人员可以起草通报。");
        }
    }

    /// <summary>起草, with the figures of the period and the words that follow from them; returns its number in the database.</summary>
    public async Task<int> DraftAsync(Actor actor, BulletinDraftForm form, CancellationToken cancellation = default)
    {
        RequireMayDraft(actor);
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var id = form.Jurisdiction ?? actor.JurisdictionId;
        var place = await db.Jurisdictions.SingleOrDefaultAsync(one => one.Id == id, cancellation);
        if (place is null || !actor.Reads(place.Path))
        {
            throw new ForbiddenException("只能为自己的辖区及以下起草通报。");
        }

        var now = time.GetUtcNow();
        await new BulletinDraftValidator(now.OfficeDay()).ValidateAndThrowAsync(form, cancellation);
        var period = new BulletinPeriod(form.From!.Value, form.Until!.Value);
        var figures = await BulletinFiguresQuery.LoadAsync(db, actor, id, period, cancellation);
        var content = new BulletinContent(
            await NextNumberAsync(db, id, now.OfficeDay().Year, cancellation), BulletinProposal.Title(place.Name, period), await IssuerAsync(db, place, cancellation),
            BulletinProposal.Of(figures, period, place.Name));
        var bulletin = Bulletin.Draft(id, content, period, figures, new ActBy(actor, now));
        db.Bulletins.Add(bulletin);
        await SaveAsync(db, cancellation);
        return bulletin.Id;
    }

    public Task ReviseAsync(Actor actor, int id, BulletinForm form, CancellationToken cancellation = default) =>
        ActAsync(BulletinAct.Revise, actor, id, form, new BulletinValidator(), (on, by) =>
        {
            on.Bulletin.Revise(form.Read(), by);
            return Task.CompletedTask;
        }, cancellation);

    /// <summary>What 重新统计 would change.</summary>
    public async Task<BulletinRecount> RecountedAsync(Actor actor, int id, BulletinPeriod? of = null, CancellationToken cancellation = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var bulletin = await AdmitAsync(db, BulletinAct.Recount, actor, id, cancellation);
        var period = of ?? bulletin.Period;
        await new BulletinDraftValidator(time.Today()).ValidateAndThrowAsync(new(bulletin.JurisdictionId, period.From, period.Until), cancellation);
        return await RecountAsync(db, actor, bulletin, period, cancellation);
    }

    /// <summary>重新统计: the figures anew; the words only where the person says so, and what they replace is kept.</summary>
    public Task RecountAsync(Actor actor, int id, RecountForm form, CancellationToken cancellation = default) =>
        ActAsync(BulletinAct.Recount, actor, id, form, new RecountValidator(time.Today()), async (on, by) =>
        {
            var anew = await RecountAsync(on.Db, actor, on.Bulletin, new BulletinPeriod(form.From!.Value, form.Until!.Value), cancellation);
            var text = on.Bulletin.Text;
            on.Bulletin.Recount(anew.Period, anew.Figures, new BulletinText(
                form.ReplaceOverview ? anew.Proposed.Overview : text.Overview,
                form.ReplaceProblems ? anew.Proposed.Problems : text.Problems,
                form.ReplaceNextSteps ? anew.Proposed.NextSteps : text.NextSteps), by);
        }, cancellation);

    public Task SubmitAsync(Actor actor, int id, RemarkForm form, CancellationToken cancellation = default) =>
        ActAsync(BulletinAct.Submit, actor, id, form, (bulletin, words, by) => bulletin.Submit(words, by), cancellation);

    public Task ApproveAsync(Actor actor, int id, RemarkForm form, CancellationToken cancellation = default) =>
        ActAsync(BulletinAct.Approve, actor, id, form, (bulletin, words, by) => bulletin.Approve(words, by), cancellation);

    public Task IssueAsync(Actor actor, int id, RemarkForm form, CancellationToken cancellation = default) =>
        ActAsync(BulletinAct.Issue, actor, id, form, (bulletin, words, by) => bulletin.Issue(words, by), cancellation);

    public Task ReturnAsync(Actor actor, int id, ReasonForm form, CancellationToken cancellation = default) =>
        ActAsync(BulletinAct.Return, actor, id, form, (bulletin, reason, by) => bulletin.Return(reason, by), cancellation);

    public Task WithdrawAsync(Actor actor, int id, ReasonForm form, CancellationToken cancellation = default) =>
        ActAsync(BulletinAct.Withdraw, actor, id, form, (bulletin, reason, by) => bulletin.Withdraw(reason, by), cancellation);

    private Task ActAsync(BulletinAct act, Actor actor, int id, RemarkForm form, Action<Bulletin, string, ActBy> verb, CancellationToken cancellation) =>
        ActAsync(act, actor, id, form, new RemarkValidator(), (on, by) =>
        {
            verb(on.Bulletin, form.Words?.Trim() ?? "", by);
            return Task.CompletedTask;
        }, cancellation);

    private Task ActAsync(BulletinAct act, Actor actor, int id, ReasonForm form, Action<Bulletin, string, ActBy> verb, CancellationToken cancellation) =>
        ActAsync(act, actor, id, form, new ReasonValidator($"{act.Word()}的理由"), (on, by) =>
        {
            verb(on.Bulletin, form.Reason!.Trim(), by);
            return Task.CompletedTask;
        }, cancellation);

    private sealed record ActingOn(TrackerDb Db, Bulletin Bulletin);

    // Rights first, then the form, then what was seen, then the rule: who may not act learns nothing else.
    private async Task ActAsync<TForm>(
        BulletinAct act, Actor actor, int id, TForm form, IValidator<TForm> validator, Func<ActingOn, ActBy, Task> verb, CancellationToken cancellation)
        where TForm : ActForm
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var bulletin = await AdmitAsync(db, act, actor, id, cancellation);
        await validator.ValidateAndThrowAsync(form, cancellation);
        if (form.Version is { } seen && seen != bulletin.Version)
        {
            throw Stale();
        }

        await verb(new ActingOn(db, bulletin), new ActBy(actor, time.GetUtcNow()));
        await SaveAsync(db, cancellation);
    }

    private static async Task<Bulletin> AdmitAsync(TrackerDb db, BulletinAct act, Actor actor, int id, CancellationToken cancellation)
    {
        var role = LifeOfABulletin.RuleOf(act).Role;
        if (!actor.Is(role))
        {
            throw new ForbiddenException($"只有{AccountRole.Word(role)}可以{act.Word()}通报。");
        }

        var bulletin = await db.Bulletins.ReadableBy(actor).Include(one => one.Jurisdiction).SingleOrDefaultAsync(one => one.Id == id, cancellation);
        if (bulletin is null)
        {
            AuditOrigin.Current?.Refuse(new AuditDraft(AuditAction.Forbidden, "bulletin", $"{id}", $"不能{act.Word()}：通报不在查看范围内", AuditOutcome.Refused));
            throw new NotFoundException("没有这期通报，或者它不在您的查看范围之内。");
        }

        return bulletin;
    }

    private static async Task<BulletinRecount> RecountAsync(TrackerDb db, Actor actor, Bulletin bulletin, BulletinPeriod period, CancellationToken cancellation)
    {
        var (name, figures) = (bulletin.Jurisdiction!.Name, await BulletinFiguresQuery.LoadAsync(db, actor, bulletin.JurisdictionId, period, cancellation));
        return new BulletinRecount(
            period, figures, bulletin.Figures.ChangesTo(figures), bulletin.Text,
            BulletinProposal.Of(bulletin.Figures, bulletin.Period, name), BulletinProposal.Of(figures, period, name), bulletin.Version);
    }

    private static async Task<int> NextNumberAsync(TrackerDb db, int jurisdiction, int year, CancellationToken cancellation) =>
        1 + (await db.Bulletins.Where(one => one.JurisdictionId == jurisdiction && one.Year == year && (one.State != BulletinState.Withdrawn || one.IssuedOn != null))
            .MaxAsync(one => (int?)one.Number, cancellation) ?? 0);

    // As the last bulletin of the place was signed.
    private static async Task<string> IssuerAsync(TrackerDb db, Jurisdiction place, CancellationToken cancellation) =>
        await db.Bulletins.Where(one => one.JurisdictionId == place.Id).OrderByDescending(one => one.Id).Select(one => one.Issuer).FirstOrDefaultAsync(cancellation)
            ?? $"{place.Name}督查室";

    private static async Task SaveAsync(TrackerDb db, CancellationToken cancellation)
    {
        await BulletinRecipients.TellAsync(db, cancellation);
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw Stale();
        }
        catch (DbUpdateException failed) when (failed.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            throw new ValidationException([new ValidationFailure(nameof(BulletinForm.Number), "这个辖区今年已经有这一期通报，请换一个期号。")]);
        }
    }

    private static StaleException Stale() => new("这期通报刚刚被别人更新过。您填写的内容还在，请看过最新情况后再提交。");

    private sealed class RecountValidator : AbstractValidator<RecountForm>
    {
        public RecountValidator(DateOnly today) => RuleFor(form => form).Custom((form, context) =>
        {
            foreach (var failure in new BulletinDraftValidator(today).Validate(new BulletinDraftForm(null, form.From, form.Until)).Errors)
            {
                context.AddFailure(failure);
            }
        });
    }
}

/// <summary>What 重新统计 would make of a bulletin.</summary>
/// <param name="Text">The words that stand in it.</param>
/// <param name="ProposedBefore">What the portal proposed upon the old figures: where the words are still these, nobody has typed.</param>
public sealed record BulletinRecount(
    BulletinPeriod Period, BulletinFigures Figures, IReadOnlyList<BulletinChange> Changes, BulletinText Text, BulletinText ProposedBefore, BulletinText Proposed, uint Version);
