using System.Text;
using System.Xml.Linq;

namespace PolicyTracker.Parsing.Sources;

/// <summary>
/// Automatic numbers as Word prints them (ECMA-376 part 1, 17.9): levels, restarts, formats and the numbering that
/// styles carry. Asked once per paragraph, in the order of the text.
/// </summary>
internal sealed class DocxNumbering
{
    private const int Levels = 9;

    private sealed record Level(int Start, string Format, string Text, string Suffix, int? RestartAfter, bool Legal, string? Style);

    private sealed record Definition(string Key, Level?[] Levels, string? LinkedStyle);

    private sealed record Instance(Definition Definition, Level?[] Levels, int?[] StartOverrides);

    private readonly DocxStyles styles;
    private readonly Dictionary<int, Instance> instances = [];
    private readonly Dictionary<string, int?[]> counters = new(StringComparer.Ordinal);
    private readonly HashSet<int> begun = [];

    public DocxNumbering(XElement? root, DocxStyles styles)
    {
        this.styles = styles;
        var definitions = new Dictionary<string, Definition>(StringComparer.Ordinal);
        var named = new Dictionary<string, Definition>(StringComparer.Ordinal);
        foreach (var element in root.Children("abstractNum"))
        {
            var definition = new Definition(element.Attr("abstractNumId") ?? "", ReadLevels(element), element.Child("numStyleLink")?.Attr("val"));
            definitions.TryAdd(definition.Key, definition);
            if (element.Child("styleLink")?.Attr("val") is { } style) named.TryAdd(style, definition);
        }
        foreach (var element in root.Children("num")) AddInstance(element, definitions, named);
    }

    /// <summary>The printed number with the blank behind it; empty for a paragraph without one. Counts it.</summary>
    public string Next(XElement? properties)
    {
        var style = properties.Child("pStyle")?.Attr("val");
        var (number, level) = DocxStyles.ReadNumbering(properties);
        if (number is null && styles.Numbering(style) is { } inherited)
        {
            number = inherited.Number;
            level ??= inherited.Level ?? LevelOfStyle(inherited.Number, inherited.Style);
        }
        return number is > 0 && instances.TryGetValue(number.Value, out var instance)
            ? Print(instance, number.Value, Math.Clamp(level ?? 0, 0, Levels - 1))
            : "";
    }

    private int? LevelOfStyle(int number, string style)
    {
        if (!instances.TryGetValue(number, out var instance)) return null;
        var level = Array.FindIndex(instance.Levels, l => l?.Style == style);
        return level < 0 ? null : level;
    }

    private string Print(Instance instance, int number, int at)
    {
        if (instance.Levels[at] is not { } level) return "";
        var counts = Count(instance, number, at);
        if (level.Format == "bullet") return "";
        var printed = new StringBuilder();
        for (var i = 0; i < level.Text.Length; i++)
        {
            if (level.Text[i] == '%' && i + 1 < level.Text.Length && level.Text[i + 1] is >= '1' and <= '9')
            {
                var part = level.Text[++i] - '1';
                var format = level.Legal ? "decimal" : instance.Levels[part]?.Format ?? "decimal";
                printed.Append(NumberFormats.Print(counts[part] ?? instance.Levels[part]?.Start ?? 1, format));
            }
            else
            {
                printed.Append(level.Text[i]);
            }
        }
        // A tab behind 一、 or （一） shows as no gap worth keeping, behind 1. it does.
        if (printed.Length > 0 && level.Suffix != "nothing" && printed[^1] < 0x80) printed.Append(' ');
        return printed.ToString();
    }

    /// <summary>Lists of one definition count on together unless an instance sets its own start.</summary>
    private int?[] Count(Instance instance, int number, int at)
    {
        if (!counters.TryGetValue(instance.Definition.Key, out var counts)) counters[instance.Definition.Key] = counts = new int?[Levels];
        if (begun.Add(number))
        {
            for (var i = 0; i < Levels; i++)
                if (instance.StartOverrides[i] is { } start) counts[i] = start - 1;
        }
        counts[at] = counts[at] + 1 ?? instance.Levels[at]!.Start;
        for (var i = at + 1; i < Levels; i++)
        {
            var restart = instance.Levels[i]?.RestartAfter;
            if (restart is null || (restart > 0 && at < restart)) counts[i] = null;
        }
        return counts;
    }

    private void AddInstance(XElement element, Dictionary<string, Definition> definitions, Dictionary<string, Definition> named)
    {
        if (DocxStyles.Int(element.Attr("numId")) is not { } id) return;
        if (!definitions.TryGetValue(element.Child("abstractNumId")?.Attr("val") ?? "", out var definition)) return;
        if (definition.LinkedStyle is { } link && named.TryGetValue(link, out var linked)) definition = linked;
        var levels = (Level?[])definition.Levels.Clone();
        var starts = new int?[Levels];
        foreach (var change in element.Children("lvlOverride"))
        {
            if (DocxStyles.Int(change.Attr("ilvl")) is not { } at || at is < 0 or >= Levels) continue;
            starts[at] = DocxStyles.Int(change.Child("startOverride")?.Attr("val"));
            if (change.Child("lvl") is { } level) levels[at] = ReadLevel(level);
        }
        instances.TryAdd(id, new Instance(definition, levels, starts));
    }

    private static Level?[] ReadLevels(XElement definition)
    {
        var levels = new Level?[Levels];
        foreach (var level in definition.Children("lvl"))
        {
            if (DocxStyles.Int(level.Attr("ilvl")) is { } at && at is >= 0 and < Levels) levels[at] = ReadLevel(level);
        }
        return levels;
    }

    private static Level ReadLevel(XElement level) => new(
        DocxStyles.Int(level.Child("start")?.Attr("val")) ?? 1,
        level.Descendants().LastOrDefault(e => e.Is("numFmt"))?.Attr("val") ?? "decimal",
        level.Child("lvlText")?.Attr("val") ?? "",
        level.Child("suff")?.Attr("val") ?? "tab",
        DocxStyles.Int(level.Child("lvlRestart")?.Attr("val")),
        level.Child("isLgl") is { } legal && legal.Attr("val") is not ("0" or "false"),
        level.Child("pStyle")?.Attr("val"));
}
