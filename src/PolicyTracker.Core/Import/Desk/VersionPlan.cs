namespace PolicyTracker.Core.Import.Desk;

/// <summary>A task of the version that is there.</summary>
/// <param name="Units">Printed names with their roles, in one string; null where people have put the units otherwise, which then stays.</param>
public sealed record EarlierTask(long Id, string Title, string Text, string? DeadlineRaw, string? Units, string Leaders);

/// <summary>A task of the new version and the one that it goes on from.</summary>
public sealed record GoesOn(EarlierTask Earlier, DraftTask Now);

/// <summary>新版本: what becomes of the tasks of a document when a new version of it comes in.</summary>
/// <param name="Kept">Printed as before.</param>
/// <param name="Changed">Recognisably the same, with other words, units or deadline.</param>
public sealed record VersionPlan(IReadOnlyList<GoesOn> Kept, IReadOnlyList<GoesOn> Changed, IReadOnlyList<EarlierTask> Removed, IReadOnlyList<DraftTask> Added)
{
    // Half of what two texts print in pairs of characters is the same: less, and it is rather another task.
    private const double Alike = 0.5;

    public static VersionPlan Of(IReadOnlyList<EarlierTask> earlier, IReadOnlyList<DraftTask> now)
    {
        var pairs = new List<GoesOn>();
        var (left, open) = (earlier.ToList(), now.ToList());
        Pair(left, open, pairs, (before, after) => TextLikeness.Bare(before.Text) == TextLikeness.Bare(after.Text));
        PairBest(left, open, pairs);
        var order = now.Select((task, i) => (task.Key, i)).ToDictionary(pair => pair.Key, pair => pair.i);
        var sorted = pairs.OrderBy(pair => order[pair.Now.Key]).ToList();
        return new VersionPlan([.. sorted.Where(IsSame)], [.. sorted.Where(pair => !IsSame(pair))], left, open);
    }

    /// <summary>What changed, for the history: 文字, 责任单位, 时限.</summary>
    public static string ChangesOf(GoesOn pair) => string.Join('、', new[]
    {
        TextLikeness.Bare(pair.Earlier.Text) == TextLikeness.Bare(pair.Now.Text) ? null : "文字",
        !HasOtherUnits(pair) ? null : "责任单位",
        pair.Earlier.Leaders == string.Join('、', pair.Now.Leaders) ? null : "责任领导",
        pair.Earlier.DeadlineRaw == pair.Now.Deadline?.Raw ? null : $"时限（{pair.Earlier.DeadlineRaw ?? "无"}→{pair.Now.Deadline?.Raw ?? "无"}）",
    }.Where(part => part is not null));

    /// <summary>Does the new version print other units, where nobody has changed them by hand?</summary>
    public static bool HasOtherUnits(GoesOn pair) => pair.Earlier.Units is { } units && units != UnitsOf(pair.Now);

    private static string UnitsOf(DraftTask task) => string.Join('、', task.Units.Select(unit => $"{unit.Role}{unit.Name}"));

    private static bool IsSame(GoesOn pair) => ChangesOf(pair).Length == 0;

    private static void Pair(List<EarlierTask> left, List<DraftTask> open, List<GoesOn> pairs, Func<EarlierTask, DraftTask, bool> fits)
    {
        foreach (var task in open.ToList())
        {
            if (left.Find(before => fits(before, task)) is { } before)
            {
                pairs.Add(new(before, task));
                left.Remove(before);
                open.Remove(task);
            }
        }
    }

    private static void PairBest(List<EarlierTask> left, List<DraftTask> open, List<GoesOn> pairs)
    {
        var before = left.Select(task => (Task: task, Grams: TextLikeness.PairsOf(task.Text))).ToList();
        var likely = open.SelectMany(task =>
        {
            var grams = TextLikeness.PairsOf(task.Text);
            return before.Select(known => (known.Task, Now: task, Score: TextLikeness.Of(known.Grams, grams) + (known.Task.Title == task.Title ? 0.25 : 0)));
        });
        foreach (var (task, after, _) in likely.Where(pair => pair.Score >= Alike).OrderByDescending(pair => pair.Score).ToList())
        {
            if (left.Contains(task) && open.Contains(after))
            {
                pairs.Add(new(task, after));
                left.Remove(task);
                open.Remove(after);
            }
        }
    }
}
