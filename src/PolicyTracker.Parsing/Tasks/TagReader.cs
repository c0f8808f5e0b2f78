using System.Buffers;
using System.Text.RegularExpressions;
using PolicyTracker.Parsing.Lines;

namespace PolicyTracker.Parsing.Tasks;

/// <summary>
/// Finds the responsibility tags of a paragraph: in brackets behind the text (〔责任单位:…〕, (甲牵头,乙配合)),
/// behind its last sentence (…。责任单位:…), or as a paragraph of its own (牵头单位:…).
/// </summary>
internal static partial class TagReader
{
    private static readonly SearchValues<string> RoleWords =
        SearchValues.Create(["牵头", "负责", "配合", "参与", "协办", "协助", "协同", "会同", "落实", "实施", "承办", "主办", "主责", "起草", "职责", "会办", "参加", "推进", "推动", "统筹", "协调", "主抓", "主导", "主推", "主管", "执行", "承担", "办理", "编制", "制定", "支持", "保障", "组织", "开展", "负主", "协作", "各负其责", "抓"], StringComparison.Ordinal);

    /// <summary>Of what stands in front of the colon in 开展培训:某局牵头,某局承办。</summary>
    private const int LongestMatter = 60;

    /// <summary>Of the names between a label and a bracket that explains them.</summary>
    private const int LongestGlossed = 200;

    private const int LongestEnding = 6;
    private const int LongestBracket = 1000;
    private const int LongestClosing = 160;

    private const string Openers = "(〔[【";
    private const string Closers = ")〕]】";

    public static List<Tag> Read(Paragraph paragraph, ElidedPrefix? sharedPrefix = null, bool hallsCarryLevel = false)
    {
        var text = paragraph.Clean;
        if (!MayHoldTag(text)) return [];
        if (paragraph.OpensWithLabel && ReadOwnLine(paragraph, sharedPrefix) is { } own) return [own];
        if (MatterReader.Read(paragraph) is { Count: > 1 } matters) return matters;
        var tags = ReadBrackets(paragraph, hallsCarryLevel);
        if (tags.Count == 0 && ReadBare(paragraph) is { } bare) return [bare];
        ReadTrailing(paragraph, tags, hallsCarryLevel);
        if (tags.Count == 0 && ReadClosingSentence(paragraph, hallsCarryLevel) is { } closing) tags.Add(closing);
        JoinWhenInFront(paragraph, tags);
        return Joined(tags);
    }

    /// <summary>责任单位:市某局, (责任单位:市某局), (责任单位:市某局)(6月底前).</summary>
    private static Tag? ReadOwnLine(Paragraph paragraph, ElidedPrefix? sharedPrefix)
    {
        var text = paragraph.Clean;
        var start = LabelStart(text);
        if (start > 0 && BracketedDeadline.AtEnd(text) is { Bracket: > 2 } last && Closers.Contains(text[last.Bracket - 1])
            && ReadLabelled(paragraph, start, last.Bracket - 1, 0, text.Length, true, prefix: sharedPrefix) is { } tag)
        {
            BracketedDeadline.AddTo(tag, last.Start, last.End);
            return tag;
        }
        return ReadLabelled(paragraph, start, text.Length, 0, text.Length, true, prefix: sharedPrefix);
    }

    /// <summary>(二)责任单位:市某局: a label as an item of its own; null for any other item.</summary>
    public static Tag? ReadItemOfLabel(Paragraph paragraph)
    {
        var from = paragraph.Number?.Length ?? 0;
        return from > 0 && TagLabels.StartsWithLabel(paragraph.Clean[from..]) && !IsBracketInFront(paragraph.Clean, from) ? ReadLabelled(paragraph, from, paragraph.Clean.Length, 0, paragraph.Clean.Length, true) : null;
    }

    /// <summary>(完成时限:6月底前)清理河道: behind the bracket stands the work.</summary>
    private static bool IsBracketInFront(string text, int from) => Openers.Contains(text[from]) && text.AsSpan(from).IndexOfAny(Closers) is > 0 and var close && from + close + 1 < text.Length && TagLabels.Whole(text[(from + 1)..(from + close)]) is null;

