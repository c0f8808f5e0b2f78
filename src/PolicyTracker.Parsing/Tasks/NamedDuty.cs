using System.Buffers;
using System.Text.RegularExpressions;
using PolicyTracker.Parsing.Lines;
using PolicyTracker.Parsing.Structure;

namespace PolicyTracker.Parsing.Tasks;

/// <summary>
/// Items that name who does them in front: 市某局:负责… under a heading of duties, and in minutes of a meeting
/// 由某局牵头,某局配合,… as the sentence that was decided.
/// </summary>
internal static partial class NamedDuty
{
    /// <summary>The rule by which a sentence within an item names who does it.</summary>
    public const string InSentence = "named-in-sentence";

    private const int LongestName = 40;
    private const int LongestProse = 4000;
    private static readonly SearchValues<char> Bullets = SearchValues.Create("—–-·•●○◆◇■□▲△★☆※*");
    private static readonly SearchValues<char> BeforeOrder = SearchValues.Create(",。;:“《要应须必");

    /// <summary>Where the text of a paragraph begins, behind its number and behind the signs that mark an item without one.</summary>
    private static int Start(Paragraph p)
    {
        var from = Math.Min(p.Number?.Length ?? 0, p.Clean.Length);
        while (from < p.Clean.Length && Bullets.Contains(p.Clean[from])) from++;
        return from;
    }

    /// <summary>Whether items under a heading are listed by organ (职责分工, 部门职责, …,具体分工如下:).</summary>
    public static bool IsDutyHeading(string clean) =>
        clean.Length > 1 && clean[^1] is '工' or '责' or '务' or '任' or '门' or '位' or '分' or '求' or ':' or '。' && (clean.Length < 24 && DutyHeading().IsMatch(clean) || LeadingToDuties().IsMatch(clean));

    /// <summary>So a section, by its heading; an annex or an excerpt by its title, whatever its length (某某工作部门职责分工).</summary>
    public static bool IsDutyHeading(Node node) => node.Kind == NodeKind.Section
        ? IsDutyHeading(node.CleanTitle) || IsDutyHeading(node.Heading!.Clean)
        : DutyHeading().IsMatch(node.CleanTitle);

    /// <summary>Whether the last line above the items of a section says so (各成员单位职责分工如下:).</summary>
    public static bool LeadsToDuties(Node node) => node.Children.Count > 0 && node.Body.LastOrDefault() is Paragraph { Number: null } last && IsDutyHeading(last.Clean);

    /// <summary>市教育局:负责校园安全工作, 市教育局负责校园安全工作, 市教育局:提供场地 — the organ in front; null for any other text.</summary>
    public static TagContent? ReadListed(Paragraph p)
    {
        var from = Start(p);
        if (ReadIfOrgans(p, DutyOf().Match(p.Clean, from)) is { } named) return named;
        if (Listed().Match(p.Clean, from) is { Success: true } m && Read(p, m.Groups["who"]) is { } listed) return listed;
        return ReadIfOrgans(p, SubjectIs().Match(p.Clean, from)) ?? ReadIfOrgans(p, Doing().Match(p.Clean, from)) ?? ReadIfOrgans(p, BeforeColon().Match(p.Clean, from)) ?? ReadIfOrgans(p, OfficeDoing().Match(p.Clean, from));
    }

    private static TagContent? ReadIfOrgans(Paragraph p, Match m) => m.Success && OrganName.LooksLikeList(m.Groups["who"].Value) ? Read(p, m.Groups["who"]) : null;

    /// <summary>
    /// Whether a paragraph says its duty behind the organ's name and a colon (市教育局:负责…), or orders it of one organ (民政部门要清理…):
    /// a run of them is such a list under any heading.
    /// </summary>
    public static bool OpensWithDuty(Paragraph p) =>
        DutyBehindColon().IsMatch(p.Clean, Start(p)) && ReadListed(p) is not null || ReadOrdered(p) is { } ordered && ordered.Responsibilities.Exists(r => r.Kind == DepartmentKind.Department);

