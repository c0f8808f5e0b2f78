using System.Text.RegularExpressions;
using PolicyTracker.Parsing.Lines;

namespace PolicyTracker.Parsing.Tasks;

/// <summary>
/// Reads lists of organs with the verbs that close them: 甲、乙牵头,丙、丁按职责分工负责,戊配合.
/// A verb gives its role to the names in front of it; what no verb closes has the role of the label.
/// </summary>
internal sealed partial class ClauseReader(Paragraph paragraph, ElidedPrefix prefix, TagContent content)
{
    private const int LongestVerb = 24;

    /// <summary>Behind 负责 the rest of 负责人; 负责人饮工程, 负责人口普查 say what somebody is to do.</summary>
    public const string Holder = "人(?![饮口才居防社民]|员(?:密集|聚集|转移|疏散|安置|培训|管理|招聘))";
    private const string Together = "共同";
    private static readonly char[] Signs = ['★', '☆', '▲', '△', '●', '◆', '■', '※'];

    private readonly List<ListedName> pending = [];

    public void Read(int start, int end, Role? labelled)
    {
        foreach (var (from, to) in WithoutStatements(start, end).SelectMany(s => AtBlanks(s.Start, s.End))) ReadStretch(from, to, labelled);
        Close(labelled ?? Role.Responsible, null);
        if (labelled is not null) content.SaysRole = true;
    }

    private void ReadStretch(int start, int end, Role? labelled)
    {
        var text = paragraph.Clean;
        var (from, search) = (start, start);
        var (depth, counted) = (0, start);
        while (VerbPhrase().Match(text, search, end - search) is { Success: true } verb)
        {
            search = verb.Index + verb.Length;
            if (verb.Groups["weak"].Success && !FollowsOrgan(text, from, verb.Index)) continue;
            depth += OpenBrackets(text.AsSpan(counted, verb.Index - counted));
            counted = verb.Index;
            if (depth > 0) { Skip(ref from, verb, end); search = from; continue; }
            if (verb.Groups["oversees"].Success) { PassOver(from, verb, labelled); from = search; continue; }
            var listEnd = verb.Index;
            Collect(from, listEnd);
            var role = RoleOf(verb.Value);
            var clauseEnd = EndOfShare(text, verb.Index + verb.Length, end);
            var share = text.AsSpan(verb.Index + verb.Length, clauseEnd - verb.Index - verb.Length);
            if (share.StartsWith("会同") || share.StartsWith("会商"))
            {
                clauseEnd = verb.Index + verb.Length + 2;
                share = default;
            }
            Note(verb, role, share, clauseEnd);
            from = search = Math.Min(clauseEnd, end);
        }
        var behindVerb = labelled is null && from > start;
        Collect(from, end);
        if (behindVerb && content.Responsibilities.Exists(r => IsSurelyOrgan(r.Clean))) pending.RemoveAll(IsRemark);
        if (labelled is null && pending.Count > 0 && text.AsSpan(start, end - start).Contains("会同", StringComparison.Ordinal)) content.SaysRole = true;
    }

    /// <summary>市某局推进, but not 持续推进: what else says when something goes on says who does it only behind a name.</summary>
    private static bool FollowsOrgan(string text, int from, int at)
    {
        var name = text[Math.Max(from, at - OrganName.Longest)..at];
        name = name[(name.AsSpan().LastIndexOfAny("、,;。:由") + 1)..];
        return name.Length > 2 && OrganName.HasOrganEnding(name) && OrganName.IsOrgan(name);
    }

    /// <summary>甲指导,乙监督,丙实施: who only watches has no part in the work; under a label the word is the end of a name.</summary>
    private void PassOver(int from, Match verb, Role? labelled)
    {
        Collect(from, labelled is null ? verb.Index : verb.Index + verb.Length);
        if (labelled is not null) return;
        CloseBeforeComma();
        pending.Clear();
    }

