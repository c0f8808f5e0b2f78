using System.Buffers;
using System.Collections.Frozen;
using System.Text.RegularExpressions;
using PolicyTracker.Parsing.Lines;

namespace PolicyTracker.Parsing.Tasks;

/// <summary>
/// Puts back the level or place that a list names once (市科技局、财政局 gives 市科技局 and 市财政局).
/// Names that stand for themselves stay as printed: 教育厅, 工商分局, 某某海关, 机场集团, 各县区.
/// </summary>
internal sealed partial class ElidedPrefix(bool hallsCarryLevel = false)
{
    // Asked for parts of each name, which need not be cut out for it.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Fields = Lookup(OrganWords.Fields);
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Whole = Lookup([.. OrganWords.WholeNames, .. OrganWords.PartyNames]);
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Party = Lookup(OrganWords.PartyNames);
    private static readonly SearchValues<char> LastOfWhole = SearchValues.Create([.. OrganWords.WholeNames.Concat(OrganWords.PartyNames).Select(name => name[^1]).Distinct()]);
    private const int LongestPlace = 3;
    private static readonly int LongestField = OrganWords.Fields.Max(f => f.Length);

    /// <summary>市国资委、政府金融办: the level stands in front of 政府.</summary>
    private const string Government = "政府";

    private string level = "";
    private string bureau = "";
    private bool levelOnHalls = hallsCarryLevel;
    private bool afterCarrier;
    private bool saysPartyCommittee;
    private bool afterPartyOrgan;

    /// <summary>
    /// Whether a paragraph prints the level in front of 厅 (省教育厅). Some provinces never do (省发展改革委、教育厅): there a bare 厅 is whole.
    /// </summary>
    public static bool IsLevelledHall(Paragraph p) => p.Clean.Contains('厅') && LevelledHall().IsMatch(p.Clean);

    /// <summary>The name with what the list left out; remembers what an explicit name brings.</summary>
    public string Restore(string clean, string printed)
    {
        if (OfBureau().Match(clean) is { Success: true } own) bureau = own.Value;
        else if (bureau.Length > 0 && InnerOffice().IsMatch(clean)) return bureau + printed;
        if (OrganName.IsGroup(clean)) return printed;
        if (Length(clean) is not { } prefixLength) return IsOwnOffice(clean) || level is "镇" or "乡" && OfTownship().IsMatch(clean) || afterCarrier && Carrier().Match(clean) is { Success: true, Index: 0 } ? level + printed : Remember(clean, printed);
        if (prefixLength > 0) return Remember(clean, printed, prefixLength);
        if (level.Length == 0) return printed;
        if (Party.Contains(clean)) return (afterPartyOrgan || AlwaysOfCommittee(clean) ? PartyLevel : level) + printed;
        if (level is "国家" or "中央") return printed;
        if (clean.EndsWith('部') && !clean.EndsWith("指挥部", StringComparison.Ordinal)) return printed;
        return clean.EndsWith('厅') && !levelOnHalls ? printed : level + printed;
    }

    /// <summary>The name with the level that its list last printed, whether or not it stands for itself; null while none was.</summary>
    public string? WithLevel(string printed) => level.Length > 0 && !OfTheCentre().IsMatch(printed) ? level + printed : null;

    /// <summary>Where the known fields of work begin (1 in 市林业局, which is no slip of 市农业局); null when the name is not built of them.</summary>
    public static int? PrefixLength(string clean) => Length(clean);

    /// <summary>Whether a text is built of fields of work and nothing else: 民政, 住房城乡建设.</summary>
    public static bool AreFields(string clean) => clean.Length <= 16 && Cover(clean, clean.Length) == 0;

    /// <summary>组织部 is always 市委组织部; 编办 has been printed both as 市编办 and as 市委编办.</summary>
    private static bool AlwaysOfCommittee(string clean) => clean.EndsWith('部') || clean is "政法委" or "党校";

    private string PartyLevel => level is "国家" or "中央" ? "中央" : level == "自治区" || saysPartyCommittee ? level + "党委" : level + "委";

    private string Remember(string clean, string printed, int? prefixLength = null)
    {
        var prefix = prefixLength is { } n ? clean[..n] : LevelAlone().Match(clean).Value;
        if (Prefix().Match(prefix) is not { Success: true } m && !(m = Prefix().Match(LevelAlone().Match(clean).Value)).Success) return printed;
        level = m.Groups["level"].Value;
        saysPartyCommittee = m.Groups["party"].Success;
        afterPartyOrgan = saysPartyCommittee || m.Groups["committee"].Success;
        afterCarrier |= Carrier().IsMatch(clean);
        levelOnHalls |= clean.EndsWith('厅');
        return printed;
    }

    /// <summary>How many characters stand before the fields of work; 0 when the name is bare; null when it is not built of them.</summary>
    private static int? Length(string clean)
    {
        if (clean.EndsWith('部') && Party.Contains(clean) || StandingOffice().IsMatch(clean)) return 0;
        var best = WholeNameFrom(clean);
        foreach (var ending in OrganWords.ElidingEndings)
        {
            if (!clean.EndsWith(ending, StringComparison.Ordinal)) continue;
            var start = Cover(clean, clean.Length - ending.Length);
            if (start < clean.Length - ending.Length && !(best <= start)) best = start;
        }
        return best == Government.Length && clean.StartsWith(Government, StringComparison.Ordinal) ? 0 : best;
    }

