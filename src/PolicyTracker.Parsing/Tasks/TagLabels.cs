using System.Buffers;
using System.Text.RegularExpressions;

namespace PolicyTracker.Parsing.Tasks;

/// <summary>What the words in front of a colon announce (责任单位: …).</summary>
internal enum LabelKind
{
    Lead,
    Responsible,
    Support,
    Leader,
    Time,
    Ignored,
}

/// <summary>A label in a folded text: 牵头单位:, 完成时限:.</summary>
internal readonly record struct TagLabel(LabelKind Kind, int Start, int End);

/// <summary>The labels of responsibility tags, by how they are built: a word for the role, a word for who or when, a colon.</summary>
internal static partial class TagLabels
{
    private const string Who = "(?:单位|部门|处室|科室|股室|站所|办所|站办|部室|院系|支部|镇街|机构|机关|主体|学校|企业|乡镇|街道|县区|地区|委办局|处|科|股|局|方)";

    /// <summary>责任部门和单位, 责任单位2.</summary>
    private const string Whom = Who + "(?:[、和或及/]?(?:单位|部门))?\\d{0,2}";

    /// <summary>市级, 联合, 具体 … in front of the role say of which level or kind, not which role.</summary>
    private const string Kind = "(?:(?:[省市县区州旗镇]级|总|主要|主体|直接|具体|共同|联合|相关|有关|其他|其它|属地|行业|工作|任务|整改|落实|第一(?!责任)|首要(?!责任)){1,2})?";
    private const int LongestLabel = 36;
    private const int LongestUnknown = 7;
    private const int LongestSpoken = 400;
    private const string Pattern =
        $"(?<lead>汇总{Who}|{Kind}(?:主?牵头|主办|主责|统筹)(?:\\((?:责任|负责)\\))?(?:责任|负责|落实|承办|实施|组织)?{Whom}(?:及责任人)?|(?:第一|首要)责任{Who}|(?:总|分别|共同|联合)?(?:牵头|主办)(?=[:(]))"
        + $"|(?<support>{Kind}(?:责任)?(?:配合|协办|协助|参与|参加|协同|协作|协调|(?:数据|资料|信息)提供|支持|支撑|会办|会同|协管|辅助|合作|联合|保障){{1,2}}(?:\\([^()]{{2,4}}\\))?(?:责任|实施)?{Whom}(?:及责任人)?|(?:配合|协办|参与|会办|协助)(?=:))"
        + $"|(?<lead>(?:责任|牵头|负责|分管|主管|包保|包联|联系|挂钩|督办|督导|挂点|包抓|协助|配合){{1,2}}(?:市|县|区|州|省|局|校)?(?:级)?领导|(?:责任|分管|牵头|联系|协调|主管|包保)(?:副)?(?:秘书长|[市县区州局镇乡校院处科]长|主任|书记)|(?:产业)?链长|(?:河|湖|林|田|路|街|片|楼)长|(?:第一|直接|主要)?责任人|负责人|牵头人|(?:具体|直接)?(?:承办|经办)人(?:员)?|(?:市|县|区|州|省)(?:级|政府)?(?:分管|责任|牵头|包保|联系|包抓)?领导)"
        + $"|(?<responsible>{Kind}(?:责任(?:落实)?|主?承办|负责|实施|落实|起草|完成|执行|主管|承担|承接|推进|编制|经办|办理|参建|涉及|归口(?:管理)?)(?:\\((?:牵头|主办)\\))?{Whom}(?:及(?:责任人|(?:完成)?时限))?|(?:牵头|责任|主办|承办)(?:单位|部门)?[、和及与/](?:责任|配合|协办|参与|承办)(?:单位|部门)|第[二三四]责任{Whom}|成员单位|(?:任务|职责|责任|工作|部门)?分工|工作责任|(?:责任|承办|负责|落实)(?=:))"
        + "|(?<time>(?:任务|工作|责任|项目)?(?:计划|预计|拟|最迟)?(?:完成|完工|竣工|开工|办结|建成|办理|整改|整治|治理|处置|化解|解决|修复|达标|交付|执行|落实|实施|推进|计划|目标|督办|督查|攻坚|销号|截止|结束|建设)?(?:时限|期限|时间|节点|日期|年限)(?:要求|安排|进度|节点|及目标|表)?|时间(?:进度|节点|安排|要求|表)|(?:工作|时序|序时)?进度(?:安排|要求|计划)?|(?:建设|工作|实施)周期|年度安排|实施(?:期限|时间)|起止时间)"
        + $"|(?<ignored>{Kind}(?:督办|督导|督查|督促|考核|监督|监管|验收|审核|评估|指导|联系|报送|填报|申报|帮扶|包保|包联|挂钩|技术支持|建设|业主|项目|施工|设计|监理){Who}|项目业主|备注|联系人|联系电话|资金来源|(?:适用|实施|试点|覆盖|推广)(?:范围|对象|区域|地区)|政策依据|资金渠道|(?:工作|完成|阶段|整改|整治|年度|总体)?目标|(?:主要)?成果形式|考核方式)"
        + $"|(?<mixed>(?:(?:牵头|主办|主责|主管|统筹|责任|负责|承办|承担|落实|实施|推进|执行|组织|配合|协办|协助|协同|协作|协调|参与|参加|支持|指导|监督|督导|督促|督办|跟踪|检查|工作|任务|具体|业务|直接|主要|相关|对口|属地|整治|整改|治理|建设|管理){{2,4}}|分管|组织|检查|评价|监测|抽查){Who})";