    /// <summary>A verb in a gloss (市财政局(牵头资金保障)) belongs to that name, not to the list.</summary>
    private void Skip(ref int from, Match verb, int end)
    {
        var close = paragraph.Clean.AsSpan(verb.Index, end - verb.Index).IndexOfAny(')', ']') is var at && at < 0 ? -1 : verb.Index + at;
        var next = close < 0 ? end : close + 1;
        var stop = next;
        while (stop < end && paragraph.Clean[stop] is not ('、' or ',' or ';' or '。')) stop++;
        if (VerbPhrase().Match(paragraph.Clean, next, stop - next).Success) stop = next;
        Collect(from, stop);
        from = stop;
    }

    private void Note(Match verb, Role role, ReadOnlySpan<char> share, int clauseEnd)
    {
        content.SaysRole = true;
        content.Separately |= verb.Value.Contains("分别", StringComparison.Ordinal);
        if (role == Role.Support && content.Responsibilities.Count == 0) CloseBeforeComma();
        if (Until().IsMatch(share))
        {
            var from = clauseEnd - share.Length;
            content.Deadlines.Add((paragraph.PrintTight(from, clauseEnd), Origin(from, clauseEnd, "deadline-behind-verb", Certainty.Likely)));
            share = default;
        }
        var note = share.Length is > 0 and < 60 ? paragraph.PrintTight(VerbCore(verb), clauseEnd) : null;
        Close(role, note);
    }

    /// <summary>甲,乙、丙配合 with nobody else named: the comma parts who does it from who helps.</summary>
    private void CloseBeforeComma()
    {
        var comma = pending.FindLastIndex(n => n.Start > 0 && paragraph.Clean[n.Start - 1] is ',' or ';');
        if (comma <= 0) return;
        var helpers = pending.GetRange(comma, pending.Count - comma);
        pending.RemoveRange(comma, helpers.Count);
        Close(Role.Responsible, null);
        pending.AddRange(helpers);
    }

    /// <summary>甲牵头,乙配合,结果报市政府: behind the last verb of a tag whose organs are known stands who, when, or something that is neither.</summary>
    private static bool IsRemark(ListedName name) =>
        !DeadlineReader.LooksLikeDeadline(name.Clean) && !DeadlineReader.SaysOnlyWhen(name.Clean) && (!OrganName.IsOrgan(name.Clean) || Remark().IsMatch(name.Clean));

    private static bool IsSurelyOrgan(string clean) => ElidedPrefix.PrefixLength(clean) is not null || OrganName.HasOrganEnding(clean) && TagReader.IsLevelled(clean);

    [GeneratedRegex("^(?:并|经|报|结果|实行|纳入|参照|对照|作为)|^[\u4E00-\u9FFF]{2,8}(?<![日晚早预电])报(?:送|请|告)?[省市县区州镇乡]|(?:执行|备案|审批|审定|报告|参照|办理|汇总)(?:市|县|区|省|州)?(?:政府|政府办|政府办公室)?$")]
    private static partial Regex Remark();

    private static int VerbCore(Match verb) => verb.Groups["core"].Index;

    private void Collect(int start, int end)
    {
        start += TagReader.SubjectLength(paragraph.Clean.AsSpan(start, Math.Max(0, end - start)));
        start = BehindRemark(start, end);
        while (start < end && paragraph.Clean[start] is '由' or ',' or '、' or ';' or '。' or ':' or '/' or '|') start++;
        if (start < end) pending.AddRange(OrganList.Cut(paragraph, start, end));
    }

    /// <summary>以上政策见某号文件,由市某局牵头: what stands in front of 由 and names nobody is no organ.</summary>
    private int BehindRemark(int start, int end)
    {
        if (end - start < 4 || paragraph.Clean.IndexOf(",由", start, end - start, StringComparison.Ordinal) is var by && by <= start) return start;
        return OrganName.LooksLikeList(paragraph.Clean[start..by]) || pending.Count > 0 ? start : by + 2;
    }