    /// <summary>Whether a paragraph opens with an organ of a level, a class or an office and a colon (市水利局:清淤; 各村:巡查; 农业处:宣传): where work is ordered and all items do, they name who does it.</summary>
    public static bool OpensWithOrgan(Paragraph p) =>
        BeforeColon().Match(p.Clean, Start(p)) is { Success: true } m && (TagReader.IsLevelled(m.Groups["who"].Value) || IsOffice().IsMatch(m.Groups["who"].Value)) && ReadListed(p) is not null;

    /// <summary>Whether a paragraph says what an organ of a level answers for, without a colon: 县某局负责清淤.</summary>
    public static bool OpensWithLevelledDuty(Paragraph p) =>
        Listed().Match(p.Clean, Start(p)) is { Success: true } m && TagReader.IsLevelled(m.Groups["who"].Value) && ReadListed(p) is not null;

    /// <summary>Whether a paragraph opens with an organ of a level that does something (市某局统筹布局): where most items of a section do, it divides work.</summary>
    public static bool OpensWithDoer(Paragraph p) => OpensWithLevelledDuty(p) || Doing().IsMatch(p.Clean, Start(p)) && ReadListed(p) is { } doer && doer.Responsibilities.Exists(r => r.Kind == DepartmentKind.Department);

    /// <summary>What a paragraph of a list of duties says, in either of its two forms.</summary>
    public static TagContent? ReadDuty(Paragraph p) => ReadListed(p) ?? ReadOrdered(p);

    /// <summary>公安机关要制定…, 各街道要配合…: only in a list of such paragraphs; null for any other text.</summary>
    public static TagContent? ReadOrdered(Paragraph p) =>
        MayOrder(p) && Ordered().Match(p.Clean, Start(p)) is { Success: true } m && OrganName.LooksLikeList(m.Groups["who"].Value) ? Read(p, m.Groups["who"]) : null;

    /// <summary>
    /// …,由市某局负责,市某局配合。 as the first sentence of an item, which says nothing else; 由市某局负责,市某局配合,加快…; 市某局牵头,市某局配合,加快…;
    /// 由王某副市长负责,市某局牵头,加快…; null for any other text.
    /// </summary>
    public static TagContent? ReadOpening(Paragraph p)
    {
        if (Opening().Match(p.Clean, Start(p)) is not { Success: true } m) m = OpeningWithLeader().Match(p.Clean, Start(p));
        if (!m.Success) m = OpeningByDuty().Match(p.Clean, Start(p));
        if (!m.Success) return null;
        var content = new TagContent();
        new ClauseReader(p, new ElidedPrefix(), content).Read(m.Groups["who"].Index, m.Index + m.Length, m.Groups["told"].Success ? Role.Responsible : null);
        if (content.Strange > 0 || !content.SaysRole || content.Leaders.Count > 0 != m.Groups["leader"].Success || content.Responsibilities.Count == 0) return null;
        return OnlyExhorts(m.Groups["who"].Value, content) ? null : content;
    }

    /// <summary>督查室牵头,各部门配合: an office without a level and nobody else by name.</summary>
    private static bool OnlyExhorts(string who, TagContent content) =>
        !TagReader.IsLevelled(who) && IsOffice().IsMatch(who) && !who.EndsWith("大队", StringComparison.Ordinal) && content.Responsibilities.Count(r => r.Kind == DepartmentKind.Department) < 2;

    /// <summary>Cheap, because every item is asked: 要, 应 or 须 in front of any comma.</summary>
    private static bool MayOrder(Paragraph p)
    {
        var opening = p.Clean.AsSpan(Start(p));
        return opening.IndexOfAny(BeforeOrder) is var at and >= 2 && opening[at] is '要' or '应' or '须' or '必';
    }

    /// <summary>1.市场监管所、商会。由分管领导带队…: in a list of duties the title of the item names who does it; null for a title of any other words.</summary>
    public static TagContent? ReadTitle(Paragraph p) =>
        AsTitle().Match(p.Clean, Start(p)) is { Success: true } m && OrganName.LooksLikeList(m.Groups["who"].Value) ? Read(p, m.Groups["who"]) : null;

    /// <summary>(一)市教育局 as a heading over its duties; null for a heading of any other words.</summary>
    public static TagContent? ReadHeading(Node node)
    {
        if (node is not { Kind: NodeKind.Section, Heading: { } heading } || node.Children.Count + node.Body.Count == 0) return null;
        return Alone().Match(heading.Clean, Start(heading)) is { Success: true } m && OrganName.HasOrganEnding(m.Groups["who"].Value) && OrganName.LooksLikeList(m.Groups["who"].Value) ? Read(heading, m.Groups["who"]) : null;
    }

