using PolicyTracker.Core.Departments;
using PolicyTracker.Core.Tasks;

namespace PolicyTracker.Core.Bulletins;

/// <summary>督查通报: how the tasks of a jurisdiction stood at the end of a period. Its figures are those of the day on which they were counted.</summary>
public sealed class Bulletin
{
    public int Id { get; init; }

    public int JurisdictionId { get; init; }

    public Jurisdiction? Jurisdiction { get; init; }

    /// <summary>In which it was drafted; 期号 is counted within it.</summary>
    public int Year { get; init; }

    public int Number { get; private set; }

    public DateOnly FromOn { get; private set; }

    public DateOnly UntilOn { get; private set; }

    public string Title { get; private set; } = "";

    /// <summary>落款.</summary>
    public string Issuer { get; private set; } = "";

    public BulletinText Text { get; private set; } = new("", "", "");

    public BulletinFigures Figures { get; private set; } = null!;

    public DateTimeOffset CountedAt { get; private set; }

    public BulletinState State { get; private set; }

    /// <summary>Who sent it to be approved: somebody else approves.</summary>
    public int? SubmittedById { get; private set; }

    /// <summary>Kept when it is withdrawn: whoever could read it then still finds it, and that it was withdrawn.</summary>
    public DateOnly? IssuedOn { get; private set; }

    /// <summary>Counts the acts, so that the row moves with each of them.</summary>
    public int ActCount { get; private set; }

    /// <summary>PostgreSQL's xmin.</summary>
    public uint Version { get; private set; }

    public List<BulletinEntry> History { get; init; } = [];

    public BulletinPeriod Period => new(FromOn, UntilOn);

    public BulletinContent Content => new(Number, Title, Issuer, Text);

    public static Bulletin Draft(int jurisdictionId, BulletinContent content, BulletinPeriod period, BulletinFigures figures, ActBy by)
    {
        var bulletin = new Bulletin { JurisdictionId = jurisdictionId, Year = by.Today.Year };
        bulletin.Put(content);
        bulletin.Put(period, figures, by);
        bulletin.Record(BulletinAct.Draft, BulletinState.Draft, $"第{content.Number}期，{period.InWords}", by);
        return bulletin;
    }

    public void Revise(BulletinContent content, ActBy by)
    {
        Require(BulletinAct.Revise);
        if (content != Content)
        {
            var replaced = Content;
            Put(content);
            Record(BulletinAct.Revise, BulletinState.Draft, "", by, replaced);
        }
    }

    /// <summary>New figures, perhaps of another period, with the words that the person wants with them.</summary>
    public void Recount(BulletinPeriod period, BulletinFigures figures, BulletinText text, ActBy by)
    {
        Require(BulletinAct.Recount);
        var replaced = text == Text ? null : Content;
        Put(period, figures, by);
        Text = text;
        Record(BulletinAct.Recount, BulletinState.Draft, period.InWords, by, replaced);
    }

    public void Submit(string words, ActBy by)
    {
        Move(BulletinAct.Submit, words, by);
        SubmittedById = by.Person.AccountId;
    }

    /// <summary>批准: never by the person who wants it approved.</summary>
    public void Approve(string words, ActBy by)
    {
        Require(BulletinAct.Approve);
        if (by.Person.AccountId == SubmittedById)
        {
            throw new RuleException("通报是您自己送审的，不能由您批准，请由其他领导批准。");
        }

        Move(BulletinAct.Approve, words, by);
    }

    public void Return(string reason, ActBy by) => Move(BulletinAct.Return, reason, by);

    /// <summary>印发: from now on nothing of it changes.</summary>
    public void Issue(string words, ActBy by)
    {
        Move(BulletinAct.Issue, words, by);
        IssuedOn = by.Today;
    }

    public void Withdraw(string reason, ActBy by) => Move(BulletinAct.Withdraw, reason, by);

    private void Move(BulletinAct act, string words, ActBy by)
    {
        Require(act);
        var from = State;
        State = LifeOfABulletin.RuleOf(act).To ?? State;
        Record(act, from, words, by);
    }

    private void Put(BulletinContent content) => (Number, Title, Issuer, Text) = (content.Number, content.Title, content.Issuer, content.Text);

    private void Put(BulletinPeriod period, BulletinFigures figures, ActBy by) =>
        (FromOn, UntilOn, Figures, CountedAt) = (period.From, period.Until, figures, by.At);

    private void Require(BulletinAct act)
    {
        if (!LifeOfABulletin.RuleOf(act).From.Contains(State))
        {
            throw new RuleException(LifeOfABulletin.WhyNot(act, State));
        }
    }

    private void Record(BulletinAct act, BulletinState from, string words, ActBy by, BulletinContent? replaced = null)
    {
        ActCount++;
        History.Add(new BulletinEntry
        {
            At = by.At,
            Act = act,
            FromState = from,
            ToState = State,
            AccountId = by.Person.AccountId!.Value,
            ActorName = by.Person.Name,
            Words = words,
            Replaced = replaced,
        });
    }
}