    private static readonly Met<LabelKind?> AtStart = new();
    private static readonly Met<LabelKind?> WithColon = new();
    private static readonly Met<LabelKind?> Alone = new();

    /// <summary>The last characters of all labels: cheap, because every colon is asked.</summary>
    private static readonly SearchValues<char> Ends = SearchValues.Create("位门室所办系部街构关体校业镇道区局处科股方人限头合与助导长工任责实间点期求排度标表划主注话源围象域据式为是记)0123456789");

    /// <summary>The first characters of all labels, and the marks that may stand in front of one: cheap, because every line is asked.</summary>
    private static readonly SearchValues<char> Starts = SearchValues.Create("汇省市县区州旗镇总主直具共联相有其属行工任整落第首统牵责配协参数资信支会辅合保负分包挂督产链河湖林田路街片楼承实起完执推编经办涉归成职部计预拟最竣开建治处化解修达交目攻销截结时期节日年进序考监验审评指报填申帮技业项施设备组对跟检抽管适试覆政阶");
    private static readonly SearchValues<char> Marks = SearchValues.Create("-★☆●○■□▲△◆◇·•(〔【[");

    /// <summary>Every label between two positions that a colon closes, in order.</summary>
    public static List<TagLabel> Find(string clean, int from, int to)
    {
        var labels = new List<TagLabel>();
        var first = from;
        for (var colon = clean.IndexOf(':', from, to - from); colon >= 0; colon = clean.IndexOf(':', colon + 1, to - colon - 1))
        {
            var start = Math.Max(from, colon - LongestLabel);
            start += clean.AsSpan(start, colon - start).LastIndexOfAny("。;,") + 1;
            if (LabelBefore(clean, start, colon) is { } label)
            {
                if (labels.Count > 0 || !IsVerb(clean, label)) labels.Add(label);
            }
            else if (labels.Count > 0 && UnknownLabel().Match(clean, start, colon + 1 - start) is { Success: true } unknown) labels.Add(new(LabelKind.Ignored, unknown.Index, colon + 1));
            from = colon + 1;
        }
        AddBracketed(clean, labels, first, to);
        AddSpoken(clean, labels, first, to);
        return labels;
    }

    private static TagLabel? LabelBefore(string clean, int start, int colon)
    {
        if (colon <= start || !Ends.Contains(clean[colon - 1])) return null;
        for (; start < colon; start++)
            if (Starts.Contains(clean[start]) && KindBefore(clean, start, colon) is { } kind) return new(kind, start, colon + 1);
        return null;
    }

    /// <summary>由县某局牵头,县某局配合:清理…: behind an organ the word says what it does.</summary>
    private static bool IsVerb(string clean, TagLabel label) =>
        clean.AsSpan(label.Start, label.End - 1 - label.Start) is "牵头" or "主办" or "配合" or "协办" or "参与" or "会办" or "协助" or "负责" or "承办" or "落实"
        && label.Start > 1 && OrganName.HasOrganEnding(clean[Math.Max(0, label.Start - LongestUnknown)..label.Start]);

    private static LabelKind? KindBefore(string clean, int start, int colon)
    {
        var words = clean.AsSpan(start, colon + 1 - start);
        return WithColon.TryGet(words, out var met) ? met : WithColon.Keep(words, LabelWithColon().Match(clean, start, colon + 1 - start) is { Success: true } m ? KindOf(m) : null);
    }