    /// <summary>Whether a line is nothing but the name of an organ, which may head its duties.</summary>
    public static bool IsName(Paragraph p) =>
        p.Clean is { Length: <= LongestName } and not [.., '。'] && Alone().Match(p.Clean, Start(p)) is { Success: true } m && OrganName.HasOrganEnding(m.Groups["who"].Value) && OrganName.LooksLikeList(m.Groups["who"].Value);

    /// <summary>Whether a notice, a plan or a section of it divides its work among organs: its headings are their names (一、市教育局; 二、市民政局), but perhaps one, or a quarter of many.</summary>
    public static bool DividesByOrgan(Node whole)
    {
        if (!DividesWork().IsMatch(whole.CleanTitle)) return false;
        var sections = whole.Children.FindAll(c => c.Kind == NodeKind.Section);
        return sections.Count(c => ReadHeading(c) is not null) is var organs and > 1 && organs >= Math.Min(sections.Count - 1, sections.Count * 3 / 4);
    }

    [GeneratedRegex("任务|职责|分工|责任|分解|清单|台账|要点|工作安排")]
    private static partial Regex DividesWork();

    /// <summary>由县某局牵头,县某局配合; 请县某局统筹…; 县某局要…: only in minutes, where the sentence itself is the order; null for any other text.</summary>
    public static TagContent? ReadDecided(Paragraph p)
    {
        var content = new TagContent();
        if (p.Number is not null && Answers().Match(p.Clean, Start(p)) is { Success: true } answers && ReadIfOrgans(p, answers) is { } opening) content.Merge(opening);
        for (var m = Decided().Match(p.Clean, Start(p)); m.Success; m = m.NextMatch())
        {
            var decided = new TagContent();
            new ClauseReader(p, new ElidedPrefix(), decided).Read(m.Groups["who"].Index, m.Index + m.Length, m.Groups["told"].Success ? Role.Responsible : null);
            if (decided.Strange == 0 && decided.SaysRole && decided.Responsibilities.Exists(r => r.Kind == DepartmentKind.Department)) content.Merge(decided);
        }
        return content.Responsibilities.Count > 0 ? content : null;
    }

    /// <summary>东湖镇、西山镇负责征地: who answers for what the item decides.</summary>
    [GeneratedRegex("\\G(?<who>[\u4E00-\u9FFF、()-[由请]]{2,60}?)负责(?!" + ClauseReader.Holder + "|同志|制)(?=[\u4E00-\u9FFF])", RegexOptions.ExplicitCapture)]
    private static partial Regex Answers();

    /// <summary>
    /// 建设资金由市某局负责; 由市某局牵头,市某局配合; 市某局会同市某局推进; 市某局为责任单位: whom the sentences of an item without a tag name; nobody where none does.
    /// Who sits in a body that is set up has no work by that.
    /// </summary>
    public static TagContent ReadProse(IEnumerable<Paragraph> paragraphs)
    {
        var content = new TagContent();
        foreach (var p in paragraphs)
        {
            if (p.Clean.Length > LongestProse) continue;
            if (p.Clean.Contains("会同", StringComparison.Ordinal)) AddTogether(p, content);
            if (p.Clean.Contains("单位", StringComparison.Ordinal)) AddUnits(p, content);
            if (content.Responsibilities.Count == 0 && LeadAndHelp().Match(p.Clean, Start(p)) is { Success: true } led) AddNamed(p, led, content);
            if (!p.Clean.Contains('由')) continue;
            for (var m = Prose().Match(p.Clean, Start(p)); m.Success; m = m.NextMatch())
            {
                if (SetsUp().IsMatch(SentenceAround(p.Clean, m.Index)) || !AddNamed(p, m, content)) continue;
                var behind = m.Index + m.Length;
                var stop = p.Clean.IndexOf('。', behind);
                for (var also = AlsoInProse().Match(p.Clean, behind, (stop < 0 ? p.Clean.Length : stop) - behind); also.Success; also = also.NextMatch()) AddNamed(p, also, content);
            }
        }
        for (var i = 0; i < content.Responsibilities.Count; i++)
            content.Responsibilities[i] = content.Responsibilities[i] with { Origin = content.Responsibilities[i].Origin with { Rule = InSentence, Certainty = Certainty.Likely } };
        return content;
    }