    private void Close(Role role, string? share)
    {
        var roles = RolesOfStretches();
        for (var i = 0; i < pending.Count; i++) Take(i > 0 && IsClassBehind(pending[i - 1], pending[i]) ? pending[i] with { IsClass = true } : pending[i], roles?[i] ?? role, share);
        pending.Clear();
    }

    /// <summary>各街镇、开发区: behind a class, the bare word for a kind of place means all of them.</summary>
    private static bool IsClassBehind(ListedName before, ListedName name) =>
        before.Clean.StartsWith('各') && name.Clean is "开发区" or "园区" or "功能区" or "工业区" or "街道" or "社区" or "村" or "管委会" or "高新区" or "经开区";

    /// <summary>甲(牵头单位);乙、丙(配合单位): the bracket speaks for all names back to the semicolon, as in 甲、乙(共同牵头);丙; null where none does.</summary>
    private Role?[]? RolesOfStretches()
    {
        if (!pending.Exists(n => ClosesStretch(n) && SaysBareRole(n))) return null;
        var roles = new Role?[pending.Count];
        Role? ofStretch = null;
        for (var i = pending.Count - 1; i >= 0; i--)
        {
            var closes = i == pending.Count - 1 || ClosesStretch(pending[i]);
            if (closes || pending[i].Gloss is not null) ofStretch = closes && SaysBareRole(pending[i]) ? RoleInGloss(pending[i].Gloss) : null;
            else roles[i] = ofStretch;
        }
        return roles;
    }

    private static bool SaysBareRole(ListedName name) => name.Gloss is { } gloss && BareRole().IsMatch(gloss);

    private bool ClosesStretch(ListedName name)
    {
        if (name.Gloss?.StartsWith(Together, StringComparison.Ordinal) == true) return true;
        var behind = name.Gloss is { } gloss ? name.End + gloss.Length + 2 : name.End;
        return behind < paragraph.Clean.Length && paragraph.Clean[behind] == ';';
    }

    private void Take(ListedName name, Role role, string? share)
    {
        var unmarked = name.Clean.Trim(Signs);
        var clean = WithoutConjunction(unmarked.TrimStart('由', '-')).TrimEnd('。', '等', '要');
        if (clean.StartsWith("会同", StringComparison.Ordinal)) clean = clean[2..];
        if (ListMark().Match(clean) is { Success: true } mark) clean = clean[mark.Length..];
        if (clean.Length == 0 || clean is "其他" or "下同" or "略" or ['第', .., '号'] || Circumstance().IsMatch(clean)) return;
        if (DateInFront().Match(clean) is { Success: true } date)
        {
            var day = paragraph.Clean.IndexOf(date.Value, name.Start, StringComparison.Ordinal);
            content.Deadlines.Add((paragraph.PrintTight(day, day + date.Groups["when"].Length), Origin(day, day + date.Groups["when"].Length, "deadline-in-list", Certainty.Likely)));
            clean = clean[date.Length..];
        }
        if (!OrganName.IsOrgan(clean) && WithPerson().Match(clean) is { Success: true } holder && IsSurelyOrgan(holder.Groups["organ"].Value))
        {
            content.Leaders.Add(holder.Groups["person"].Value);
            clean = holder.Groups["organ"].Value;
        }
        var own = name.Tail is null ? clean : clean[..^name.Tail.Length];
        var at = paragraph.Clean.IndexOf(own, name.Start, StringComparison.Ordinal);
        var (start, end) = at < 0 ? (name.Start, name.End) : (at, at + own.Length);
        if (OrganName.IsPerson(clean) && !OrganName.IsGroup(clean)) { content.Leaders.Add(paragraph.PrintTight(start, name.End)); return; }
        if (DeadlineReader.SaysOnlyWhen(clean) || (!OrganName.IsOrgan(clean) && DeadlineReader.LooksLikeDeadline(clean)))
        {
            content.Deadlines.Add((paragraph.PrintTight(start, end), Origin(start, end, "deadline-in-list", Certainty.Likely)));
            return;
        }
        var known = OrganName.IsOrgan(clean.Replace("、", "", StringComparison.Ordinal));
        if (!known) content.Strange++;
        var kind = name.IsClass || OrganName.IsGroup(clean) ? DepartmentKind.Group : DepartmentKind.Department;
        var asPrinted = paragraph.PrintTight(start, end) + name.Tail;
        var printed = prefix.Restore(clean, asPrinted);
        var named = name.Gloss is { } said && LeadInGloss().Match(said) is { Success: true } lead && OrganName.LooksLikeList(lead.Groups["who"].Value);
        var person = name.Gloss is { } inBrackets && PersonInGloss().Match(inBrackets) is { Success: true } told ? told.Groups["who"].Value : null;
        if (person is not null) content.Leaders.Add(person);
        var note = name.Gloss is null || person is not null ? share : named || BareRole().IsMatch(name.Gloss) ? null : Glyphs.Squeeze(paragraph.Print(name.End + 1, name.End + 1 + name.Gloss.Length));
        content.Add(new(Glyphs.Fold(printed), printed, RoleInGloss(name.Gloss) ?? role, kind, note,
            Origin(start, end, "organ-list", known ? Certainty.Certain : Certainty.Guess))
        {
            IsMarked = unmarked.Length < name.Clean.Length,
            WithLevel = kind == DepartmentKind.Department ? prefix.WithLevel(asPrinted) : null,
            AsPrinted = asPrinted,
        });
        if (named) new ClauseReader(paragraph, prefix, content).Read(name.End + 1, name.End + 1 + name.Gloss!.Length, null);
    }