    /// <summary>牵头单位为县某局,责任单位县某局: a label without a colon, or 相关部门:甲、乙, which is one only where nothing but who or when follows up to the next label or the end.</summary>
    private static void AddSpoken(string clean, List<TagLabel> labels, int from, int to)
    {
        var spoken = new List<Match>();
        for (var m = SpokenLabel().Match(clean, from, to - from); m.Success; m = m.NextMatch()) spoken.Add(m);
        if (spoken.Count == 0) return;
        var (end, next, found) = (to, labels.Count - 1, new List<TagLabel>());
        for (var i = spoken.Count - 1; i >= 0; i--)
        {
            var (start, behind) = (spoken[i].Index, spoken[i].Index + spoken[i].Length);
            while (next >= 0 && labels[next].Start >= behind) end = Math.Min(end, labels[next--].Start);
            if (next >= 0 && labels[next].End > start) continue;
            var kind = Whole(spoken[i].Groups["label"].Value) ?? LabelKind.Responsible;
            if (!SaysOnly(kind, clean, behind, end)) continue;
            found.Add(new(kind, start, behind));
            end = start;
        }
        labels.AddRange(found);
        labels.Sort((a, b) => a.Start.CompareTo(b.Start));
    }

    /// <summary>Whether nothing but who, or when, stands there.</summary>
    private static bool SaysOnly(LabelKind kind, string clean, int from, int to)
    {
        if (to - from > LongestSpoken) return false;
        var said = clean[from..Math.Max(from, to)].TrimEnd('。', ';', ',');
        return kind == LabelKind.Time ? DeadlineReader.LooksLikeDeadline(said) : Whole(said) is null && OrganName.LooksLikeList(said);
    }

    /// <summary>【牵头单位】县某局【配合单位】…: brackets instead of colons; of other shapes only where a sentence begins, since 县某局(牵头单位) says it behind the name.</summary>
    private static void AddBracketed(string clean, List<TagLabel> labels, int from, int to)
    {
        var bracketed = new List<TagLabel>();
        for (var close = IndexOfClose(clean, from, to); close >= 0; close = IndexOfClose(clean, close + 1, to))
        {
            var start = Math.Max(bracketed.Count > 0 ? Math.Max(from, bracketed[^1].End) : from, close - LongestLabel);
            var open = start >= close ? -1 : start + clean.AsSpan(start, close - start).LastIndexOfAny(Open);
            if (open < start || KindInBrackets(clean, open, close, labels.Count + bracketed.Count > 0) is not { } kind) continue;
            if (clean[open] != '【' && open > 0 && clean[open - 1] is not ('。' or ';')) continue;
            bracketed.Add(new(kind, open, close + 1 < to && clean[close + 1] == ':' ? close + 2 : close + 1));
        }
        if (bracketed.Count == 0) return;
        var next = 0;
        labels.RemoveAll(label =>
        {
            while (next < bracketed.Count && bracketed[next].End <= label.Start) next++;
            return next < bracketed.Count && bracketed[next].Start < label.End;
        });
        labels.AddRange(bracketed);
        labels.Sort((a, b) => a.Start.CompareTo(b.Start));
    }

    /// <summary>Behind a known label, what other short words in heavy brackets announce (【联系方式】) is not for it.</summary>
    private static LabelKind? KindInBrackets(string clean, int open, int close, bool behindLabel) =>
        Whole(clean[(open + 1)..close]) ?? (behindLabel && clean[open] == '【' && clean[close] == '】' && close - open <= LongestUnknown ? LabelKind.Ignored : null);

    private const string Open = "【[(〔";

    private static int IndexOfClose(string clean, int from, int to) => clean.AsSpan(from, to - from).IndexOfAny("】])〕") is var at && at < 0 ? -1 : from + at;

    /// <summary>Whether a paragraph is a tag that stands on a line of its own.</summary>
    public static bool StartsWithLabel(string clean) => KindOfStart(clean) is { } kind and not LabelKind.Ignored;

    private static LabelKind? KindOfStart(string clean)
    {
        if (CloseOfStart(clean) is not { } close) return null;
        if (clean[close] != ':') return StartLabel().Match(clean) is { Success: true } bracketed ? KindOf(bracketed) : null;
        var words = clean.AsSpan(0, close + 1);
        return AtStart.TryGet(words, out var met) ? met : AtStart.Keep(words, StartLabel().Match(clean, 0, close + 1) is { Success: true } m ? KindOf(m) : null);
    }

    /// <summary>Where the label would end that a text may open with; null where it cannot open with one. Cheap, because every line is asked.</summary>
    private static int? CloseOfStart(string clean)
    {
        var start = clean.AsSpan().IndexOfAnyExcept(Marks);
        if (start < 0 || !Starts.Contains(clean[start])) return null;
        var length = clean.AsSpan(start, Math.Min(clean.Length - start, LongestLabel)).IndexOfAny(":】])〕");
        if (length <= 0 || !Ends.Contains(clean[start + length - 1])) return null;
        var close = start + length;
        return clean[close] is ':' or '】' || close + 1 < clean.Length && clean[close + 1] is ':' or '省' or '市' or '县' or '区' or '州' or '旗' or '各' ? close : null;
    }

