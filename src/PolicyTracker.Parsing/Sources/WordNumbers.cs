using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace PolicyTracker.Parsing.Sources;

/// <summary>Automatic numbers of a Word document: they are not in the text, a reader must count them.</summary>
internal sealed class WordNumbers
{
    private readonly Dictionary<int, Dictionary<int, Level>> formats = [];
    private readonly Dictionary<int, int[]> counters = [];
    private readonly Dictionary<string, NumberingProperties> styles = [];

    public WordNumbers(MainDocumentPart part)
    {
        var numbering = part.NumberingDefinitionsPart?.Numbering;
        if (numbering is null) return;
        var abstracts = new Dictionary<int, AbstractNum>();
        foreach (var a in numbering.Elements<AbstractNum>())
            if (a.AbstractNumberId?.Value is { } id) abstracts.TryAdd(id, a);
        foreach (var instance in numbering.Elements<NumberingInstance>())
        {
            if (instance.NumberID?.Value is not { } id || instance.AbstractNumId?.Val?.Value is not { } abstractId || !abstracts.TryGetValue(abstractId, out var format)) continue;
            formats[id] = format.Elements<Level>().Where(l => l.LevelIndex?.Value is not null).GroupBy(l => l.LevelIndex!.Value).ToDictionary(g => g.Key, g => g.First());
        }
        foreach (var style in part.StyleDefinitionsPart?.Styles?.Elements<Style>() ?? [])
            if (style.StyleId?.Value is { } id && style.StyleParagraphProperties?.NumberingProperties is { } properties) styles.TryAdd(id, properties);
    }

    /// <summary>The number that Word prints in front of the paragraph; empty when it has none.</summary>
    public string Next(Paragraph paragraph)
    {
        var properties = paragraph.ParagraphProperties?.NumberingProperties;
        if (properties is null && paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value is { } style) styles.TryGetValue(style, out properties);
        if (properties?.NumberingId?.Val?.Value is not { } id || !formats.TryGetValue(id, out var levels)) return "";
        var depth = Math.Clamp(properties.NumberingLevelReference?.Val?.Value ?? 0, 0, 8);
        if (!levels.TryGetValue(depth, out var level)) return "";
        if (!counters.TryGetValue(id, out var count)) counters[id] = count = new int[9];
        count[depth]++;
        Array.Clear(count, depth + 1, 8 - depth);
        return Print(level, levels, count);
    }

    private static string Print(Level level, Dictionary<int, Level> levels, int[] count)
    {
        var text = level.LevelText?.Val?.Value ?? "";
        for (var i = 0; i < 9; i++)
        {
            var placeholder = "%" + (i + 1).ToString(CultureInfo.InvariantCulture);
            if (!text.Contains(placeholder, StringComparison.Ordinal) || !levels.TryGetValue(i, out var format)) continue;
            var start = format.StartNumberingValue?.Val?.Value ?? 1;
            text = text.Replace(placeholder, Number(format.NumberingFormat?.Val?.Value, start + Math.Max(count[i], 1) - 1), StringComparison.Ordinal);
        }
        return level.NumberingFormat?.Val?.Value is { } kind && (kind == NumberFormatValues.Bullet || kind == NumberFormatValues.None) ? "" : text;
    }

    private static string Number(NumberFormatValues? format, int value) => format switch
    {
        NumberFormatValues.ChineseCounting or NumberFormatValues.ChineseCountingThousand or NumberFormatValues.JapaneseCounting
            or NumberFormatValues.TaiwaneseCounting or NumberFormatValues.TaiwaneseCountingThousand or NumberFormatValues.IdeographDigital => Han(value),
        NumberFormatValues.DecimalEnclosedCircle or NumberFormatValues.DecimalEnclosedCircleChinese when value is > 0 and <= 20 => ((char)('①' + value - 1)).ToString(),
        _ => value.ToString(CultureInfo.InvariantCulture),
    };

    private static string Han(int value)
    {
        const string digits = "〇一二三四五六七八九";
        if (value is <= 0 or >= 100) return value.ToString(CultureInfo.InvariantCulture);
        var tens = value / 10;
        return (tens == 0 ? "" : tens == 1 ? "十" : digits[tens] + "十") + (value % 10 == 0 ? "" : digits[value % 10].ToString());
    }
}
