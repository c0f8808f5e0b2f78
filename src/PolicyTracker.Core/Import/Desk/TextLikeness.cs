namespace PolicyTracker.Core.Import.Desk;

/// <summary>How alike two texts are: the share of pairs of neighbouring characters that both have.</summary>
public static class TextLikeness
{
    /// <summary>Without blanks, marks and the number in front, which change when an item above is taken out.</summary>
    public static string Bare(string text)
    {
        var bare = string.Concat(text.Where(char.IsLetterOrDigit));
        var start = 0;
        while (start < bare.Length && start < 4 && "0123456789一二三四五六七八九十".Contains(bare[start], StringComparison.Ordinal))
        {
            start++;
        }

        return bare[start..];
    }

    public static HashSet<int> PairsOf(string text)
    {
        var bare = Bare(text);
        var pairs = new HashSet<int>(bare.Length);
        for (var i = 0; i + 1 < bare.Length; i++)
        {
            pairs.Add((bare[i] << 16) | bare[i + 1]);
        }

        return pairs;
    }

    public static double Of(HashSet<int> a, HashSet<int> b)
    {
        if (a.Count == 0 || b.Count == 0)
        {
            return 0;
        }

        var (small, large) = a.Count < b.Count ? (a, b) : (b, a);
        var both = small.Count(large.Contains);
        return (double)both / (a.Count + b.Count - both);
    }
}
