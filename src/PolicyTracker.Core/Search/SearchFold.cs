using System.Text;

namespace PolicyTracker.Core.Search;

/// <summary>Finds in a text what the database's <c>search_fold</c> of migration 0008 found in it: width and case do not count, nor do brackets, stops and blanks.</summary>
public static class SearchFold
{
    /// <summary>The parts of a text in their order, each with whether it was asked for.</summary>
    public static IReadOnlyList<(string Text, bool IsFound)> Mark(string text, string asked)
    {
        var found = Find(text, asked);
        var parts = new List<(string, bool)>();
        var from = 0;
        for (var i = 1; i <= text.Length; i++)
        {
            if (i == text.Length || found[i] != found[i - 1])
            {
                parts.Add((text[from..i], found[from]));
                from = i;
            }
        }

        return parts;
    }

    /// <summary>As much of a long text as is worth showing, from a little before the first place that was asked for.</summary>
    public static string Excerpt(string text, string asked, int length)
    {
        if (text.Length <= length)
        {
            return text;
        }

        var first = Math.Max(0, Array.IndexOf(Find(text, asked), true) - (length / 4));
        first = Math.Min(first, text.Length - length);
        // Not in the middle of a pair of surrogates.
        first += char.IsLowSurrogate(text[first]) ? 1 : 0;
        var end = Math.Min(text.Length, first + length);
        end -= end < text.Length && char.IsLowSurrogate(text[end]) ? 1 : 0;
        return $"{(first > 0 ? "…" : "")}{text[first..end]}{(end < text.Length ? "…" : "")}";
    }

    private static bool[] Find(string text, string asked)
    {
        var (folded, places) = Fold(text);
        var found = new bool[text.Length];
        foreach (var word in asked.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(word => Fold(word).Folded).Where(word => word.Length > 0))
        {
            for (var at = folded.IndexOf(word, StringComparison.Ordinal); at >= 0; at = folded.IndexOf(word, at + word.Length, StringComparison.Ordinal))
            {
                Array.Fill(found, true, places[at], places[at + word.Length - 1] + 1 - places[at]);
            }
        }

        return found;
    }

    /// <summary>The letters that count, and where in the text each stands.</summary>
    internal static (string Folded, List<int> Places) Fold(string text)
    {
        var (folded, places) = (new StringBuilder(text.Length), new List<int>(text.Length));
        for (var i = 0; i < text.Length; i++)
        {
            foreach (var letter in Folded(text, i).Where(Counts))
            {
                folded.Append(letter);
                places.Add(i);
            }
        }

        return (folded.ToString(), places);
    }

    private static string Folded(string text, int at) =>
        text[at] is (>= '0' and <= '9') or (>= '\u4e00' and <= '\u9fff') || char.IsSurrogate(text[at])
            ? text[at].ToString()
            : text[at].ToString().Normalize(NormalizationForm.FormKC).ToLowerInvariant();

    private static bool Counts(char letter) => letter is (>= '0' and <= '9') or (>= 'a' and <= 'z')
        or (>= '\u00c0' and <= '\u1fff') or (>= '\u3041' and <= '\u318f') or (>= '\u31a0' and <= '\ud7a3') or (>= '\ud800' and <= '\udfff') or (>= '\uf900' and <= '\ufaff');
}