    /// <summary>和市财政局, but not 和平街道, 及第镇.</summary>
    private static string WithoutConjunction(string clean) =>
        clean is ['和' or '及', .. var rest] && (TagReader.IsLevelled(rest) || ElidedPrefix.PrefixLength(rest) is not null || OrganName.IsGroup(rest)) ? rest : clean;

    private Origin Origin(int start, int end, string rule, Certainty certainty) => new(paragraph.Span(start, end), rule, certainty);

    /// <summary>市财政局(牵头价格政策完善): the bracket says what this organ does.</summary>
    private static Role? RoleInGloss(string? gloss) => gloss is null ? null
        : gloss.StartsWith(Together, StringComparison.Ordinal) ? RoleInGloss(gloss[Together.Length..])
        : gloss.StartsWith("牵头", StringComparison.Ordinal) ? Role.Lead
        : gloss.StartsWith("配合", StringComparison.Ordinal) || gloss.StartsWith("参与", StringComparison.Ordinal) ? Role.Support
        : gloss.StartsWith("负责", StringComparison.Ordinal) ? Role.Responsible
        : null;

    /// <summary>按照省统一部署, 根据职责: on what ground, not who.</summary>
    [GeneratedRegex("^(?:按照|根据|依据|依照|结合|围绕|对照|参照)")]
    private static partial Regex Circumstance();

    /// <summary>12月底前市教育局: until when, and then who.</summary>
    [GeneratedRegex("^(?<when>(?:(?:(?:19|20)\\d\\d|当|今|明)年)?(?:\\d{1,2}月(?:\\d{1,2}日|底|末|[上中下]旬)?|年底|年内|[上下]半年)(?:之?前)?)(?:完成)?,?由?(?=[省市县区州旗各][\u4E00-\u9FFF]{2})", RegexOptions.ExplicitCapture)]
    private static partial Regex DateInFront();

    /// <summary>①市教育局 ②市财政局; 1.市教育局;2.市财政局.</summary>
    [GeneratedRegex("^(?:[①-⑳]|[1-9]\\d?[.、])(?=[\u4E00-\u9FFF])")]
    private static partial Regex ListMark();

    /// <summary>县教育局局长李某, 县教育局李某: who answers in person, behind the organ. The surnames are frequent ones, put together from common knowledge: a rarer one stays part of the name.</summary>
    [GeneratedRegex("^(?<organ>[\u4E00-\u9FFF]{2,20}?)(?<person>(?:(?:党组|党委)?副?(?:局长|主任|书记|部长|院长|处长|经理|镇长|乡长|县长|区长|主席|所长|站长|队长|行长|校长)){1,2}[\u4E00-\u9FFF]{2,3}|[王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫雷段龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤][\u4E00-\u9FFF]{1,2})$", RegexOptions.ExplicitCapture)]
    private static partial Regex WithPerson();

