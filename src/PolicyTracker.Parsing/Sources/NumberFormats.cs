using System.Globalization;
using System.Text;

namespace PolicyTracker.Parsing.Sources;

/// <summary>The number formats of automatic numbering (ECMA-376 part 1, 17.18.59 ST_NumberFormat) as Word prints them in Chinese text.</summary>
internal static class NumberFormats
{
    private const string Digits = "〇一二三四五六七八九";
    private const string Formal = "零壹贰叁肆伍陆柒捌玖";

    /// <param name="format">The format's name in the file, e.g. <c>chineseCounting</c>; an unknown one counts in Arabic digits.</param>
    public static string Print(int n, string format) => format switch
    {
        "none" or "bullet" => "",
        "chineseCounting" or "taiwaneseCounting" or "japaneseCounting" => n < 100 ? Counting(n, Digits, "零", "十百千") : Each(n),
        "chineseCountingThousand" or "taiwaneseCountingThousand" => Counting(n, Digits, "零", "十百千"),
        "chineseLegalSimplified" or "ideographLegalTraditional" => Counting(n, Formal, "零", "拾佰仟"),
        "ideographDigital" or "taiwaneseDigital" or "japaneseDigitalTenThousand" => Each(n),
        "decimalEnclosedCircle" or "decimalEnclosedCircleChinese" => Circled(n),
        "decimalEnclosedParen" => n is >= 1 and <= 20 ? ((char)('⑴' + n - 1)).ToString() : $"({n})",
        "decimalEnclosedFullstop" => n is >= 1 and <= 20 ? ((char)('⒈' + n - 1)).ToString() : $"{n}.",
        "ideographEnclosedCircle" => n is >= 1 and <= 10 ? ((char)('㊀' + n - 1)).ToString() : Decimal(n),
        "ideographTraditional" => Of(n, "甲乙丙丁戊己庚辛壬癸"),
        "ideographZodiac" => Of(n, "子丑寅卯辰巳午未申酉戌亥"),
        "decimalFullWidth" or "decimalFullWidth2" => string.Concat(Decimal(n).Select(c => (char)(c - '0' + '０'))),
        "decimalZero" => n.ToString("00", CultureInfo.InvariantCulture),
        "upperLetter" => Letters(n, 'A'),
        "lowerLetter" => Letters(n, 'a'),
        "upperRoman" => Roman(n),
        "lowerRoman" => Roman(n).ToLowerInvariant(),
        "numberInDash" => $"- {n} -",
        _ => Decimal(n),
    };

    /// <summary>① to ㊿, beyond that Arabic digits.</summary>
    public static string Circled(int n) => n switch
    {
        >= 1 and <= 20 => ((char)('①' + n - 1)).ToString(),
        >= 21 and <= 35 => ((char)('㉑' + n - 21)).ToString(),
        >= 36 and <= 50 => ((char)('㊱' + n - 36)).ToString(),
        _ => Decimal(n),
    };

    private static string Decimal(int n) => n.ToString(CultureInfo.InvariantCulture);

    private static string Of(int n, string names) => n >= 1 && n <= names.Length ? names[n - 1].ToString() : Decimal(n);

    private static string Each(int n) => string.Concat(Decimal(n).Select(c => char.IsAsciiDigit(c) ? Digits[c - '0'] : c));

    /// <summary>十, 十一, 二十, 一百零一: 10 to 19 without a leading 一.</summary>
    private static string Counting(int n, string digits, string zero, string units)
    {
        if (n is <= 0 or > 9999) return n == 0 ? zero : Decimal(n);
        var printed = new StringBuilder();
        var gap = false;
        for (var (power, unit) = (1000, 2); power >= 1; power /= 10, unit--)
        {
            var digit = n / power % 10;
            if (digit == 0) { gap = printed.Length > 0; continue; }
            if (gap) printed.Append(zero);
            gap = false;
            if (!(power == 10 && digit == 1 && n < 20 && digits == Digits)) printed.Append(digits[digit]);
            if (unit >= 0) printed.Append(units[unit]);
        }
        return printed.ToString();
    }

    /// <summary>A to Z, then AA, BB: Word repeats the letter.</summary>
    private static string Letters(int n, char first) =>
        n is < 1 or > 780 ? Decimal(n) : new string((char)(first + (n - 1) % 26), (n - 1) / 26 + 1);

    private static string Roman(int n)
    {
        if (n is < 1 or > 3999) return Decimal(n);
        var printed = new StringBuilder();
        foreach (var (value, letters) in RomanValues)
        {
            for (; n >= value; n -= value) printed.Append(letters);
        }
        return printed.ToString();
    }

    private static readonly (int Value, string Letters)[] RomanValues =
    [
        (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ];
}
