using System.Text.RegularExpressions;
using PolicyTracker.Parsing.Lines;

namespace PolicyTracker.Parsing.Tasks;

/// <summary>One name of a list, with what stands in brackets behind it.</summary>
/// <param name="Clean">The name folded, without gloss.</param>
/// <param name="Start">Where it starts in the paragraph's folded text.</param>
/// <param name="Gloss">What the brackets behind the name say; null when nothing.</param>
/// <param name="IsClass">Named by 等…: a further class of organs.</param>
/// <param name="Tail">What the list says once for several names and this one lacks in print; null when nothing.</param>
internal readonly record struct ListedName(string Clean, int Start, int End, string? Gloss, bool IsClass = false, string? Tail = null);

/// <summary>Cuts a list of organs into names: at 、 , ; / and spaces, at 和 and 及 where both sides are names, at 等.</summary>
internal static partial class OrganList
{
    /// <summary>A name and a bracket behind it.</summary>
    private const int LongestGlossed = OrganName.Longest + 22;

    /// <summary>Between two marks: names that blanks or words part; what is longer is no list.</summary>
    private const int LongestStretch = 800;

    public static List<ListedName> Cut(Paragraph paragraph, int start, int end)
    {
        var names = new List<ListedName>();
        var depth = 0;
        var from = start;
        for (var i = start; i <= end; i++)
        {
            var c = i < end ? paragraph.Clean[i] : ',';
            if (c is '(' or '〔' or '[' or '<') depth++;
            else if (c is ')' or '〕' or ']' or '>') depth = Math.Max(depth - 1, 0);
            else if (depth == 0 && i > from && c is >= '①' and <= '⑳')
            {
                AddSpaced(names, paragraph, from, i);
                from = i;
            }
            else if (i == end || (depth == 0 && c is '、' or ',' or ';' or '。' or ':'))
            {
                if (c == '、' && LevelsBefore().IsMatch(paragraph.Clean.AsSpan(from, i - from)) && LevelsBehind().IsMatch(paragraph.Clean.AsSpan(i + 1, end - i - 1))
                    && !(LowestLevel().IsMatch(paragraph.Clean.AsSpan(from, i - from)) && OrganAbove().IsMatch(paragraph.Clean.AsSpan(i + 1, end - i - 1)))) continue;
                if (c == '、' && (PartyAndGovernment(paragraph.Clean, from, i, end) || IsInAllOffices(paragraph.Clean, i, end))) continue;
                AddSpaced(names, paragraph, from, i);
                from = i + 1;
            }
            else if (depth == 0 && c is '/' or '\\' or '|' or '·' && i - from <= OrganName.Longest && OrganName.IsOrgan(paragraph.Clean[from..i]))
            {
                AddSpaced(names, paragraph, from, i);
                from = i + 1;
            }
        }
        ElidedTail.PutBack(names, paragraph.Clean);
        return names;
    }

    /// <summary>市财政局 市教育局, 市财政局(牵头) 市教育局: a blank parts two names where the left one is complete.</summary>
    private static void AddSpaced(List<ListedName> names, Paragraph paragraph, int start, int end)
    {
        if (end - start > LongestStretch)
        {
            names.Add(new(paragraph.Clean[start..end], start, end, null));
            return;
        }
        for (var i = start + 2; i < end - 1; i++)
        {
            if (!paragraph.HasBlankBefore(i) || paragraph.Clean[i] is '(' or '、' or ',' || i - start > LongestGlossed || RestOfName().IsMatch(paragraph.Clean.AsSpan(i, end - i)) || !(OpensWithLevelled(paragraph, i, end) || OrganName.IsOrgan(TrailingGloss().Replace(paragraph.Clean[start..i], "")) && MayStandAlone(paragraph.Clean[i..end]))) continue;
            if (Depth(paragraph.Clean.AsSpan(start, i - start)) != 0) continue;
            Add(names, paragraph.Clean, start, i);
            start = i;
        }
        Add(names, paragraph.Clean, start, end);
    }

    /// <summary>Whether the first name is only the end of one: 人民政府、县教育局.</summary>
    public static bool OpensWithRestOfName(string text) => RestOfName().IsMatch(text.AsSpan(0, text.AsSpan().IndexOfAny('、', ',', ';') is var cut && cut < 0 ? text.Length : cut));

    /// <summary>各乡镇 / 人民政府, 市委 / 宣传部: a line break inside a name.</summary>
    [GeneratedRegex("^(?:人民政府|政府|管委会|办事处|党委|(?:组织|宣传|统战|社会工作)部|(?:政法|网信|编|改革|保密|老干部)(?:委|办|局))$")]
    private static partial Regex RestOfName();

