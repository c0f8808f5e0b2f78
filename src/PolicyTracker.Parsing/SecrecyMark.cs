using System.Text.RegularExpressions;
using PolicyTracker.Parsing.Lines;

namespace PolicyTracker.Parsing;

/// <summary>What a mark in the head of a text means for storing it.</summary>
public enum SecrecyLevel
{
    /// <summary>绝密, 机密 or 秘密: must not be stored, its file name included.</summary>
    StateSecret,

    /// <summary>工作秘密 or 内部: somebody is asked before it is stored.</summary>
    AskFirst,
}

/// <summary>A 密级 mark that was found. It repeats nothing of the text but the mark itself.</summary>
/// <param name="Line">1-based line.</param>
/// <param name="Mark">The mark without blanks: 机密, 秘密, 内部.</param>
public sealed record SecrecyFinding(SecrecyLevel Level, int Line, string Mark);

/// <summary>
/// Finds the mark of secrecy (GB/T 9704-2012, 7.2.2: in the head of the first page, with ★ and the period of secrecy).
/// </summary>
public static partial class SecrecyMark
{
    /// <summary>Lines with words that count as the head; a mark further down is a word of the text.</summary>
    private const int HeadLines = 40;

    /// <summary>The gravest mark in the head of the text; null when there is none. Blanks inside the mark change nothing.</summary>
    public static SecrecyFinding? Find(SourceText source)
    {
        ArgumentNullException.ThrowIfNull(source);
        SecrecyFinding? found = null;
        var seen = 0;
        for (var i = 0; i < source.Lines.Count && seen < HeadLines; i++)
        {
            if (source.Lines[i].Length > 400) { seen++; continue; }
            var clean = Glyphs.Fold(source.Lines[i]).Trim('#', '|', '-');
            if (clean.Length == 0) continue;
            seen++;
            if (clean.Length > 40) continue;
            if (State().Match(clean) is { Success: true } m) return new(SecrecyLevel.StateSecret, i + 1, m.Groups["mark"].Value);
            if (found is null && Work().Match(clean) is { Success: true } w) found = new(SecrecyLevel.AskFirst, i + 1, w.Groups["mark"].Value);
        }
        return found;
    }

    private const string Period = "(?:[★☆⭐]?(?:长期|\\d{1,3}(?:年|个月|月|日|天)|[一二三四五六七八九十]{1,3}(?:年|个月)|解密.{0,12}|启用前|公开前|公布前|(?:19|20)\\d\\d年.{0,14})?(?:[★☆])?)";

    [GeneratedRegex("^[(〔\\[【]?(?:密级:?)?(?<mark>绝密|机密|秘密)[)〕\\]】]?" + Period + "(?:(?:份号|编号|No\\.?|第)?:?\\d{1,8}号?)?$", RegexOptions.ExplicitCapture)]
    private static partial Regex State();

    [GeneratedRegex("^[(〔\\[【]?(?:密级:?)?(?<mark>工作秘密|内部(?:资料|文件|使用|掌握|刊物|事项)?|内部公开|敏感信息)[)〕\\]】]?(?:[,;]?(?:注意|妥善|请勿|不得)[\u4E00-\u9FFF]{2,10})?" + Period + "$", RegexOptions.ExplicitCapture)]
    private static partial Regex Work();
}