    /// <summary>市某局会同市某局、县某局推进…: all of them, where each is named.</summary>
    private static void AddTogether(Paragraph p, TagContent content)
    {
        for (var m = Together().Match(p.Clean, Start(p)); m.Success; m = m.NextMatch())
        {
            if (SetsUp().IsMatch(SentenceAround(p.Clean, m.Index))) continue;
            var named = new TagContent();
            new ClauseReader(p, new ElidedPrefix(), named).Read(m.Index, m.Index + m.Length, Role.Responsible);
            if (named.Strange == 0 && named.Responsibilities.Count(r => r.Kind == DepartmentKind.Department) > 1) content.Merge(named);
        }
    }

    /// <summary>…,市某局为该项工作的责任单位: the organ, by what it is called.</summary>
    private static void AddUnits(Paragraph p, TagContent content)
    {
        for (var m = UnitOf().Match(p.Clean, Start(p)); m.Success; m = m.NextMatch())
        {
            if (!OrganName.LooksLikeList(m.Groups["who"].Value)) continue;
            var named = new TagContent();
            new ClauseReader(p, new ElidedPrefix(), named).Read(m.Groups["who"].Index, m.Groups["who"].Index + m.Groups["who"].Length,
                m.Groups["unit"].Value switch { "牵头" => Role.Lead, "配合" => Role.Support, _ => Role.Responsible });
            if (named.Strange == 0) content.Merge(named);
        }
    }

    private static bool AddNamed(Paragraph p, Match m, TagContent content)
    {
        if (!TagReader.IsLevelled(m.Groups["who"].Value) && !IsOffice().IsMatch(m.Groups["who"].Value) && !IsPlace().IsMatch(m.Groups["who"].Value)) return false;
        var named = new TagContent();
        new ClauseReader(p, new ElidedPrefix(), named).Read(m.Groups["who"].Index, m.Index + m.Length, null);
        if (named.Strange > 0 || !named.SaysRole || !named.Responsibilities.Exists(r => r.Kind == DepartmentKind.Department)) return false;
        content.Merge(named);
        return true;
    }

    private static ReadOnlySpan<char> SentenceAround(string text, int at)
    {
        var start = text.AsSpan(0, at).LastIndexOf('。') + 1;
        var stop = text.AsSpan(at).IndexOf('。');
        return text.AsSpan(start, (stop < 0 ? text.Length : at + stop) - start);
    }

    /// <summary>…,市某局负责监督: who else is named in the rest of the sentence.</summary>
    [GeneratedRegex("[,;](?<who>[省市县区州旗镇][\u4E00-\u9FFF、()]{2,60}?)(?:牵头负责|牵头|负责(?!" + ClauseReader.Holder + "|制)|配合)(?=[\u4E00-\u9FFF,;]|$)", RegexOptions.ExplicitCapture)]
    private static partial Regex AlsoInProse();

    [GeneratedRegex("(?:(?<=[。;,:]由?)|\\G)[省市县区州旗镇][\u4E00-\u9FFF、()-[由]]{2,40}?会同[省市县区州旗镇][\u4E00-\u9FFF、()]{2,200}?(?=,|等(?:有关|相关)?(?:部门|单位)|共同|联合|对|就|将|把|建立|推进|定期|" + Does + ")")]
    private static partial Regex Together();

    /// <summary>执法处, 数据中心: an office of the issuer itself, which has no level; 企业, 政府 and 部门 could be any.</summary>
    [GeneratedRegex("^[\u4E00-\u9FFF、]{2,30}(?:[局委办处科室股队]|中心|[\u4E00-\u9FFF]部)$")]
    private static partial Regex IsOffice();

    /// <summary>高新区管委会, 东湖街道: the government of a place, by its name.</summary>
    [GeneratedRegex("^[\u4E00-\u9FFF]{2,12}(?:管委会|街道(?:办事处)?|[镇乡](?:人民政府|政府)?)$")]
    private static partial Regex IsPlace();