    /// <summary>某某综合试点 区招商局: what the next name's own level parts from it need not be known.</summary>
    private static bool OpensWithLevelled(Paragraph paragraph, int from, int end)
    {
        var to = from + 1;
        while (to < end && to - from <= OrganName.Longest && !paragraph.HasBlankBefore(to)) to++;
        return TagReader.IsLevelled(paragraph.Clean[from..to]) && ElidedPrefix.PrefixLength(paragraph.Clean[from..to]) > 0;
    }

    /// <summary>Another name, or until when (各区政府 6月底前).</summary>
    private static bool MayStandAlone(string behindBlank) => OrganName.HasOrganEnding(behindBlank) || behindBlank[0] == '各' && OrganName.IsGroup(behindBlank) || DeadlineReader.LooksLikeDeadline(behindBlank);

    private static void Add(List<ListedName> names, string text, int start, int end)
    {
        if (Conjunction(text, start, end) is { } at)
        {
            Add(names, text, start, at.Start);
            Add(names, text, at.End, end);
            return;
        }
        if (AndSoOn().Match(text, start, end - start) is { Success: true } m && Depth(text.AsSpan(start, m.Index - start)) == 0)
        {
            Add(names, text, start, m.Index);
            var rest = text[(m.Index + 1)..end];
            if (!BareClass().IsMatch(rest) && (OrganName.IsGroup(rest) || OrganName.HasOrganEnding(rest))) names.Add(new(rest, m.Index + 1, end, null, true));
            return;
        }
        if (SecondClass(text, start, end) is { } second)
        {
            Add(names, text, start, second);
            Add(names, text, second, end);
            return;
        }
        var cut = text.AsSpan(start, end - start);
        if (cut.EndsWith("等")) end--;
        if (end <= start) return;
        var gloss = GlossStart(text, start, end);
        names.Add(gloss is { } g
            ? new(text[start..g], start, g, text[(g + 1)..(end - 1)])
            : new(text[start..end], start, end, null));
    }

    /// <summary>各处室各科组: a class where another begins without a mark between them; 各级各部门 is one.</summary>
    private static int? SecondClass(string text, int start, int end)
    {
        if (end - start < 4 || text[start] != '各' || text.IndexOf('各', start + 2, end - start - 2) is not (> 0 and var second)) return null;
        return OrganName.IsGroup(text[start..second]) && OrganName.HasOrganEnding(text[start..second]) ? second : null;
    }

    /// <summary>市委宣传部和市教育局, but not 实验室与设备管理处, 市住房和城乡建设局, 相关部门和单位, 各乡镇党委和政府, 中央和国家机关工委.</summary>
    private static (int Start, int End)? Conjunction(string text, int start, int end)
    {
        for (var i = start + 2; i < end - 1; i++)
        {
            var length = text[i] switch { '和' or '及' or '与' => 1, '以' when text[i + 1] == '及' => 2, '会' when text[i + 1] == '同' => 2, _ => 0 };
            if (length == 0 || Depth(text.AsSpan(start, i - start)) != 0) continue;
            if (length == 1 && i - start > OrganName.Longest) continue;
            var (left, right) = (text[start..i], text[(i + length)..end].TrimEnd('等'));
            if (BareLevels().IsMatch(left) && GovernmentsOfClass().IsMatch(right)) continue;
            if (left.EndsWith("党委", StringComparison.Ordinal) && right is "政府" or "人民政府") continue;
            if (length == 2 && text[i] == '会') return (i, i + length);
            if (text[i] == '与' && !TagReader.IsLevelled(left) && ElidedPrefix.PrefixLength(left) is null && !OrganName.IsGroup(left)) continue;
            if (left is not "中央" && OrganName.IsOrgan(left) && (OrganName.IsOrgan(right) || right.StartsWith('各') && OrganName.IsGroup(right)) && !Partner().IsMatch(right)) return (i, i + length);
        }
        return null;
    }

    /// <summary>各县(市)及相关区政府 is one class: what they are called stands once, at the end.</summary>
    [GeneratedRegex("^各[省市县区州旗乡镇]{1,3}(?:\\([省市县区州旗乡镇、]{1,6}\\))?$")]
    private static partial Regex BareLevels();

    [GeneratedRegex("^(?:各|有关|相关)[省市县区州旗乡镇]{1,3}(?:人民政府|政府)$")]
    private static partial Regex GovernmentsOfClass();

    /// <summary>Brackets behind a name hold a gloss, unless they are part of a class's name (各县(市、区), 乡镇(街道)) or say how else it may end (学生工作部(处)).</summary>
    private static int? GlossStart(string text, int start, int end)
    {
        if (text[end - 1] is not (')' or '〕' or ']' or '>')) return null;
        var depth = 0;
        for (var i = end - 1; i > start; i--)
        {
            if (text[i] is ')' or '〕' or ']' or '>') depth++;
            else if (text[i] is '(' or '〔' or '[' or '<' && --depth == 0)
            {
                return end - i == 3 && text[i + 1] is '处' or '部' or '局' or '办' or '委' or '科' or '室' || LevelsInBrackets().IsMatch(text.AsSpan(i + 1, end - i - 2)) && OrganName.IsGroup(text[start..end]) ? null : i;
            }
        }
        return null;
    }