    /// <summary>一、牵头单位:市某局 as the heading of several items; null for any other heading.</summary>
    public static Tag? ReadLabelAsHeading(Paragraph paragraph) =>
        paragraph.Number?.Length is { } from && TagLabels.StartsWithLabel(paragraph.Clean[from..]) ? ReadLabelled(paragraph, from, paragraph.Clean.Length, 0, paragraph.Clean.Length, true) : null;

    /// <summary>Cheap, because every paragraph is asked.</summary>
    public static bool MayHoldTag(string text) => text.AsSpan().IndexOfAny("(〔[【:") >= 0 || BareTag().IsMatch(text) || SpacedLabel().IsMatch(text) || MatterReader.MayRead(text);

    /// <summary>Whether a bracket says what somebody does, or closes its sentence as a bare list of names would.</summary>
    private static bool MayAssign(string text, int open, int end, int after) =>
        text.AsSpan(open, end - open).ContainsAny(RoleWords) || after >= text.Length || text[after - 1] == ';' || OpensItem(text, after);

    /// <summary>Behind the bracket around a whole tag; at the bracket around its first label (【责任单位】某局).</summary>
    private static int LabelStart(string text) =>
        text[0] is '(' or '〔' or '[' or '【' && (text.AsSpan().IndexOfAny(Closers) is var close && close < 0 || TagLabels.Whole(text[1..close]) is null) ? 1 : 0;

    private static List<Tag> ReadBrackets(Paragraph paragraph, bool hallsCarryLevel)
    {
        var (text, tags) = (paragraph.Clean, new List<Tag>());
        var first = text.AsSpan().IndexOfAny(Openers);
        if (first < 0) return tags;
        var closes = MatchingCloses(text, first);
        for (var i = first; i >= 0 && i < text.Length;)
        {
            var close = closes[i - first];
            var closed = close > 0 && close < i + LongestBracket;
            var end = closed ? close : text.Length;
            if (ReadBracket(paragraph, i, end, closed ? end + 1 : end, closed, new ElidedPrefix(hallsCarryLevel)) is { } tag)
            {
                tags.Add(tag);
                i = tag.End;
            }
            else
            {
                i++;
            }
            var next = i < text.Length ? text.AsSpan(i).IndexOfAny(Openers) : -1;
            i = next < 0 ? -1 : i + next;
        }
        return tags;
    }

    private static Tag? ReadBracket(Paragraph paragraph, int open, int end, int after, bool closed, ElidedPrefix prefix)
    {
        var text = paragraph.Clean;
        if (end - open is < 3 or > 800 || text.AsSpan(open, end - open).EndsWith("为准")) return null;
        var deadline = closed ? BracketedDeadline.Beside(text, After(text, after)) : null;
        if (deadline is { } beside) after = beside.After;
        var tag = ReadBracketAlone(paragraph, open, end, after, closed, prefix);
        if (tag is null) return null;
        if (deadline is { } when) BracketedDeadline.AddTo(tag, when.Start, when.End);
        if (tag.Content.Deadlines.Count > 0 || BracketedDeadline.InFront(text, open) is not { } front) return tag;
        BracketedDeadline.AddTo(tag, front.Start, front.End);
        return tag with { Start = front.Start - 1 };
    }

    private static Tag? ReadBracketAlone(Paragraph paragraph, int open, int end, int after, bool closed, ElidedPrefix prefix)
    {
        var text = paragraph.Clean;
        var labelled = TagLabels.Find(text, open + 1, end);
        if (labelled.Count > 0 && labelled.TrueForAll(l => l.Kind == LabelKind.Leader) && OrganName.HasOrganEnding(text[Math.Max(0, open - LongestEnding)..open])) return null;
        if (labelled.Count > 0 && labelled[0].Start - open <= 1 && labelled[0].Kind != LabelKind.Ignored)
            return ReadLabelled(paragraph, open + 1, end, open, After(text, after), false, closed, prefix, labelled);
        if (!closed) return null;
        return ReadSpoken(paragraph, open, end, After(text, after), prefix);
    }

