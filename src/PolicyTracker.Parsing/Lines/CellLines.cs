using System.Text.RegularExpressions;
using PolicyTracker.Parsing.Tasks;

namespace PolicyTracker.Parsing.Lines;

/// <summary>Lines that hold one cell of a table each, as a page's text has them when it lost the table.</summary>
internal static partial class CellLines
{
    private const int LongestTitle = 40;
    private const int LongestCounted = 160;
    private const int LongestAnnexLabel = 6;
    private const int LongestGloss = 16;

    /// <summary>The cell that a line holds; null for a blank line, a row of several cells, the number of a page and the label of the next annex.</summary>
    public static Line? Cell(Line line) =>
        line.Kind == LineKind.Row && line.Cells.Count == 1 ? line.Cells[0]
        : IsAnnexLabel(line.Clean) ? null
        : line.Kind == LineKind.Text || (line.Kind == LineKind.Furniture && line.Clean.Length > 0 && !IsPageNumber(line.Clean)) ? line
        : null;

    /// <summary>附件, 附件2, 附表三: below it the next annex begins.</summary>
    private static bool IsAnnexLabel(string clean) =>
        clean.Length is > 1 and <= LongestAnnexLabel && clean[0] == '附' && clean[1] is '件' or '表' or '录' && clean.AsSpan(2).IndexOfAnyExcept("0123456789一二三四五六七八九十:-") < 0;

    /// <summary>注:…: below a table, or at the end of one of its cells.</summary>
    public static bool IsNote(string clean) => clean.StartsWith("注:", StringComparison.Ordinal) || clean.StartsWith("备注:", StringComparison.Ordinal);

    /// <summary>Whether a line between two cells says nothing: blank, or the number of a page.</summary>
    public static bool IsGap(Line line) => line.Kind is LineKind.Blank or LineKind.Furniture && Cell(line) is null;

    /// <summary>The number of a row that stands in a cell of its own (3, 3., 3、, (3)); null for any other cell.</summary>
    public static int? RowNumber(string clean)
    {
        var digits = clean is ['(', .., ')'] ? clean.AsSpan(1, clean.Length - 2) : clean.AsSpan().TrimEnd("、.");
        return digits.Length is > 0 and <= 3 && clean.Length - digits.Length <= 2 && digits.IndexOfAnyExceptInRange('0', '9') < 0 ? int.Parse(digits) : null;
    }

    /// <summary>The number in front of a few words (3.完善制度), or in brackets in front of a sentence ((3)完善制度。), that counts a row; null for any other cell.</summary>
    public static int? NumberInTitle(string clean, NumberStyle style) =>
        clean.Length <= (style == NumberStyle.Digits ? LongestTitle : LongestCounted) && Numbering.Read(clean) is { } number && number.Style == style && number.Length < clean.Length
        && (style != NumberStyle.Digits || !clean.Contains('。')) ? number.Value : null;

    /// <summary>Whether whole names of organs stand below each other (县水利局 / 县住建局); 市政 / 府办 / 公厅 are pieces of one, and (县河长办) belongs to the line above.</summary>
    public static bool ListOnePerLine(IReadOnlyList<Line> lines)
    {
        var names = lines.Where(l => !IsGloss(l.Clean)).ToList();
        return names.Zip(names.Skip(1)).Any(pair => pair.First.Clean.Length > 2 && pair.Second.Clean.Length > 2 && OrganName.LooksLikeList(pair.First.Clean) && OrganName.LooksLikeList(pair.Second.Clean) && (StackedCell.OpensKnown(pair.Second.Clean) || EndAlike(pair.First.Clean, pair.Second.Clean) || OpensWithPlace().IsMatch(pair.Second.Clean)));
    }

    /// <summary>东湖街道、西山镇: whole names by their place.</summary>
    [GeneratedRegex("^[\u4E00-\u9FFF]{2,12}(?:街道(?:办事处|办)?|[镇乡](?:人民政府|政府)?|管委会|社区)(?:$|[、,])")]
    private static partial Regex OpensWithPlace();

    /// <summary>(单位), (区水务局): a bracket alone on its line.</summary>
    public static bool IsGloss(string clean) => clean is ['(', .., ')'] and { Length: > 3 and <= LongestGloss } && clean.AsSpan(1, clean.Length - 2).IndexOfAnyExceptInRange('\u4E00', '\u9FFF') < 0;

    /// <summary>综合规划处 / 设施养护处: the rest of a broken name does not end as its beginning does.</summary>
    private static bool EndAlike(string first, string second) => first.Length > 3 && second.Length > 3 && (first[^1] == second[^1] && first[^1] is '处' or '科' or '股' or '室' or '局' or '委' or '办' || IsFirm(first) && IsFirm(second));

    private static bool IsFirm(string name) => name.EndsWith("公司", StringComparison.Ordinal) || name.EndsWith("集团", StringComparison.Ordinal);

    /// <summary>一、 or (一) in front of a few words: the title of a section over the table's full width.</summary>
    public static bool IsNumberedTitle(string clean) => IsHanNumber(clean) || (clean.Length <= LongestTitle && Numbering.Read(clean) is { Style: NumberStyle.Han or NumberStyle.HanInBrackets });

    /// <summary>五 or (五) in a cell of its own.</summary>
    public static bool IsBareNumber(string clean) => IsHanNumber(clean) || (clean.Length <= 5 && Numbering.Read(clean) is { } number && number.Length == clean.Length);

    /// <summary>五 in a cell of its own.</summary>
    public static bool IsHanNumber(string clean) => clean.Length is > 0 and <= 3 && Numbering.HanValue(clean) is > 0 and < 100;

    /// <summary>-3-; 3/8 may be a cell.</summary>
    private static bool IsPageNumber(string clean) => clean[0] is '-' or '·' or '第' && clean.AsSpan().IndexOfAnyInRange('0', '9') >= 0;
}
