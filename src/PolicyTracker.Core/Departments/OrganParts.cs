using System.Text.RegularExpressions;

namespace PolicyTracker.Core.Departments;

/// <summary>How an organ's name is put together: 乐山 + 市 + 委 + 宣传 + 部.</summary>
/// <param name="HasPlace">The place itself stands in it, not its level alone.</param>
/// <param name="Level">省, 市, 县, 区 …; empty where it is left out.</param>
/// <param name="Side">委 or 政府 where the name says whose organ it is; else empty.</param>
/// <param name="Core">The fields of work, in the form in which names are compared.</param>
internal sealed partial record OrganParts(bool HasPlace, string Level, string Side, string Core, string Ending)
{
    public static OrganParts Of(string name, string place)
    {
        var key = DepartmentName.KeyOf(name);
        // 乐山市财政局 is 市财政局 once more; of a place whose name is one character long nothing is cut.
        var stem = place.Length > 2 ? place[..^1] : "";
        var hasPlace = stem.Length > 0 && key.Length > place.Length && key.StartsWith(place, StringComparison.Ordinal);
        var match = Anatomy().Match(hasPlace ? key[stem.Length..] : key);
        return new(hasPlace, match.Groups["level"].Value, match.Groups["side"].Value, match.Groups["core"].Value, match.Groups["ending"].Value);
    }

    public string Body => Core + Ending;

    /// <summary>Without the words that many names carry and some leave out: 机关事务管理局, 机关事务局.</summary>
    public string LooseCore { get; } = Fillers().Replace(Core, "") is { Length: > 0 } loose ? loose : Core;

    // 市政府办 and 市委办 are offices of their own: there 政府 and 委 are no side but the name.
    [GeneratedRegex("^(?<level>自治区|省|市|县|区|州|盟|旗)?(?<side>(?:委|政府)(?!办$|办公厅$|$))?(?<core>.*?)(?<ending>中心|公司|集团|分局|支队|.)$", RegexOptions.Singleline)]
    private static partial Regex Anatomy();

    [GeneratedRegex("监督|管理|监管|事务|工作|行政|服务")]
    private static partial Regex Fillers();
}