    [GeneratedRegex("(?<=[。;,:])(?<who>[省市县区州旗镇][\u4E00-\u9FFF、()]{2,60}?)(?:作为|是|为)[^,。;]{0,16}?(?<unit>牵头|责任|实施|配合)(?:单位|部门)(?=[,。;]|$)", RegexOptions.ExplicitCapture)]
    private static partial Regex UnitOf();

    [GeneratedRegex("组成|成立|组建|设立|下设|领导小组|工作组|专班|联席会议|指挥部|委员会由|组长")]
    private static partial Regex SetsUp();

    [GeneratedRegex("(?<=[\u4E00-\u9FFF,。;:)”])由(?<who>[\u4E00-\u9FFF、()-[由]]{3,60}?)(?:牵头(?:负责|组织|协调|实施)?|负责(?!" + ClauseReader.Holder + "|制)|承办|主办)(?![^。,;]{0,24}的[\u4E00-\u9FFF]{0,8}(?:机制|制度|体系|格局|会议|队伍|平台))(?:[,、]" + Helps + "(?=[,。;]|组织|开展|做好|落实|推进|实施))?", RegexOptions.ExplicitCapture)]
    private static partial Regex Prose();

    /// <summary>…问题,市某局牵头,市某局配合,6月底前…: both clauses, one behind the other.</summary>
    [GeneratedRegex("(?<=[。;,:])(?<who>[省市县区州旗镇][\u4E00-\u9FFF、()-[由牵]]{2,60})牵头(?:负责)?," + Helps + "(?=[,。;])", RegexOptions.ExplicitCapture)]
    private static partial Regex LeadAndHelp();

    /// <summary>Organs with a place in the government; not the bodies that the notice itself sets up (领导小组, 综合协调组).</summary>
    private static TagContent? Read(Paragraph p, Group who)
    {
        if (SetUp().IsMatch(who.Value) && !OfGovernment().IsMatch(who.Value)) return null;
        var content = new TagContent();
        var role = p.Clean.AsSpan(who.Index + who.Length).StartsWith("负责牵头") || p.Clean.AsSpan(who.Index + who.Length).StartsWith("牵头") ? Role.Lead : Role.Responsible;
        new ClauseReader(p, new ElidedPrefix(), content).Read(who.Index, who.Index + who.Length, role);
        if (content.Strange > 0 || content.Responsibilities.Count == 0) return null;
        content.Merge(ReadHelpers(p, who.Index + who.Length));
        return content;
    }

    /// <summary>Whom the end of a duty names as helping with it (…,市某局、市某局配合。).</summary>
    public static TagContent ReadHelpers(Paragraph p, int from)
    {
        var content = new TagContent();
        if (Helpers().Match(p.Clean, from) is { Success: true } m && OrganName.LooksLikeList(m.Groups["who"].Value))
            new ClauseReader(p, new ElidedPrefix(), content).Read(m.Groups["who"].Index, m.Groups["who"].Index + m.Groups["who"].Length, Role.Support);
        return content;
    }

    /// <summary>市某局配合; 市某局牵头; as a sentence: who does what stands before it, no duty.</summary>
    public static bool SaysOnlyWho(Paragraph sentence) => OnlyWho().IsMatch(sentence.Clean);

    [GeneratedRegex("^[\u4E00-\u9FFF、()]{2,80}(?:牵头|负责|配合|落实|参与|参加|协助)(?:实施|落实)?[。;]?$")]
    private static partial Regex OnlyWho();

