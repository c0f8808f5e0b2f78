namespace PolicyTracker.Parsing.Lines;

/// <summary>Styles of numbers in the order in which GB/T 9704-2012, 7.3.3 nests them (一、 (一) 1. (1)), with the others in use.</summary>
internal enum NumberStyle
{
    /// <summary>第一编, 第一部分.</summary>
    Part = 0,

    /// <summary>第一章.</summary>
    Chapter = 1,

    /// <summary>第一节.</summary>
    Section = 2,

    /// <summary>第一条.</summary>
    Article = 3,

    /// <summary>一、</summary>
    Han = 10,

    /// <summary>(一)</summary>
    HanInBrackets = 20,

    /// <summary>任务一:, 问题1:, 第一件实事:, and 任务名称: without a number of its own.</summary>
    Named = 25,

    /// <summary>1. or 1、</summary>
    Digits = 30,

    /// <summary>1.1 and deeper.</summary>
    Decimal = 32,

    /// <summary>(1) or 1)</summary>
    DigitsInBrackets = 40,

    /// <summary>①</summary>
    Circled = 50,

    /// <summary>一是, 首先</summary>
    Ordinal = 60,
}

/// <summary>The number that a paragraph opens with.</summary>
/// <param name="Value">一 = 1, 十二 = 12; 0 where none is printed (任务名称:, 最后).</param>
/// <param name="Length">Characters of the folded text that the number takes, its punctuation included.</param>
internal readonly record struct Numbering(NumberStyle Style, int Value, int Length)
{
    private const string HanDigits = "〇一二三四五六七八九";

    // 第三件民生实事:
    private const int LongestCounted = 8;

    /// <summary>Reads the number at the start of a folded text; null when there is none.</summary>
    public static Numbering? Read(ReadOnlySpan<char> text) => text.IsEmpty ? null : text[0] switch
    {
        '第' => ReadOrdinalHeading(text),
        '(' => ReadInBrackets(text),
        '【' => ReadInHeavyBrackets(text),
        >= '①' and <= '⑳' => new(NumberStyle.Circled, text[0] - '①' + 1, 1),
        >= '⑴' and <= '⒇' => new(NumberStyle.DigitsInBrackets, text[0] - '⑴' + 1, 1),
        >= '⒈' and <= '⒛' => new(NumberStyle.Digits, text[0] - '⒈' + 1, 1),
        >= '㈠' and <= '㈩' => new(NumberStyle.HanInBrackets, text[0] - '㈠' + 1, 1),
        >= '0' and <= '9' => ReadDigits(text),
        '首' or '其' or '再' or '最' => ReadSpoken(text),
        '任' or '问' or '项' or '事' or '措' => ReadNamed(text),
        _ => ReadHan(text),
    };

    private static Numbering? ReadDigits(ReadOnlySpan<char> text)
    {
        var length = DigitRun(text);
        if (length > 3 || length == text.Length) return null;
        var value = int.Parse(text[..length]);
        switch (text[length])
        {
            case '、':
                return new(NumberStyle.Digits, value, length + 1);
            case ')':
                return new(NumberStyle.DigitsInBrackets, value, length + 1);
            case '-':
                return ReadPair(text, length);
            case '.' when length + 1 == text.Length:
                return new(NumberStyle.Digits, value, length + 1);
            case '.' when !char.IsAsciiDigit(text[length + 1]):
                return new(NumberStyle.Digits, value, length + (text[length + 1] == '、' ? 2 : 1));
            case '.':
                return ReadDecimal(text, length, value) ?? BeforeQuantity(text, length, value);
            default:
                return null;
        }
    }

    /// <summary>2-1、 below 2、; without the mark behind it, it would be from two to one.</summary>
    private static Numbering? ReadPair(ReadOnlySpan<char> text, int length)
    {
        var run = DigitRun(text[(length + 1)..]);
        var end = length + 1 + run;
        return run is > 0 and <= 2 && end < text.Length && text[end] == '、' ? new(NumberStyle.Decimal, int.Parse(text.Slice(length + 1, run)), end + 1) : null;
    }

    /// <summary>1.1总则, but neither 3.5万 nor 2016.12.</summary>
    private static Numbering? ReadDecimal(ReadOnlySpan<char> text, int length, int first)
    {
        var (end, last) = (length, first);
        while (end + 1 < text.Length && text[end] == '.' && char.IsAsciiDigit(text[end + 1]))
        {
            var run = DigitRun(text[(end + 1)..]);
            if (run > 2) return null;
            last = int.Parse(text.Slice(end + 1, run));
            end += 1 + run;
        }
        if (end < text.Length && text[end] is '.' or '、') end++;
        return first > 30 || end >= text.Length || !IsHan(text[end]) || "万亿千百个元倍年月日平公米户人张家成分".Contains(text[end])
            ? null
            : new(NumberStyle.Decimal, last, end);
    }

    /// <summary>1.2019年底前…, 2.5G网络…: the item opens with a figure of its own; 3.5万 and 12.5% are figures themselves.</summary>
    private static Numbering? BeforeQuantity(ReadOnlySpan<char> text, int length, int value)
    {
        var end = length + 1 + DigitRun(text[(length + 1)..]);
        return value > 99 || end >= text.Length || "万亿%‰.元倍".Contains(text[end]) ? null : new(NumberStyle.Digits, value, length + 1);
    }

    private static Numbering? ReadInBrackets(ReadOnlySpan<char> text)
    {
        var close = text[..Math.Min(text.Length, 8)].IndexOf(')');
        if (close < 2) return null;
        var inside = text[1..close];
        var length = close + 1;
        if (length < text.Length && text[length] is '、' or '.') length++;
        if (DigitRun(inside) == inside.Length && inside.Length <= 3) return new(NumberStyle.DigitsInBrackets, int.Parse(inside), length);
        return HanValue(inside) is { } value ? new(NumberStyle.HanInBrackets, value, length) : null;
    }

    /// <summary>【3】, 【任务3】; other words in such brackets are a title.</summary>
    private static Numbering? ReadInHeavyBrackets(ReadOnlySpan<char> text)
    {
        var from = text.Length > 3 && text[1..3] is "任务" or "问题" or "项目" or "事项" or "措施" ? 3 : 1;
        var digits = DigitRun(text[from..]);
        return digits is > 0 and <= 3 && from + digits + 1 < text.Length && text[from + digits] == '】'
            ? new(from > 1 ? NumberStyle.Named : NumberStyle.Digits, int.Parse(text.Slice(from, digits)), from + digits + 1) : null;
    }

    private static Numbering? ReadOrdinalHeading(ReadOnlySpan<char> text)
    {
        var end = 1;
        while (end < text.Length && end < 8 && (char.IsAsciiDigit(text[end]) || HanValue(text.Slice(end, 1)) is not null || text[end] is '百' or '零')) end++;
        if (end == 1 || end >= text.Length) return null;
        var value = (DigitRun(text[1..end]) == end - 1 ? int.Parse(text[1..end]) : HanValue(text[1..end])) ?? 0;
        NumberStyle? style = text[end] switch
        {
            '章' => NumberStyle.Chapter,
            '节' => NumberStyle.Section,
            '条' => NumberStyle.Article,
            '编' => NumberStyle.Part,
            '部' when end + 1 < text.Length && text[end + 1] == '分' => NumberStyle.Part,
            '件' or '项' when text[end..Math.Min(text.Length, end + LongestCounted)].IndexOf(':') > 0 => NumberStyle.Named,
            _ => null,
        };
        if (style is null) return null;
        end += style == NumberStyle.Named ? text[end..].IndexOf(':') : style == NumberStyle.Part && text[end] == '部' ? 2 : 1;
        return new(style.Value, value, end < text.Length && text[end] is '、' or ':' ? end + 1 : end);
    }

    /// <summary>首先, 其次, 再次, and 最后, whose place in the count depends on how many there are.</summary>
    private static Numbering? ReadSpoken(ReadOnlySpan<char> text) => text.Length < 4 || text[2] is not (',' or '、' or ':') ? null : text[..2] switch
    {
        "首先" => new(NumberStyle.Ordinal, 1, 3),
        "其次" => new(NumberStyle.Ordinal, 2, 3),
        "再次" => new(NumberStyle.Ordinal, 3, 3),
        "最后" => new(NumberStyle.Ordinal, 0, 3),
        _ => null,
    };

    private static Numbering? ReadNamed(ReadOnlySpan<char> text)
    {
        if (text.Length < 5 || text[..2] is not ("任务" or "问题" or "项目" or "事项" or "措施")) return null;
        if (text[2..5] is "名称:") return new(NumberStyle.Named, 0, 5);
        var end = 2;
        while (end < text.Length && end < 6 && (char.IsAsciiDigit(text[end]) || HanDigits.Contains(text[end]) || text[end] == '十')) end++;
        if (end == 2 || end >= text.Length || text[end] is not (':' or '、' or '.')) return null;
        var value = DigitRun(text[2..end]) == end - 2 ? int.Parse(text[2..end]) : HanValue(text[2..end]);
        return value is { } n ? new(NumberStyle.Named, n, end + 1) : null;
    }

    private static Numbering? ReadHan(ReadOnlySpan<char> text)
    {
        var end = 0;
        while (end < text.Length && end < 6 && (HanDigits.Contains(text[end]) || text[end] is '十' or '百' or '零')) end++;
        if (end == 0 || end >= text.Length || HanValue(text[..end]) is not { } value) return null;
        return text[end] switch
        {
            '、' or '.' => new(NumberStyle.Han, value, end + 1),
            '是' or '要' when end == 1 && text[end] == '是' => new(NumberStyle.Ordinal, value, end + 1),
            _ => null,
        };
    }

    /// <summary>十二 = 12, 二十 = 20, 一百零三 = 103; null when it is no number.</summary>
    internal static int? HanValue(ReadOnlySpan<char> han)
    {
        if (han.IsEmpty) return null;
        int total = 0, pending = 0;
        foreach (var c in han)
        {
            var digit = HanDigits.IndexOf(c);
            if (digit >= 0) pending = (pending * 10) + digit;
            else if (c == '十') (total, pending) = (total + (Math.Max(pending, 1) * 10), 0);
            else if (c == '百') (total, pending) = (total + (Math.Max(pending, 1) * 100), 0);
            else if (c != '零') return null;
        }
        return total + pending;
    }

    private static int DigitRun(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && char.IsAsciiDigit(text[length])) length++;
        return length;
    }

    private static bool IsHan(char c) => c is >= '\u4E00' and <= '\u9FFF';
}