    /// <summary>Whether a line is a label and nothing behind its colon: what it announces stands on the next.</summary>
    public static bool IsOnlyLabel(string clean) => clean.Length <= LongestLabel && clean[^1] == ':' && Whole(clean[..^1]) is { } kind and not LabelKind.Ignored;

    /// <summary>Whether a paragraph is a label that says neither who does it nor when (督办单位:…, 整改目标:…).</summary>
    public static bool IsAside(string clean) => KindOfStart(clean) == LabelKind.Ignored;

    /// <summary>What the heading of a column or a label without its colon announces; null for any other text.</summary>
    public static LabelKind? Whole(string clean) =>
        clean.Length == 0 || !Starts.Contains(clean[0]) || !Ends.Contains(clean[^1]) ? null
        : Alone.TryGet(clean, out var met) ? met
        : Alone.Keep(clean, WholeLabel().Match(clean) is { Success: true } m ? KindOf(m) : null);

    private static LabelKind KindOf(Match m) =>
        m.Groups["lead"].Success ? IsPerson(m.Groups["lead"].Value) ? LabelKind.Leader : LabelKind.Lead
        : m.Groups["responsible"].Success ? LabelKind.Responsible
        : m.Groups["support"].Success ? LabelKind.Support
        : m.Groups["time"].Success ? LabelKind.Time
        : m.Groups["mixed"].Success ? KindOfMixed(m.Groups["mixed"].Value)
        : LabelKind.Ignored;

    /// <summary>牵头指导处室 leads, 业务指导部门 only watches: of several words the first that says a role does.</summary>
    private static LabelKind KindOfMixed(string label) =>
        MixedRole().Match(label) is not { Success: true } role ? LabelKind.Ignored
        : role.Groups["lead"].Success ? LabelKind.Lead
        : role.Groups["support"].Success ? LabelKind.Support
        : role.Groups["watches"].Success ? LabelKind.Ignored
        : LabelKind.Responsible;

    [GeneratedRegex("(?<lead>牵头|主办|主责|统筹)|(?<support>配合|协办|协助|协同|协作|参与|参加|支持)|(?<watches>指导|监督|督导|督促|督办|跟踪|检查|评价|监测|抽查)|责任|负责|承办|承担|落实|实施|推进|执行|组织|主管|分管", RegexOptions.ExplicitCapture)]
    private static partial Regex MixedRole();

    /// <summary>责任领导, 牵头人; 牵头单位及责任人 names organs first.</summary>
    private static bool IsPerson(string label) => label.EndsWith("领导", StringComparison.Ordinal) || label.EndsWith("主任", StringComparison.Ordinal) || label[^1] is '记' || label[^1] is '人' or '长' && !label.Contains('及');

    [GeneratedRegex("(?<![各第一])(?<label>(?:责任|牵头|配合|承办|主办|主责|协办|参与|落实)(?:单位|部门))(?!(?:[^。;]{0,20}[^,。;])?(?:为|是)[^,。;]{0,6}(?:牵头|责任|主办|汇总))(?:为|是)?(?=[^:、,;。)为是并应要须将])|(?<label>(?:完成|办结|整改)(?:时限|时间|期限))为|(?<=^|[。;(])(?<label>(?:相关|有关)(?:单位|部门)):(?=[^:;。]{2,40}、)|(?<=^|[(〔【\\[])(?<label>(?:责任|牵头|配合|承办|主办|协办)(?:单位|部门));", RegexOptions.ExplicitCapture)]
    private static partial Regex SpokenLabel();

    [GeneratedRegex("^(?:" + Pattern + ")(?:\\([^()]{0,20}\\)|[为是])?:$", RegexOptions.ExplicitCapture)]
    private static partial Regex LabelWithColon();

    /// <summary>Behind a known label, what 技术依托单位: announces is not for it.</summary>
    [GeneratedRegex("(?<=^|[。;,])(?![各等有相])[\u4E00-\u9FFF]{2,8}单位:$")]
    private static partial Regex UnknownLabel();

    [GeneratedRegex("^[-★☆●○■□▲△◆◇·•]{0,3}[(〔【\\[]?(?:" + Pattern + ")(?:\\([^()]{0,20}\\)|[为是])?(?:[】\\]]?:|】|[\\])〕](?=[省市县区州旗各]))", RegexOptions.ExplicitCapture)]
    private static partial Regex StartLabel();

    [GeneratedRegex("^(?:" + Pattern + ")(?:\\([^()]{0,20}\\))?$", RegexOptions.ExplicitCapture)]
    private static partial Regex WholeLabel();
}
