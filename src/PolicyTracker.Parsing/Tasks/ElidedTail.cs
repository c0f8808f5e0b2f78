using System.Text.RegularExpressions;

namespace PolicyTracker.Parsing.Tasks;

/// <summary>
/// Puts back what a list says once, behind its last name: 民政、卫生健康部门 are two, 东山、西河、北口市人民政府 and 东山、西河、北口镇 are three.
/// Names that are whole without it (市财政局、税务部门) end the stretch.
/// </summary>
internal static partial class ElidedTail
{
    /// <param name="names">Names of one list, in order; those that lack their ending are given it.</param>
    /// <param name="text">The folded text that they were cut from.</param>
    public static void PutBack(List<ListedName> names, string text)
    {
        for (var i = names.Count - 1; i > 0; i--)
        {
            if (Tail(names[i].Clean) is not { } tail) continue;
            for (; i > 0 && SideBySide(names[i - 1], names[i], text) && Lacks(names[i - 1].Clean, tail); i--)
                names[i - 1] = names[i - 1] with { Clean = names[i - 1].Clean + tail, Tail = tail };
        }
    }

    /// <summary>民政 of 民政部门; null where no field of work stands in front of 部门.</summary>
    public static string? FieldOfDepartment(string name) =>
        Department().Match(name) is { Success: true } d && IsField(name[..d.Index]) ? name[..d.Index] : null;

    /// <summary>部门 behind a field of work, 市人民政府 behind a place; null for any other name.</summary>
    private static string? Tail(string name) =>
        FieldOfDepartment(name) is { } field ? name[field.Length..]
        : Government().Match(name) is { Success: true } g ? g.Groups["tail"].Value
        : null;

    private static bool Lacks(string name, string tail) =>
        tail.EndsWith("部门", StringComparison.Ordinal) ? IsField(name) : Place().IsMatch(name) && !IsField(name) && !OrganName.HasOrganEnding(name) && !OrganName.IsGroup(name);

    private static bool SideBySide(ListedName left, ListedName right, string text) =>
        left.Gloss is null && text.AsSpan(left.End, right.Start - left.End) is "、" or "和" or "及" or "与";

    private static bool IsField(string name) => name.Length > 1 && ElidedPrefix.AreFields(name);

    [GeneratedRegex("(?:行政)?(?:主管)?部门$")]
    private static partial Regex Department();

    [GeneratedRegex("^(?!各|有关|相关|其他|所属|辖区)[\u4E00-\u9FFF]{2,4}?(?<tail>(?:市|县|区|州|旗|镇|乡)(?:人民政府|政府|党委|管委会)|街道办事处|街道办?|镇|乡)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Government();

    /// <summary>东山: a place without the word for its level.</summary>
    [GeneratedRegex("^(?!各|市|县|区|省|有关|相关|其他)[\u4E00-\u9FFF]{2,4}$")]
    private static partial Regex Place();
}