    private static int? WholeNameFrom(ReadOnlySpan<char> clean)
    {
        if (clean.IsEmpty || !LastOfWhole.Contains(clean[^1])) return null;
        for (var i = 0; i <= Math.Min(clean.Length - 2, 12); i++)
            if (Whole.Contains(clean[i..])) return i;
        return null;
    }

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup(IEnumerable<string> words) => words.ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The leftmost position from which fields of work fill the name up to <paramref name="end"/>.</summary>
    private static int Cover(string clean, int end)
    {
        Span<bool> reached = stackalloc bool[end + 1];
        reached[end] = true;
        var leftmost = end;
        for (var i = end - 1; i >= 0; i--)
        {
            for (var length = 1; length <= LongestField && i + length <= end; length++)
            {
                if (!reached[i + length] || !IsField(clean, i, length, end)) continue;
                reached[i] = true;
                leftmost = i;
                break;
            }
        }
        return leftmost;
    }

    private static bool IsField(string clean, int at, int length, int end) =>
        Fields.Contains(clean.AsSpan(at, length)) || (length == 1 && at > 0 && at + 1 < end && clean[at] is '和' or '与' or '及');

    /// <summary>人民银行某某支行, 中国铁塔: what is not of the level of its list.</summary>
    [GeneratedRegex("^(?:人民银行|人行|中国|国家|国网|中央)")]
    private static partial Regex OfTheCentre();

    /// <summary>市局, 市交通委 in front of the inner offices of one bureau: 市局计量处、法规处.</summary>
    [GeneratedRegex("^(?:(?:[省市县区州]|总)局|[省市县区州][\u4E00-\u9FFF]{1,8}?(?:局|委|厅))(?=[\u4E00-\u9FFF]{2,16}[处科室股]$)")]
    private static partial Regex OfBureau();

    [GeneratedRegex("^(?!政府|人大|政协)[\u4E00-\u9FFF-[省市县区州各]][\u4E00-\u9FFF]{1,15}[处科室股]$")]
    private static partial Regex InnerOffice();

    [GeneratedRegex("[:、,;(〔](?:省|自治区)(?!政府|人民|委)[\u4E00-\u9FFF]{2,12}厅(?=[、,;)〕牵负配会等按])")]
    private static partial Regex LevelledHall();

    [GeneratedRegex("^(?<level>[\u4E00-\u9FFF]{0,7}(?:省|市|县|(?<![片园库景社校])区|州|旗|盟|自治区|自治州|自治县|兵团)|国家|中央|省|市|县|区|州|旗|盟|镇|乡)(?:人民政府|政府|(?<committee>委)|(?<party>党委?))?$")]
    private static partial Regex Prefix();

    /// <summary>镇财政所、派出所、卫生院: offices of other levels that a township lists among its own.</summary>
    [GeneratedRegex("^(?:派出所|司法所|卫生院|中心卫生院|供电所|国土所|税务所|信用社|敬老院|中心小学|中心校)$")]
    private static partial Regex OfTownship();

    /// <summary>减负办, 创城指挥部: the office of a campaign, whatever its field. A place in the name makes it whole (东湖街道办, 高新区招商办).</summary>
    [GeneratedRegex("^(?!各|有关|相关|国务院|中央|全国|国家|街道|政府|委|属地)[\u4E00-\u9FFF-[省市县区州旗盟镇乡村街园]]{2,10}(?:办|指挥部|(?:指挥部|领导小组|联席会议|委员会)办公室)$")]
    private static partial Regex StandingOffice();

    /// <summary>农发中心, 妇儿工委办公室: an office whose field is not known, though nothing in its name says that it is of another place (山东黄河河务局, 成都铁路局).</summary>
    private bool IsOwnOffice(string clean) =>
        level is not ("" or "国家" or "中央") && OwnOffice().Match(clean) is { Success: true } m && (m.Groups["stem"].Length is var stem && Cover(clean, stem) is var known && (known == stem || known > LongestPlace));

    [GeneratedRegex("^(?!各|有关|相关|国务院|中央|全国|国家|中国|人民|国网|街道|政府|委|属地|[省市县区州旗盟镇乡]|" + FarOff + ")(?:(?<stem>(?:城[乡市]|[\u4E00-\u9FFF-[省市县区州旗盟镇乡村街园部]]){2,8})(?:(?<![分支总])局|中心|工委|办公室)|(?<stem>[党纪]工委(?:[\u4E00-\u9FFF]{2,6}[部办室])?|党群部|台湾工作(?:部|办公室)))$", RegexOptions.ExplicitCapture)]
    private static partial Regex OwnOffice();

    /// <summary>电信公司, 联通公司 behind 市移动公司: what one of them is called, all are.</summary>
    [GeneratedRegex("(?:电信|联通|移动|铁塔|广电(?:网络)?|有线电视|网络)(?:分)?公司$")]
    private static partial Regex Carrier();

    /// <summary>Provinces and river basins, whose offices no city lists as its own.</summary>
    private const string FarOff = "北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾(?!工作)|内蒙古|广西|西藏|宁夏|新疆|长江|黄河|淮河|珠江|海河|太湖|松辽|东北|华北|华东|华中|华南|西南|西北";

    /// <summary>市老科协: the level is sure though the rest is not known.</summary>
    [GeneratedRegex("^(?:自治区|省|市|县|州|旗|盟|区|镇(?!村|街|属|级|直)|乡(?!镇|村|级|直))(?!域|块|市|县|区|州|级|直|属|政府$|人民政府|委$|场监|容|民|政|外|[东南西北中](?:区|[\u4E00-\u9FFF]*(?:园区|新区|街道|新城|片区)$))")]
    private static partial Regex LevelAlone();
}