    private static int Depth(ReadOnlySpan<char> text)
    {
        var depth = 0;
        foreach (var c in text) depth += c is '(' or '〔' or '[' or '<' ? 1 : c is ')' or '〕' or ']' or '>' ? -1 : 0;
        return depth;
    }

    /// <summary>各县(市、区)党委、政府 is one class.</summary>
    private static bool PartyAndGovernment(string text, int from, int at, int end) =>
        text.AsSpan(from, at - from).EndsWith("党委") && text.AsSpan(at + 1, end - at - 1).StartsWith("政府") && OrganName.IsGroup(text[from..at]);

    /// <summary>各委、办、局 is one class.</summary>
    private static bool IsInAllOffices(string text, int at, int end) =>
        text[at - 1] is '部' or '委' or '办' && AllOffices().Match(text, Math.Max(0, at - 6), Math.Min(end, at + 6) - Math.Max(0, at - 6)) is { Success: true } m && m.Index < at && at < m.Index + m.Length;

    [GeneratedRegex("(?<=各|有关|相关|直|政府)(?:部、)?(?:委、办、局|委、办|委、局|办、局)(?=$|[、,;。)及和])")]
    private static partial Regex AllOffices();

    /// <summary>各市、县人民政府 and 13个街道、镇 are one class each: both levels share the word that follows, or the number in front.</summary>
    [GeneratedRegex("(?:各(?:盟|地区|地)(?:行署|行政公署)$|(?:各|有关|相关)(?:省|市|州|县|区|盟|旗|乡|镇|自治区|自治州|自治县){1,3}|^(?:\\d{1,3}|[一二两三四五六七八九十]{1,3})个(?:街道|省|市|州|县|区|旗|乡|镇){1,3})(?:[(〔][^()〔〕]{1,12}[)〕])?(?:、(?:省|市|州|县|区|盟|旗|乡|镇|自治区|自治州|自治县){1,3}|、(?:省?直管市|林区|直管县))*$")]
    private static partial Regex LevelsBefore();

    [GeneratedRegex("^(?:(?:省|市|州|县|区|盟|旗|乡|镇|自治区|自治州|自治县|直辖市|直管市|直管县){1,3}(?:[(〔][^()〔〕]{1,12}[)〕])?、?){1,4}(?:$|[、,;及和]|人民政府|政府|党委|党委政府|委|教育局|[\u4E00-\u9FFF]{2,8}局|[\u4E00-\u9FFF-[各直属级有相]]{2,8}部门)")]
    private static partial Regex LevelsBehind();

    /// <summary>各乡镇、县市场监管局, 各县区、市教育局 and 各县（市、区）、市教育局 are a class and an organ of the level above it, which shares no word with it.</summary>
    [GeneratedRegex("(?:各|有关|相关)(?:乡|镇|[省市州县区盟旗乡镇]{2,4}|[县区旗乡镇]{1,2}[(〔][^()〔〕]{1,12}[)〕])$")]
    private static partial Regex LowestLevel();

    [GeneratedRegex("^[市县区旗州](?:委|人大|政协|政府(?=[\u4E00-\u9FFF])|[\u4E00-\u9FFF]{2,14}(?:局|办|中心|队|部|院|公司|委|联|会)(?:$|[、,;。)]))")]
    private static partial Regex OrganAbove();

    [GeneratedRegex("\\([^()]{1,20}\\)$")]
    private static partial Regex TrailingGloss();

    [GeneratedRegex("(?<![高中初平对同])等(?=[^)]{2,20}$)")]
    private static partial Regex AndSoOn();

    [GeneratedRegex("^(?:单位|机构|企业|部门|个人|组织|科研院所|院所|高校|团体)(?:$|(?=[及和与]))")]
    private static partial Regex Partner();

    /// <summary>甲、乙等部门 says what 甲 and 乙 are and names no others.</summary>
    [GeneratedRegex("^(?:\\d{1,2}|[一二三四五六七八九十]{1,2})?[个家]?(?:部门|单位|部门单位|部门和单位|部门\\(单位\\))$")]
    private static partial Regex BareClass();

    [GeneratedRegex("^(?!含|包括)(?:[省市县区州旗盟乡镇街场村居社、]{1,10}|自治[区州县旗]|单位|部门|中心|[处科股]室|站所?|所|院|部|办|局|公司|企业|学校|[\u4E00-\u9FFF、]{0,12}(?:街道|管委会|办事处|街道办|功能区|园区|[\u4E00-\u9FFF]区|政府|行署|行政公署|农场|林场|社区))$")]
    private static partial Regex LevelsInBrackets();
}