    /// <summary>A tag without labels: every name must look like an organ, and a verb must say what they do.</summary>
    private static Tag? ReadSpoken(Paragraph paragraph, int open, int end, int after, ElidedPrefix prefix)
    {
        var text = paragraph.Clean;
        if (!MayAssign(text, open, end, after) || IsGloss(text, open)) return null;
        var content = new TagContent();
        var labels = TagLabels.Find(text, open + 1, end);
        TagSegments.Read(paragraph, open + 1, end, labels, content, prefix);
        var names = content.Responsibilities.Count;
        if (names + content.Leaders.Count == 0 || content.Strange * 3 > names) return null;
        if (content.Responsibilities.Any(r => r.Note?.Length > 40)) return null;
        var closing = open == 0 || text[open - 1] is '。' or ';' or ')' || after >= text.Length;
        var sure = content.SaysRole || content.StatesFirstLeads && names > 1
            || (content.Strange == 0 && names > 0 && (content.Deadlines.Count > 0 || (closing && LooksWhole(text, open, after)) || (text[open] == '【' && after >= text.Length) || ClosesItem(text, open, after, content)));
        return sure ? new Tag(paragraph, open, after, open == 0 && after >= text.Length, true, content) : null;
    }

    /// <summary>责任单位:市级有关部门(某局牵头): a bracket behind the names that a label announces belongs to them.</summary>
    private static bool IsGloss(string text, int open)
    {
        var colon = open > 0 ? text.LastIndexOf(':', open - 1, Math.Min(open, LongestGlossed)) : -1;
        if (colon < 0 || text.AsSpan(colon, open - colon).Contains('。')) return false;
        var label = text[Math.Max(0, colon - LongestMatter)..(colon + 1)];
        return TagLabels.StartsWithLabel(label[(label.AsSpan().LastIndexOfAny('。', ';', ',') + 1)..]) && OrganName.LooksLikeList(text[(colon + 1)..open]);
    }

    /// <summary>A bare list in brackets is a tag only behind a full stop or at the very end of its paragraph.</summary>
    private static bool LooksWhole(string text, int open, int after) =>
        after >= text.Length && (open == 0 || text[open - 1] is '。' or ';' or '!');

    /// <summary>
    /// A bare list at the end of an item, or of each of its parts (…(县某局);…(县某局)。), that has no full stop before it: the first name and most others with their level, and no word in front
    /// that the bracket could explain (报主管部门(市财政局)).
    /// </summary>
    private static bool ClosesItem(string text, int open, int after, TagContent content) =>
        (after >= text.Length || OpensItem(text, after) || text[after - 1] == ';' && text.AsSpan().TrimEnd("。;") is [.., ')' or '〕']) && open > 4 && (Levelled().IsMatch(content.Responsibilities[0].Clean) || AreBare(content.Responsibilities))
        && (AreBare(content.Responsibilities) || content.Responsibilities.Count(r => Levelled().IsMatch(r.Clean)) * 2 >= content.Responsibilities.Count) && !OrganName.HasOrganEnding(text[(open - 4)..open]);

    /// <summary>…(市某局)。2、…: lines run together, and the next item begins.</summary>
    private static bool OpensItem(string text, int after) => text[after - 1] is '。' or ';' && Numbering.Read(text.AsSpan(after)) is { Style: not NumberStyle.Ordinal };

    /// <summary>(教育局、财政局): a county's own offices, by their fields alone.</summary>
    private static bool AreBare(List<Responsibility> named) => named.Count > 1 && named.TrueForAll(r => ElidedPrefix.PrefixLength(r.Clean) == 0);

