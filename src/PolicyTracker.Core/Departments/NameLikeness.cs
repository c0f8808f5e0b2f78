namespace PolicyTracker.Core.Departments;

/// <summary>How near two names of organs are, and why.</summary>
/// <param name="Score">To 100.</param>
/// <param name="Reason">For a person, in Chinese.</param>
internal sealed record NameLikeness(int Score, string Reason)
{
    // 北关街道 and 西关街道 bear names of places: one other character is another place.
    private static readonly HashSet<string> Administrative = ["局", "委", "办", "厅", "部", "处", "署", "会", "中心", "分局", "支队"];

    /// <summary>Null where nothing speaks for it.</summary>
    /// <param name="isOfKnownWords">The printed name is made up of known fields of work, so that a difference of one character is none by mistake.</param>
    public static NameLikeness? Of(string printed, OrganParts ours, string known, OrganParts theirs, bool isOfKnownWords)
    {
        // 省财政厅 and 市财政局 are two, whatever else is equal; 市委 and 市政府 have each an office.
        if (ours.Core.Length == 0 || theirs.Core.Length == 0 || Differ(ours.Level, theirs.Level) || Differ(ours.Side, theirs.Side))
        {
            return null;
        }

        return ours.Body == theirs.Body ? OfPrefix(printed, ours, known, theirs)
            : ours.Ending == theirs.Ending ? OfCore(printed, ours, known, theirs, isOfKnownWords)
            : ours.Core == theirs.Core && ours.Level == theirs.Level ? new NameLikeness(70, $"只有“{ours.Ending}”与“{theirs.Ending}”不同，可能是改过名。")
            : null;
    }

    private static bool Differ(string one, string other) => one != other && one.Length > 0 && other.Length > 0;

    private static NameLikeness OfPrefix(string printed, OrganParts ours, string known, OrganParts theirs) =>
        ours.Level != theirs.Level ? new(96, ours.Level.Length == 0 ? $"补上“{theirs.Level}”：{printed} → {known}" : $"去掉“{ours.Level}”：{printed} → {known}")
        : ours.Side != theirs.Side ? new(94, $"只差“{ours.Side}{theirs.Side}”：{printed} → {known}")
        : ours.HasPlace != theirs.HasPlace ? new(98, $"只差地名：{printed} → {known}")
        : new(99, $"写法不同：{printed} = {known}");

    private static NameLikeness? OfCore(string printed, OrganParts ours, string known, OrganParts theirs, bool isOfKnownWords)
    {
        if (ours.LooseCore == theirs.LooseCore)
        {
            return new(90, $"去掉“管理”“监督”等字以后相同：{printed} = {known}");
        }

        var (shorter, longer) = ours.Core.Length <= theirs.Core.Length ? (ours.Core, theirs.Core) : (theirs.Core, ours.Core);
        if (shorter.Length >= 2 && shorter.Length < longer.Length)
        {
            if (longer.Contains(shorter, StringComparison.Ordinal))
            {
                // 市商务局 may be 市商务粮食局 in short, or what stood there before it.
                return new(longer.Length - shorter.Length == 1 && !isOfKnownWords ? 84 : 60, $"名称相互包含：{printed}，{known}");
            }

            if (IsAbbreviation(shorter, longer))
            {
                return new(88, $"简称：{Short(printed, known)} = {Long(printed, known)}");
            }
        }

        return DiffersByOne(ours.Core, theirs.Core) ? new(isOfKnownWords || !Administrative.Contains(ours.Ending) ? 40 : 85, $"只差一个字：{printed}，{known}") : null;
    }

    // 教体 of 教育体育: every character in its order, the first one first.
    private static bool IsAbbreviation(string shorter, string longer)
    {
        if (shorter[0] != longer[0])
        {
            return false;
        }

        var at = 0;
        foreach (var c in longer)
        {
            at += at < shorter.Length && shorter[at] == c ? 1 : 0;
        }

        return at == shorter.Length;
    }

    // One character put in, left out or replaced; of one or two characters that is the whole name.
    private static bool DiffersByOne(string one, string other)
    {
        var (least, most) = (Math.Min(one.Length, other.Length), Math.Max(one.Length, other.Length));
        if (least < 2 || most - least > 1)
        {
            return false;
        }

        int start = 0, end = 0;
        while (start < least && one[start] == other[start])
        {
            start++;
        }

        while (end < least - start && one[^(end + 1)] == other[^(end + 1)])
        {
            end++;
        }

        return most - start - end <= 1;
    }

    private static string Short(string one, string other) => one.Length <= other.Length ? one : other;

    private static string Long(string one, string other) => one.Length <= other.Length ? other : one;
}
