using System.Text;

namespace PolicyTracker.Parsing.Lines;

/// <summary>
/// One printed character to the one that rules compare: widths folded, dashes and quotes unified,
/// traditional forms to simplified ones, white space and zero-width marks dropped.
/// </summary>
internal static class Glyphs
{
    private const char Dropped = '\0';

    private const int MostOnStack = 256;

    private static readonly char[] Table = BuildTable();

    /// <summary>The character that rules see; false when it is white space or invisible.</summary>
    public static bool TryFold(char printed, out char folded)
    {
        folded = Table[printed];
        return folded != Dropped;
    }

    /// <summary>A whole text folded, for comparing names and titles.</summary>
    public static string Fold(ReadOnlySpan<char> text)
    {
        var folded = text.Length <= MostOnStack ? stackalloc char[text.Length] : new char[text.Length];
        var length = 0;
        foreach (var c in text)
            if (TryFold(c, out var f)) folded[length++] = f;
        return folded[..length].ToString();
    }

    /// <summary>The text without white space and marks of emphasis, as it is printed otherwise.</summary>
    public static string Squeeze(ReadOnlySpan<char> text)
    {
        if (!HoldsDropped(text)) return text.ToString();
        var kept = new StringBuilder(text.Length);
        foreach (var c in text)
            if (Table[c] != Dropped) kept.Append(c);
        return kept.ToString();
    }

    private static bool HoldsDropped(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
            if (Table[c] == Dropped) return true;
        return false;
    }

    private static char[] BuildTable()
    {
        var table = new char[char.MaxValue + 1];
        for (var i = 0; i < table.Length; i++) table[i] = FoldOnce((char)i);
        for (var i = 0; i < TraditionalCharacters.Traditional.Length; i++)
            table[TraditionalCharacters.Traditional[i]] = TraditionalCharacters.Simplified[i];
        return table;
    }

    private static char FoldOnce(char c) => c switch
    {
        _ when char.IsWhiteSpace(c) || char.IsControl(c) => Dropped,
        '\u200B' or '\u200C' or '\u200D' or '\u200E' or '\u200F' or '\u2060' or '\uFEFF' or '\u00AD' or '*' or '\\' => Dropped,
        '—' or '–' or '―' or '‐' or '‑' or '−' or '─' or '～' or '〜' or '~' or '－' => '-',
        '\u2236' or '︰' or '﹕' => ':',
        '﹑' or '､' or '丶' => '、',
        '｡' or '﹒' => '。',
        '﹐' => ',',
        '﹔' => ';',
        '﹝' => '〔',
        '﹞' => '〕',
        '〈' or '⟨' or '﹙' or '{' or '｛' => '(',
        '〉' or '⟩' or '﹚' or '}' or '｝' => ')',
        '│' or '┃' or '║' or '¦' or '丨' => '|',
        '〖' => '【',
        '〗' => '】',
        '「' or '『' => '“',
        '」' or '』' => '”',
        >= '\uFF01' and <= '\uFF5E' => (char)(c - 0xFEE0),
        _ => c,
    };
}