    private static Tag? ReadLabelled(Paragraph paragraph, int from, int to, int start, int end, bool ownLine, bool closed = true, ElidedPrefix? prefix = null, List<TagLabel>? found = null)
    {
        var labels = Outermost(paragraph.Clean, from, found ?? TagLabels.Find(paragraph.Clean, from, to));
        if (labels.Count == 0 || ownLine && labels is [var only] && IsOfAnEvent(paragraph.Clean, only)) return null;
        var content = new TagContent();
        TagSegments.Read(paragraph, ownLine ? labels[0].Start : from, to, labels, content, prefix);
        return content.IsEmpty && !labels.Any(l => l.Kind is LabelKind.Lead or LabelKind.Responsible)
            ? null
            : new Tag(paragraph, start, end, ownLine, closed, content) { Labelled = true, NamesMembers = labels.TrueForAll(l => paragraph.Clean.AsSpan(l.Start).StartsWith("成员")) };
    }

    /// <summary>时间:3月29日晚 says when something takes place, not until when it is to be done.</summary>
    private static bool IsOfAnEvent(string text, TagLabel label) => label.Kind == LabelKind.Time && text.AsSpan(label.Start, label.End - label.Start) is "时间:";

    /// <summary>…。责任单位:甲、乙。 without brackets, up to the end of the paragraph or to the next measure that has such a tag.</summary>
    private static void ReadTrailing(Paragraph paragraph, List<Tag> tags, bool hallsCarryLevel)
    {
        var text = paragraph.Clean;
        var from = tags.Count > 0 ? tags[^1].End : 0;
        var found = TagLabels.Find(text, from, text.Length);
        var labels = found.Where((l, i) => Trails(paragraph, l) || IsGlued(text, l, i + 1 < found.Count ? found[i + 1].Start : text.Length)).ToList();
        while (labels.Count > 0 && tags.Count == 0 && labels[0].Kind is LabelKind.Time && !SaysWhen(text, labels)) labels.RemoveAt(0);
        var next = 0;
        while (labels.Count > 0)
        {
            var start = labels[0].Start;
            var end = EndOfTrailing(text, labels);
            if (ReadLabelled(paragraph, start, end, start, end, start == 0 && end == text.Length, prefix: new ElidedPrefix(hallsCarryLevel), found: Between(found, ref next, start, end)) is not { } tag) return;
            tags.Add(tag);
            labels.RemoveAll(l => l.Start < end);
        }
        if (tags.Count == 0 && Spaced(paragraph) is { Count: > 0 } spaced) tags.Add(ReadSpaced(paragraph, spaced, hallsCarryLevel));
    }

    /// <summary>The labels in a stretch behind those that were taken.</summary>
    private static List<TagLabel> Between(List<TagLabel> labels, ref int next, int start, int end)
    {
        while (next < labels.Count && labels[next].Start < start) next++;
        var first = next;
        while (next < labels.Count && labels[next].Start < end) next++;
        return labels.GetRange(first, next - first);
    }

    /// <summary>完成时限:6月底前;责任单位:某局: a date and nothing else up to the next label.</summary>
    private static bool SaysWhen(string text, List<TagLabel> labels) =>
        labels.Count > 1 && !IsOfAnEvent(text, labels[0]) && labels[1].Start - labels[0].End is > 0 and < LongestMatter && text[labels[0].End..labels[1].Start].TrimEnd(';', ',', '。') is var said && !said.Contains('。') && DeadlineReader.LooksLikeDeadline(said);

    private static bool Trails(Paragraph paragraph, TagLabel label) =>
        label.Kind != LabelKind.Ignored && (label.Start == 0 || paragraph.Clean[label.Start] == '【'
            || paragraph.Clean[label.Start - 1] == ',' && paragraph.Clean[label.End - 1] is not (':' or '】')
            || paragraph.Clean[label.Start - 1] is '。' or ';' or ')' or '〕' or '”' or '-' or '→' or '>' or '◇' or '○' or '★' or '☆' or '●' or '■' or '▲' or '◆' or '※' || paragraph.HasBlankBefore(label.Start));