    /// <summary>市某局负责…;市某局配合。 at the end of the duty.</summary>
    [GeneratedRegex("[,;。](?<who>[\u4E00-\u9FFF、()]{2,60})(?:积极|密切)?(?:予以)?配合。?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Helpers();

    [GeneratedRegex("(?:职责|责任|任务|部门|工作)分工|分工$|部门职责|单位职责|职责任务|职责$|(?:职责|责任)划分$|(?:部门|单位)(?:主要|重点|具体|工作)*任务$|职责要求$|职责(?:和|与|及|、)任务$|(?:^|[,、])分工负责$|^明确(?:职责|责任|任务)?分工,|^(?:牵头|配合|责任|主管|成员|参与)(?:单位|部门)$")]
    private static partial Regex DutyHeading();

    [GeneratedRegex("\\G(?<who>(?:(?!要|须|明确|[是为]|应(?!急))[\u4E00-\u9FFF、()]){2,60}?)(?:,(?=负责)|(?:[:。]|[—–-]{1,2})(?=负责|牵头|配合|指导|组织|承担|做好|会同|统筹|协调|按照|依法|具体|督促|加强|落实|制定|及时|根据|主要|参与|保障|积极|协助|协同)|(?=(?:(?:依据|按照?|根据|依照?)(?:各自|工作|法定|部门)?(?:职责|职能|规定|法律)(?:分工)?,?|依法)?(?:分别|共同|具体|主要|各自)?(?:负责(?!" + ClauseReader.Holder + "|同志|制)|承担)))", RegexOptions.ExplicitCapture)]
    private static partial Regex Listed();

    /// <summary>市某局主要职责:…, 市某局的职责是…, 市某局是某事的牵头单位,…, 【市某局】…: behind the name the word for its duty, or around it a bracket.</summary>
    [GeneratedRegex("\\G(?:(?<who>[\u4E00-\u9FFF、()]{2,60}?)的?(?:主要|具体|工作)*(?:职责|职能|任务|责任)(?:[是为]:?|[:。])(?=\\S)|【(?<who>[\u4E00-\u9FFF、()]{2,60})】:?(?=\\S)|(?<who>[\u4E00-\u9FFF、()]{2,60}?)(?:作为|是|为)[^,。]{0,30}(?:牵头|责任|配合|实施)(?:单位|部门)[,。])", RegexOptions.ExplicitCapture)]
    private static partial Regex DutyOf();

    /// <summary>市某局依法查处…, 各街道会同…: what an organ of a level does, told without a word for its duty.</summary>
    [GeneratedRegex("\\G(?<who>(?=[省市县区州旗镇各])(?:(?!要|联合|会同)[\u4E00-\u9FFF、]){1,40}?(?:局|委|办|部|厅|队|中心|公司|街道|镇|乡|部门|办公室|政府|管委会|办事处))(?=依法|会同|指导|协调|督促|统筹|强化|加强|组织(?!部)|开展|做好|牵头|承担|制定|配合|协助|参与|完善|推进|推动|落实|支持|确保|保障|提供|建立|(?:作为|是|为)[^,。]{0,30}(?:主体|(?:主管|保障)(?:单位|部门))[,。])", RegexOptions.ExplicitCapture)]
    private static partial Regex Doing();

    /// <summary>乡村振兴办公室做好组织协调工作: an office without its level, where duties are listed.</summary>
    [GeneratedRegex("\\G(?<who>(?!各|要)[\u4E00-\u9FFF、]{2,16}(?:办公室|[\u4E00-\u9FFF]办|中心|[所站队院科股]))(?=做好|牵头|协助|指导|组织(?!部)|落实|加强|统筹|开展)", RegexOptions.ExplicitCapture)]
    private static partial Regex OfficeDoing();

    /// <summary>该项目建设主体为县某局,统筹…: who answers for it stands behind the word.</summary>
    [GeneratedRegex("\\G[^。,;:]{0,24}(?:责任|建设|实施|管理|推进|落实)主体(?:单位)?(?:为|是)(?<who>[\u4E00-\u9FFF、()]{2,40}?)(?=[,。;])", RegexOptions.ExplicitCapture)]
    private static partial Regex SubjectIs();

    /// <summary>…,其职责分工为: or 现将各单位的任务作如下明确: at the end of a sentence, whatever its length.</summary>
    [GeneratedRegex("(?:职责|分工)(?:任务)?(?:具体)?(?:为|如下)?:$|(?:各[\u4E00-\u9FFF]{0,6}?(?:部门|单位|成员)|职责|职能)[^,。;:]{0,24}(?:职责|责任|任务|分工)[^,。;:]{0,6}(?:[作做]?如下(?:明确|分工|分解|划分|规定|安排)|(?:明确|分工|分解|划分|规定)(?:如下|为)):$|^[^,。;]{0,12}部门的?(?:监管|管理|行业监管)?责任。?$")]
    private static partial Regex LeadingToDuties();

    [GeneratedRegex("\\G(?<who>[\u4E00-\u9FFF、()]{2,60}?)(?::(?=[\u4E00-\u9FFF]{2}|[①-⑳])|(?=协助[\u4E00-\u9FFF]))", RegexOptions.ExplicitCapture)]
    private static partial Regex BeforeColon();

    [GeneratedRegex("\\G[\u4E00-\u9FFF、()]{2,60}[:。](?:负责|牵头|配合|根据|按照|依据)")]
    private static partial Regex DutyBehindColon();

    [GeneratedRegex("\\G(?<who>(?:(?!要|须|应(?!急))[\u4E00-\u9FFF、()]){2,40})(?:要(?!求)|应当?(?!急)|须|必须)(?=[\u4E00-\u9FFF])", RegexOptions.ExplicitCapture)]
    private static partial Regex Ordered();

    private const string Helps = "(?:[\u4E00-\u9FFF、()-[牵负]]{2,40}(?:局|委|办|部|中心|公司|站|所|院|会|街道|镇|乡|政府),)?[\u4E00-\u9FFF、()]{2,80}?(?:配合|参与|参加|协办|协助)";

    [GeneratedRegex("\\G(?:(?:整改|整治|处理|办理|解决)(?:要求|措施|意见|建议):(?:[^。;:]{2,60},)?由(?:[^。,;]{0,8}(?:包片|包联|包保|责任)单位)?(?<who>[\u4E00-\u9FFF、()]{2,80}?)(?:牵头负责|牵头|负责)|(?:[^。,;:]{2,40}[,:]|【[^】]{2,30}】)?由(?<who>[\u4E00-\u9FFF、()]{2,80}?)(?:牵头负责|牵头|负责|承办|主办)(?:," + Helps + ")?(?=。|,(?:[于在]|确保|力争)?(?:\\d{1,4}[年月]|年底|年内))|请(?<who>[\u4E00-\u9FFF、()]{2,60}?)(?:牵头负责|牵头|负责(?!" + ClauseReader.Holder + "))(?=[\u4E00-\u9FFF])|(?:[^。,;:]{2,30}[。:])?由(?<who>[\u4E00-\u9FFF、()]{2,80}?)(?:牵头负责|牵头|负责|承办|主办)[,、]" + Helps + "(?=[,:])|(?:[^。,;:]{2,30}[。:])?(?=[省市县区州旗镇]|[\u4E00-\u9FFF、]{2,12}(?:部门|大队|中心|[局委办处科室股队])(?:牵头|负责))(?<who>(?![^,]{0,6}由)[\u4E00-\u9FFF、()]{2,60}?)(?:牵头负责|牵头|负责)," + Helps + "(?=,|(?!的)[\u4E00-\u9FFF])|[^。,;:]{2,30}。(?=[省市县区州旗镇])(?<who>[\u4E00-\u9FFF、()]{2,60}?)(?:牵头负责|负责)(?!" + ClauseReader.Holder + "|同志|制)(?=[\u4E00-\u9FFF])|由(?=[省市县区州旗镇]|[\u4E00-\u9FFF、]{1,12}[办处科室股](?:负责|牵头))(?<who>[\u4E00-\u9FFF、()-[由]]{2,60}?)(?:牵头负责|牵头|负责)(?=(?:" + Does + "|开展|组织|统筹|指导))|(?:[^。,;:]{2,30}[。:])?由(?:(?:包片|包联|包保|责任)单位)?(?<told>(?<who>(?=[省市县区州旗镇])(?:(?!由|牵头|负责)[\u4E00-\u9FFF、()]){2,60}?))(?=" + Does + "|成立|建立)|[^。,;:]{2,30}。由(?<who>[\u4E00-\u9FFF、()]{2,80}?)(?<!长|主任|书记)负责(?=,))", RegexOptions.ExplicitCapture)]
    private static partial Regex Opening();

    /// <summary>某某组。市某局、市某局按职责分工负责。 or 市某局负责,取缔…; 由市某局、市某局分别负责,….</summary>
    [GeneratedRegex("\\G(?:[^。,;:]{2,30}[。:])?(?:由(?=各)|由?(?=[省市县区州旗镇]))(?<who>[\u4E00-\u9FFF、()-[由]]{3,80}?)(?:(?:按(?:照)?(?:各自)?职责(?:分工)?|共同|分别)负责(?=[。,])|负责(?=,))", RegexOptions.ExplicitCapture)]
    private static partial Regex OpeningByDuty();

    private const string Person = "[\u4E00-\u9FFF、]{0,16}?(?:[市县区州省旗镇乡]长|主任|书记|专员|秘书长)(?:[\u4E00-\u9FFF]{2,3})?(?:同志)?";

    /// <summary>A person in office answers for it, an organ leads the work, others may help.</summary>
    [GeneratedRegex("\\G(?:[^。,;:]{2,30}[。:])?由(?<who>(?<leader>" + Person + ")(?:总负责|牵头负责|负责|牵头)),(?:由)?[\u4E00-\u9FFF、()]{2,80}?(?:牵头负责|牵头|负责|承办|主办)(?:," + Helps + ")?(?=[,。])", RegexOptions.ExplicitCapture)]
    private static partial Regex OpeningWithLeader();

    [GeneratedRegex("\\G(?<who>[\u4E00-\u9FFF、()]{2,40})。(?=[\u4E00-\u9FFF])", RegexOptions.ExplicitCapture)]
    private static partial Regex AsTitle();

    [GeneratedRegex("\\G(?<who>[\u4E00-\u9FFF、()]{2,60}?)(?:(?:主要|工作)?职责)?(?:\\((?:[^()]{0,4}\\d[^()]{0,4}|(?:负责人|责任人|联系人|组长|牵头人):[^()]{2,20})\\))?[:。]?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Alone();

    [GeneratedRegex("(?:(?<!银?保?监管?)组|指挥部|指挥部办公室|小组办公室|专班|成员单位)$|^(?:牵头|配合|责任|主管|参与|协办|主办|承办|实施)(?:单位|部门)$")]
    private static partial Regex SetUp();

    /// <summary>各项目建设指挥部, 区防汛指挥部办公室: bodies that stand, not those that the notice sets up.</summary>
    [GeneratedRegex("^各|^(?:[省市县区州]|[\u4E00-\u9FFF]{2,3}[市县区])[\u4E00-\u9FFF]{2,}(?:指挥部(?:办公室)?|小组办公室)$")]
    private static partial Regex OfGovernment();

    private const string Does = "按照|根据(?!.{0,6}负责)|修改|开辟|提供|承担|审核|核实|查处|汇总|抓紧|尽快|研究|制定|组织|落实|做好|加快|统筹|进一步|具体|依法|认真|继续|完成|拟定|提出|编制|启动|开展|办理|实施|加强|及时|安排|予以(?!指导|支持|配合|协助)|协调|督促|指导|尽早|[于在]\\d";

    [GeneratedRegex("(?<=[\u4E00-\u9FFF])由(?<who>[\u4E00-\u9FFF、()-[由]]{3,60}?)(?:负责|牵头(?:负责|协调)?)(?=[,。;])(?:,[\u4E00-\u9FFF、()]{2,80}?(?:配合|参与|协助|具体负责)(?=[,。;]))?|(?<=^|[。.;,:)、是])(?:由(?<who>[\u4E00-\u9FFF、()]{2,80}?)(?:牵头(?:负责)?|负责)(?:(?=[,。;])(?:,会同[\u4E00-\u9FFF、()]{2,60}?(?=对|就|将|把|建立|推进|" + Does + ")|,[\u4E00-\u9FFF、()]{2,60}?(?:配合|参与|协助)|(?:,[\u4E00-\u9FFF、()]{2,60}?(?:(?:具体)?负责(?:具体)?(?:落实|实施|组织实施)?(?=[,。;])|配合(?=[,。;]|做好|提供)|参与|协助))+)?)?(?=[,。;]|[\u4E00-\u9FFF])"
        + "|(?<=:)(?<who>[\u4E00-\u9FFF、()]{2,60}?)(?:牵头(?:负责)?|负责)(?=[,。;])(?:,[\u4E00-\u9FFF、()]{2,60}?(?:配合|参与|协助)(?=[,。;]))?|(?:由|请|责成)(?<told>(?<who>[\u4E00-\u9FFF、()]{3,80}?))(?=对|就|" + Does + ")|(?:[一二三四五六七八九十]是)?(?<told>(?<who>[\u4E00-\u9FFF、()]{3,60}?))(?=(?:要|应|须)(?:" + Does + ")))", RegexOptions.ExplicitCapture)]
    private static partial Regex Decided();
}