    /// <summary>县教育局(责任人:李某).</summary>
    [GeneratedRegex("^(?:责任人|负责人|责任领导|分管领导|联系人):(?<who>[\u4E00-\u9FFF、]{2,24})$", RegexOptions.ExplicitCapture)]
    private static partial Regex PersonInGloss();

    /// <summary>市级有关部门(市财政局牵头): the bracket names one of the class.</summary>
    [GeneratedRegex("^(?:由)?(?<who>[\u4E00-\u9FFF、]{2,40}?)(?:负责)?牵头(?:负责)?$", RegexOptions.ExplicitCapture)]
    private static partial Regex LeadInGloss();

    /// <summary>市财政局(牵头) says the role and nothing more.</summary>
    [GeneratedRegex("^(?:共同)?(?:牵头|配合|参与|负责)(?:单位|部门)?$")]
    private static partial Regex BareRole();

    private static Role RoleOf(string verb) =>
        verb.Contains("牵头", StringComparison.Ordinal) || verb.EndsWith("主办", StringComparison.Ordinal) || verb.EndsWith("主责", StringComparison.Ordinal) || verb.EndsWith("主导", StringComparison.Ordinal) || verb.EndsWith("主推", StringComparison.Ordinal) ? Role.Lead
        : SupportVerb().IsMatch(verb) ? Role.Support
        : Role.Responsible;

    /// <summary>市某局负责学校、卫生室建设: what somebody answers for goes on behind the mark, unless an organ stands there.</summary>
    private int EndOfShare(string text, int from, int end)
    {
        var stop = ClauseEnd(text, from, end);
        while (stop > from && stop < end && text[stop] == '、' && ClauseEnd(text, stop + 1, end) is var next && !OrganName.HasOrganEnding(text[(stop + 1)..next]) && !VerbPhrase().IsMatch(text.AsSpan(stop + 1, next - stop - 1))) stop = next;
        return stop;
    }

    private int ClauseEnd(string text, int from, int end)
    {
        var depth = 0;
        for (var i = from; i < end; i++)
        {
            depth += text[i] is '(' ? 1 : text[i] is ')' ? -1 : 0;
            if (depth == 0 && (text[i] is ',' or ';' or '。' or '、' or '/' or '|' || paragraph.HasBlankBefore(i) && OpensWithOrgan(text, i, end))) return i;
        }
        return end;
    }

    /// <summary>甲牵头 乙、丙配合: a blank between a verb and the next organ parts the clauses.</summary>
    private IEnumerable<(int Start, int End)> AtBlanks(int start, int end)
    {
        for (var i = start + 1; i < end; i++)
        {
            if (!paragraph.HasBlankBefore(i) || !OpensWithOrgan(paragraph.Clean, i, end) || !EndsWithVerb(paragraph.Clean, start, i)) continue;
            yield return (start, i);
            start = i;
        }
        yield return (start, end);
    }

    private static bool EndsWithVerb(string text, int from, int end)
    {
        from = Math.Max(from, end - LongestVerb);
        for (var m = VerbPhrase().Match(text, from, end - from); m.Success; m = m.NextMatch())
            if (m.Index + m.Length == end) return m.Index > from;
        return false;
    }

    private bool OpensWithOrgan(string text, int from, int end)
    {
        var to = from + 1;
        while (to < end && to <= from + OrganName.Longest && !paragraph.HasBlankBefore(to)) to++;
        var name = text[from..to];
        if (name.AsSpan().IndexOfAny("、,;。") is > 0 and var cut) name = name[..cut];
        if (VerbPhrase().Match(name) is { Success: true, Index: > 1 } verb) name = name[..verb.Index];
        return TagReader.IsLevelled(name) && OrganName.IsOrgan(name);
    }