    /// <summary>清淤责任单位:县某局。 where a blank or a full stop was lost: a colon, and nothing but organs or a date up to the next label or the end of the sentence.</summary>
    private static bool IsGlued(string text, TagLabel label, int next)
    {
        if (text[label.End - 1] != ':' || label.End >= next || next - label.End > LongestClosing) return false;
        var stop = text.AsSpan(label.End, next - label.End).IndexOfAny('。', ';');
        var said = text[label.End..(stop < 0 ? next : label.End + stop)].TrimEnd(',', '、');
        if (said.LastIndexOf(',') is var comma and > 1 && label.Kind != LabelKind.Time && DeadlineReader.LooksLikeDeadline(said[(comma + 1)..])) said = said[..comma];
        return label.Kind is LabelKind.Lead or LabelKind.Responsible or LabelKind.Support ? OrganName.LooksLikeList(said) : label.Kind == LabelKind.Time && said.Length > 0 && DeadlineReader.LooksLikeDeadline(said);
    }

    /// <summary>Behind the full stop that a numbered measure with a tag of its own follows: …。责任单位:甲。(2)…。责任单位:乙。</summary>
    private static int EndOfTrailing(string text, List<TagLabel> labels)
    {
        for (var stop = text.IndexOf('。', labels[0].End); stop >= 0 && stop + 1 < text.Length; stop = text.IndexOf('。', stop + 1))
            if (Numbering.Read(text.AsSpan(stop + 1)) is not null && labels.Exists(l => l.Start > stop + 1)) return stop + 1;
        return text.Length;
    }

    /// <summary>…。 牵头单位 县某局 责任单位 县某局、某局: blanks on both sides of a label stand for its colon; empty where other words follow.</summary>
    private static List<TagLabel> Spaced(Paragraph paragraph)
    {
        var text = paragraph.Clean;
        var labels = SpacedLabel().Matches(text)
            .Where(m => m.Index + m.Length < text.Length && paragraph.HasBlankBefore(m.Index + m.Length) && (m.Index == 0 || text[m.Index - 1] == '。' || paragraph.HasBlankBefore(m.Index)))
            .Select(m => new TagLabel(TagLabels.Whole(m.Value) ?? LabelKind.Responsible, m.Index, m.Index + m.Length)).ToList();
        var ends = labels.Skip(1).Select(l => l.Start).Append(text.Length).ToList();
        var other = Enumerable.Range(0, labels.Count).LastOrDefault(i => text[labels[i].End..ends[i]].TrimEnd('。') is var said && (!OrganName.LooksLikeList(said) || TagLabels.Whole(said) is not null), -1);
        return labels[(other + 1)..];
    }

    private static Tag ReadSpaced(Paragraph paragraph, List<TagLabel> labels, bool hallsCarryLevel)
    {
        var (start, content) = (labels[0].Start, new TagContent());
        TagSegments.Read(paragraph, start, paragraph.Clean.Length, labels, content, new ElidedPrefix(hallsCarryLevel));
        return new Tag(paragraph, start, paragraph.Clean.Length, start == 0, true, content);
    }

    /// <summary>A paragraph that is nothing but a tag without label or bracket: 甲牵头,乙、丙配合。</summary>
    private static Tag? ReadBare(Paragraph paragraph)
    {
        var text = paragraph.Clean;
        if (text.Length > 160 || paragraph.Number is not null || text.TrimEnd('。').Contains('。') || !BareTag().IsMatch(text)) return null;
        var content = new TagContent();
        TagSegments.Read(paragraph, 0, text.Length, [], content);
        var sure = content.SaysRole && content.Strange == 0 && content.Responsibilities.Count > 0 && content.Responsibilities.All(r => r.Note is null) && !OnlyExhorts(text, content);
        return sure ? new Tag(paragraph, 0, text.Length, true, true, content) : null;
    }