    private static int OpenBrackets(ReadOnlySpan<char> text)
    {
        var depth = 0;
        foreach (var c in text) depth += c is '(' or '〔' or '[' ? 1 : c is ')' or '〕' or ']' ? -1 : 0;
        return depth;
    }

    /// <summary>The stretches left when sentences about the tags themselves are cut out (排在第一位的为牵头单位,下同).</summary>
    private List<(int Start, int End)> WithoutStatements(int start, int end)
    {
        var stretches = new List<(int, int)>();
        foreach (Match m in TagStatement.Find(paragraph.Clean, start, end))
        {
            if (m.Index > start) stretches.Add((start, m.Index));
            start = m.Index + m.Length;
            content.StatesFirstLeads |= TagStatement.SaysFirstLeads(m.Value);
        }
        if (start < end) stretches.Add((start, end));
        return stretches;
    }

    [GeneratedRegex(@"(?:,?(?:按照?|依据?|根据|结合|在)?(?:各自|本部门|部门|有关|相关)?的?(?:工作)?(?:职责|职能|职权|任务|权限|(?<=[按依]照?)分工)(?:任务)?(?:分工)?(?:范围)?内?)?(?:结合实际)?(?:依法)?(?:分别|分工|共同|协同(?=负责|推进|落实|实施)|双|[总主](?=牵头)|协调(?=配合)|支持(?=配合)|联合|各自|具体|分头|分级|(?:按照?)?属地(?:管理)?(?:原则)?|统一|全面|总体?|主要|为主|积极|密切|全力|予以|给予|做好|组织(?=配合|落实))?(?<core>负责(?:协助|配合)(?:落实|实施|推进)?|负责牵头(?:组织实施|组织|推进|落实|实施)?|负(?:总责|主责|主要责任)|各负其责|牵头(?!单位|部门|人|责任)(?:负责|组织实施|组织|推进|落实|实施|抓总|办理|协调)?|负责(?!单位|部门|" + Holder + @")(?:具体)?(?:落实|实施|组织实施|推进|办理)?|(?:协同|协助|参与)?配合(?!单位|部门)(?:实施|落实|负责)?|参与(?!单位|部门)(?:实施)?|(?<!政)协办(?!单位|部门|公)|协助(?!单位|部门)|(?:(?<=予以|给予)支持|(?<=具体)实施)(?=[,;。)]|$)|协同(?!单位|部门|创新|发展|中心)|协作(?:配合)?(?=[,;。)]|$)|(?<![委员览协社])会办(?=[,;。]|$)|(?:主办|主责|主导|主推|承办|起草|参加|组织实施|抓好?落实|(?:分工|推进|推动|贯彻)?落实)(?=[,;。)]|$)|(?<weak>(?:(?:共同|合力|联合|组织|全力)?(?:推进|推动|实施|开展|执行|承担)|组织|统筹(?:推进|协调)?|协调|主抓|主管|经办|办理|制定|编制|支持|保障|抓好)(?=[,;。)]|$)))|(?<core>[按依](?:照)?(?:各自)?(?:职责|职能)(?:分工)?)(?=[,;。)]|$)|(?<oversees>(?:(?:负责)?(?:指导|监督|督导|督办|督查|督促|考核))+)(?=[,;。)、]|$)", RegexOptions.ExplicitCapture)]
    private static partial Regex VerbPhrase();

    /// <summary>(某局负责 6月底前完成): when, not what.</summary>
    [GeneratedRegex(@"^(?:(?:\d{4}年)?\d{1,2}月(?:\d{1,2}日|底|末|[上中下]旬)?|(?:\d{4}|当)?年(?:底|内|末)|全年|长期|持续(?:推进|实施)?)(?:之?前)?(?:完成)?$")]
    private static partial Regex Until();

    [GeneratedRegex("配合|参与|参加|协办|协助|协同(?!负责|推进|落实|实施)|协作|会办|支持|保障")]
    private static partial Regex SupportVerb();
}