    /// <summary>…。由县某局牵头,县某局配合。 as the last sentence of a paragraph, which says nothing else but who in person (…,责任人:王某).</summary>
    private static Tag? ReadClosingSentence(Paragraph paragraph, bool hallsCarryLevel)
    {
        var text = paragraph.Clean;
        var start = text.LastIndexOf('。', Math.Max(text.Length - 2, 0)) + 1;
        if (start == 0 && paragraph.Number is not null) start = text.AsSpan(0, Math.Min(text.Length, LongestMatter)).IndexOf(':') + 1;
        var clauses = LastClauses(text, start);
        if (start == 0 && clauses is null || text.Length - (clauses ?? start) > LongestClosing) return null;
        var labels = text.Contains(':') ? TagLabels.Find(text, Math.Max(0, start - 1), text.Length).FindAll(l => l.Kind is LabelKind.Leader or LabelKind.Time) : [];
        if (!BareTag().IsMatch(labels.Count > 0 ? text[..labels[0].Start].TrimEnd(',', ';') : text)) return null;
        start = clauses ?? start;
        var from = start + SubjectOfDuty().Match(text[start..]).Length;
        var content = new TagContent();
        TagSegments.Read(paragraph, from, text.Length, labels, content, new ElidedPrefix(hallsCarryLevel));
        var named = from > start && text[from - 1] == '由' || ByDuty().IsMatch(text.AsSpan(from))
            || content.Responsibilities.Count > 1 && Levelled().IsMatch(content.Responsibilities[0].Clean) || content.LeadsAndHelps && content.Responsibilities.Exists(r => Levelled().IsMatch(r.Clean));
        var sure = content.SaysRole && content.Strange == 0 && content.Responsibilities.Count > 0 && (content.Leaders.Count == 0 || labels.Count > 0) && !OnlyExhorts(text[from..], content)
            && content.Responsibilities.TrueForAll(r => r.Note is null && !r.Clean.Contains('由') && (named || Levelled().IsMatch(r.Clean) || r.Kind == DepartmentKind.Group || ByOffices().IsMatch(text.AsSpan(from))));
        return sure ? new Tag(paragraph, start, text.Length, false, true, content) : null;
    }

    /// <summary>Where the clauses that say who begin in a sentence that says first what is to be done (改造管网,市水务局牵头,市财政局配合。); null where it opens with them.</summary>
    private static int? LastClauses(string text, int start)
    {
        for (var comma = text.IndexOf(',', Math.Max(start, text.Length - LongestClosing)); comma >= 0; comma = text.IndexOf(',', comma + 1))
            if (Assigns().Match(text, comma + 1) is { Success: true } m && OrganName.LooksLikeList(m.Groups["who"].Value) && IsLevelled(m.Groups["who"].Value))
                return text.AsSpan(start, comma - start).Contains("牵头", StringComparison.Ordinal) || OrganName.IsOrgan(text[start..comma]) ? null : comma + 1;
        return null;
    }

    [GeneratedRegex("\\G由?(?<who>[\u4E00-\u9FFF、()]{3,120}?)(?:按照?(?:各自)?职[责能](?:分工)?)?(?:分别|共同|具体)?(?:牵头|负责)(?:落实|实施|组织实施)?(?=[,;。]|$)", RegexOptions.ExplicitCapture)]
    private static partial Regex Assigns();

    /// <summary>各部门要密切配合。 asks everybody and names nobody.</summary>
    private static bool OnlyExhorts(string sentence, TagContent content) =>
        sentence.Contains('要') && content.Responsibilities.TrueForAll(r => r.Kind == DepartmentKind.Group);

    /// <summary>Two brackets side by side ((责任单位:…)(完成时限:…)) are one tag.</summary>
    private static List<Tag> Joined(List<Tag> tags)
    {
        for (var i = 1; i < tags.Count;)
        {
            if (tags[i].Start > tags[i - 1].End) { i++; continue; }
            tags[i - 1].Content.Merge(tags[i].Content);
            tags[i - 1] = tags[i - 1] with { End = tags[i].End };
            tags.RemoveAt(i);
        }
        return tags;
    }

    /// <summary>1.(完成时限:6月底前)清理河道。责任单位:市某局: the bracket in front of the work belongs to the tag behind it.</summary>
    private static void JoinWhenInFront(Paragraph paragraph, List<Tag> tags)
    {
        if (tags.Count != 2 || tags[0].Start > (paragraph.Number?.Length ?? 0) || tags[0].Content is not { Responsibilities.Count: 0, Leaders.Count: 0 }) return;
        tags[1].Content.Merge(tags[0].Content);
        tags[1] = tags[1] with { Opens = tags[0].End };
        tags.RemoveAt(0);
    }

    private static int After(string text, int after)
    {
        while (after < text.Length && text[after] is '。' or ';' or ',' && after < text.Length) after++;
        return after;
    }

    /// <summary>For each bracket from <paramref name="first"/> on where it closes, 0 for one that never does; scans mix their shapes (〔…)).</summary>
    private static int[] MatchingCloses(string text, int first)
    {
        var closes = new int[text.Length - first];
        var open = new Stack<int>();
        for (var i = first; i < text.Length; i++)
        {
            if (Openers.Contains(text[i])) open.Push(i - first);
            else if (Closers.Contains(text[i]) && open.TryPop(out var opener)) closes[opener] = i;
        }
        return closes;
    }

    /// <summary>Those that stand in no bracket of their own.</summary>
    private static List<TagLabel> Outermost(string text, int from, List<TagLabel> labels)
    {
        var (depth, at) = (0, from);
        return labels.FindAll(label =>
        {
            for (; at < label.Start; at++) depth += Openers.Contains(text[at]) ? 1 : Closers.Contains(text[at]) ? -1 : 0;
            return depth <= 0;
        });
    }

    /// <summary>Whether a name opens with its level, or is that of a class (各…).</summary>
    public static bool IsLevelled(string clean) => Levelled().IsMatch(clean);

    [GeneratedRegex("^(?:省|市|县|区|州|旗|盟|自治区|国家|各)")]
    private static partial Regex Levelled();

    /// <summary>Characters of 此项工作由…, 以上均由… in front of who does it; 0 for any other text.</summary>
    public static int SubjectLength(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || text[0] is not ('此' or '该' or '本' or '这' or '具' or '以' or '上')) return 0;
        foreach (var m in SubjectOfDuty().EnumerateMatches(text)) return m.Length > 0 && text[m.Length - 1] == '由' ? m.Length : 0;
        return 0;
    }

    /// <summary>此项工作(由…).</summary>
    [GeneratedRegex("^(?:(?:此|该|本|这)项?(?:项|工作|任务)+|(?:具体|以上|上述)(?:工作|任务|事项)?)?(?:均|都)?(?:,)?由?")]
    private static partial Regex SubjectOfDuty();

    [GeneratedRegex("按(?:照)?(?:各自)?职[责能](?:分工)?负责")]
    private static partial Regex ByDuty();

    /// <summary>水利所和各村负责具体实施。 as a whole sentence: offices of a town, of a bureau.</summary>
    [GeneratedRegex("^(?:[\u4E00-\u9FFF]{1,12}(?:所|办|队|院|站|科|股|处|中心|公司|局|部)|各[\u4E00-\u9FFF()]{1,8})(?:[、,和][\u4E00-\u9FFF()]{2,16})*负责(?:具体)?(?:组织)?(?:实施|落实)?。?$")]
    private static partial Regex ByOffices();

    [GeneratedRegex("(?:责任|牵头|配合|承办|主办)(?:单位|部门)")]
    private static partial Regex SpacedLabel();

    /// <summary>…牵头,…配合(,某月底前完成)。</summary>
    [GeneratedRegex("(?:牵头|负责|配合|参与|参加|(?<!政)协办|协助|协作|会办|落实|具体实施|承办|主办|主责)(?:落实|实施)?(?:,[^,。;]{2,20}?(?:完成|到位|建成|开展|推进|实施|落实|进行|坚持|前|底|\\d月)|,[^,。;]{0,14}月(?:\\d{1,2}日|[上中下]旬|底)?前[^,。;]{2,16})?[。;]?$")]
    private static partial Regex BareTag();
}
