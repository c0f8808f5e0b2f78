using System.Text.RegularExpressions;
using PolicyTracker.Parsing.Lines;

namespace PolicyTracker.Parsing.Structure;

/// <summary>The text of a document as a tree: plans and annexes, headings by their numbers, paragraphs and tables under them.</summary>
internal sealed partial class OutlineBuilder
{
    private readonly IReadOnlyList<Block> blocks;
    private readonly HashSet<int> signatures;
    private readonly HashSet<string> announced;
    private readonly Node root;
    private Node current;
    private bool annexLabelled;
    private bool signed;
    private bool belowPage;

    private OutlineBuilder(IReadOnlyList<Block> blocks, IReadOnlyList<Signature> signatures, string title)
    {
        this.blocks = blocks;
        this.signatures = [.. signatures.SelectMany(s => Enumerable.Range(s.First, s.Last - s.First + 1))];
        root = Node.Root(title);
        current = root;
        announced = Announced(blocks, title);
        OrganHeadings.Mark(blocks);
        PeriodHeadings.Mark(blocks);
        LabelledTitles.Mark(blocks);
    }

    /// <summary>Lines that close a document (抄送, 此件公开发布): in no section, but accounted for.</summary>
    public List<Paragraph> Closing { get; } = [];

    public static (Node Root, IReadOnlyList<Paragraph> Closing) Build(IReadOnlyList<Block> blocks, int from, IReadOnlyList<Signature> signatures, string title)
    {
        var builder = new OutlineBuilder(blocks, signatures, title);
        for (var i = from; i < blocks.Count;) i = builder.Take(i);
        return (builder.root, builder.Closing);
    }

    /// <summary>Takes the block into the tree; gives the index of the next one.</summary>
    private int Take(int i)
    {
        if (signatures.Contains(i))
        {
            (signed, current) = (true, root);
            return i + 1;
        }
        if (blocks[i] is not Paragraph p)
        {
            current.Body.Add(blocks[i]);
            return i + 1;
        }
        belowPage = p.Number is null && (belowPage || ((signed || current != root) && PageEnd().IsMatch(p.Clean)));
        if (p.Clean.Length < 120 && p.Number is null && (belowPage && !MayBeAnnex(p) || ClosingLine().IsMatch(p.Clean))) { Closing.Add(p); return i + 1; }
        if (signatures.Contains(i - 1) && Colophon().IsMatch(p.Clean)) { Closing.Add(p); return i + 1; }
        if ((signed || current != root) && IsLink(p.Clean)) { Closing.Add(p); return i + 1; }
        if (MayBeAnnex(p) && AnnexLabel().IsMatch(p.Clean)) { annexLabelled = true; Closing.Add(p); return BehindListBelow(i) ?? i + 1; }
        if (TakeAnnexList(i) is { } afterList) return afterList;
        if (TakePartTitle(i) is { } afterTitle) return afterTitle;
        annexLabelled = false;
        if (p.Number is null && Tasks.ReportingRules.ClosesNotice(p.Clean)) current = PartOf(current);
        if (p.Number is { } number && !CountsWithin(p) && !GoesOnBehindLabel(p, number)) current = ParentFor(number).AddSection(p);
        else current.Body.Add(p);
        return i + 1;
    }

    /// <summary>附件:1.某某方案 / 2.某某表: the list of annexes, not their text.</summary>
    private int? TakeAnnexList(int i)
    {
        var p = (Paragraph)blocks[i];
        if (!MayBeAnnex(p) || p.Clean.Length > 200 || AnnexList().Match(p.Clean) is not { Success: true } m) return null;
        var opens = m.Groups["rest"].Value;
        var isTitle = (signed || i + 1 >= blocks.Count) && annexLabelled is false && current == root && !opens.StartsWith('1') && NextIsNoList(i) && signed;
        if (isTitle) return null;
        PartOf(current).ListsAnnexes = true;
        Closing.Add(p);
        return BehindList(i + 1, 2);
    }

    /// <summary>附件: alone, its list 1.某某表 / 2.某某方案 on the lines below; null where an annex of its own stands there.</summary>
    private int? BehindListBelow(int label)
    {
        if (!((Paragraph)blocks[label]).Clean.EndsWith(':')) return null;
        var next = BehindList(label + 1, 1);
        if (next < label + 3) return null;
        (annexLabelled, PartOf(current).ListsAnnexes) = (false, true);
        return next;
    }

    /// <summary>The first block that is no entry of a list of annexes, counted on from a number.</summary>
    private int BehindList(int next, int wanted)
    {
        while (next < blocks.Count && blocks[next] is Paragraph item && item.Number is { Style: NumberStyle.Digits } n && n.Value == wanted
            && item.Clean.Length < 90 && item.Clean.AsSpan().IndexOfAny("。;:") < 0)
        {
            Closing.Add(item);
            (next, wanted) = (next + 1, wanted + 1);
        }
        return next;
    }

    /// <summary>一是…。二是…。三是…。 in one paragraph: its text counts, it is no item of a list.</summary>
    private static bool CountsWithin(Paragraph p) =>
        p.Number is { Style: NumberStyle.Ordinal, Value: 1 } && p.Clean.IndexOf(p.Clean[1] == '是' ? "二是" : p.Clean.StartsWith("第一", StringComparison.Ordinal) ? "第二" : "其次", StringComparison.Ordinal) > 0;

    /// <summary>项目内容:1.新建…; / 2.改造…: the count of a line that a label opens goes on below it.</summary>
    private bool GoesOnBehindLabel(Paragraph p, Numbering number) =>
        number is { Style: NumberStyle.Digits, Value: > 1 } && current.Body.LastOrDefault() is Paragraph above
        && (above.Number is { Style: NumberStyle.Digits } inBody ? inBody.Value + 1 == number.Value : number.Value == 2 && CountsBehindLabel().IsMatch(above.Clean));

    [GeneratedRegex(@"^[\u4E00-\u9FFF]{2,8}:1[.、](?!.*2[.、])")]
    private static partial Regex CountsBehindLabel();

    /// <summary>[某某通知.pdf](https://…): nothing but a link to a file, as Markdown prints it.</summary>
    private static bool IsLink(string clean) => clean[0] == '[' && clean[^1] == ')' && clean.Contains("](http", StringComparison.Ordinal);

    private static bool MayBeAnnex(Paragraph p) => p.Clean.StartsWith('附');

    private bool NextIsNoList(int i) => i + 1 < blocks.Count && blocks[i + 1] is Paragraph { Number: not { Style: NumberStyle.Digits } };

    private int? TakePartTitle(int i)
    {
        var p = (Paragraph)blocks[i];
        if (p.Number is not null || !MayOpenPart(p)) return null;
        var text = signed && MayBeAnnex(p) && AnnexList().Match(p.Clean) is { Success: true } m ? m.Groups["rest"].Value : p.Clean;
        if (!IsTitleLike(text)) return null;
        var title = p.PrintTight(p.Clean.Length - text.Length, p.Clean.Length);
        var next = i + 1;
        while (!IsKnownTitle(Glyphs.Fold(title)) && next < i + 4 && next < blocks.Count && blocks[next] is Paragraph more && Titles.IsTitlePiece(more)
            && (IsKnownTitle(Glyphs.Fold(title) + more.Clean) || (annexLabelled && Titles.IsPlanTitle(Glyphs.Fold(title) + more.Clean) && !Titles.IsPlanTitle(Glyphs.Fold(title)))))
        {
            title += more.PrintTight(0, more.Clean.Length);
            next++;
        }
        var known = IsKnownTitle(Glyphs.Fold(title));
        if (!known && !annexLabelled && !(Titles.IsPlanTitle(Glyphs.Fold(title)) && (p.IsMarked && title.Length > 5 || (signed && current == root)))) return null;
        if (Tasks.TagReader.Read(p).Count > 0) return null;
        current = PartParent(title).AddPart(title, p, blocks[next - 1].LastLine);
        annexLabelled = false;
        return next;
    }

    /// <summary>Cheap, because every line is asked: is any title awaited here at all?</summary>
    private bool MayOpenPart(Paragraph p) => announced.Count > 0 || annexLabelled || p.IsMarked || (signed && current == root);

    private static bool IsTitleLike(string text) =>
        text.Length is > 1 and < 90 && !text.EndsWith(':') && !text.Contains('。') && !text.Contains(';') && Titles.DocNumber(text) is null;

    private bool IsKnownTitle(string clean) => announced.Contains(Titles.Key(clean));

    /// <summary>An annex that a plan lists at its end belongs under that plan.</summary>
    private Node PartParent(string title)
    {
        var part = PartOf(current);
        if (annexLabelled && part == root && root.Children.LastOrDefault(c => c.Kind == NodeKind.Part) is { ListsAnnexes: true } last) part = last;
        while (part.Parent is not null && !(annexLabelled && part.ListsAnnexes)) part = part.Parent;
        return part;
    }

    /// <summary>
    /// The nearest node whose number outranks the new one. Of each style a node has at most one number above it: what goes on with a
    /// count stands beside its last number, whatever lies between, and no text nests deeper than there are styles.
    /// </summary>
    private Node ParentFor(Numbering number)
    {
        if (OpenNumber(current, number, goesOn: true) is { } last) return last.Parent!;
        var node = current;
        if (number.Style == NumberStyle.Article && ArticlesUnder(node) is { } chapter) node = chapter;
        else while (node.Kind == NodeKind.Section && node.Parent is not null && node.Number is { } own && own.Style >= number.Style) node = node.Parent;
        return OpenNumber(node, number, goesOn: false)?.Parent ?? node;
    }

    /// <summary>The node with a number of the same style among one and those above it.</summary>
    private static Node? OpenNumber(Node node, Numbering number, bool goesOn)
    {
        for (var above = node; above is { Kind: NodeKind.Section, Parent: { } parent }; above = parent)
            if (above.Number is { } open && open.Style == number.Style && (!goesOn || open.Value + 1 == number.Value)) return above;
        return null;
    }

    /// <summary>一、某某事项 over 第一条: measures number their articles through, with Han numbers in the place of chapters.</summary>
    private static Node? ArticlesUnder(Node node)
    {
        while (node is { Kind: NodeKind.Section, Number.Style: not NumberStyle.Han, Parent: { } parent }) node = parent;
        return node is { Kind: NodeKind.Section, Heading.Clean: { Length: < 40 } heading } && !heading.Contains('。') ? node : null;
    }

    private static Node PartOf(Node node)
    {
        while (node.Kind == NodeKind.Section && node.Parent is not null) node = node.Parent;
        return node;
    }

    /// <summary>Titles that the notice names before it carries them: in its own title, in 《…》 of the covering text, in lists of annexes.</summary>
    private static HashSet<string> Announced(IReadOnlyList<Block> blocks, string title)
    {
        var keys = new HashSet<string>();
        foreach (Match m in IssuedTitle().Matches(Glyphs.Fold(title))) keys.Add(Titles.Key(m.Groups["t"].Value));
        foreach (var p in blocks.OfType<Paragraph>())
        {
            if (p.Clean.Length > 1500) continue;
            if (p.Clean.Contains('《') && Announces().IsMatch(p.Clean))
                foreach (Match m in Quoted().Matches(p.Clean)) keys.Add(Titles.Key(m.Groups["t"].Value));
            if (MayBeAnnex(p) && AnnexList().Match(p.Clean) is { Success: true } list) keys.Add(Titles.Key(LeadingNumber().Replace(list.Groups["rest"].Value, "")));
        }
        keys.RemoveWhere(k => k.Length < 4);
        return keys;
    }

    [GeneratedRegex(@"^附(?:件|表|录)[一二三四五六七八九十\d]{0,3}(?:-\d)?:?$")]
    private static partial Regex AnnexLabel();

    [GeneratedRegex(@"^附(?:件|表)?[一二三四五六七八九十\d]{0,2}:(?<rest>.{3,160})$|^附件\d{1,2}(?<rest>[\u4E00-\u9FFF].{3,80})$", RegexOptions.ExplicitCapture)]
    private static partial Regex AnnexList();

    [GeneratedRegex(@"^\d{1,2}[.、]")]
    private static partial Regex LeadingNumber();

    /// <summary>From here on it is the page that speaks, not the notice.</summary>
    [GeneratedRegex("^[【〖\\[(]?(?:(?:原文|全文|附件)下载[】〗\\])]?$|相关(?:阅读|解读|链接|新闻|报道|文章|信息)|上一[篇条]|下一[篇条]|扫一扫|版权所有|分享到|网站地图|关于我们|打印(?:本页|文章)|关闭(?:窗口|本页))|ICP备\\d|[\u4E00-\u9FFF]公网安备|^(?:政策|文件|图文|一图)解读(?:$|[:《])|^主办(?:单位)?:[^。]{2,40}承办(?:单位)?:|^地址:[^。]{4,60}邮编:|网站标识码|^(?i:copyright)")]
    private static partial Regex PageEnd();

    /// <summary>主办:县人社局 督办:县政府办 directly below the date: who drew the notice up.</summary>
    [GeneratedRegex("^(?:主办|承办|督办|拟稿|核稿)(?:单位|处室|科室)?:[^。]{2,60}$")]
    private static partial Regex Colophon();

    [GeneratedRegex(@"^(?:\(?此件|\(?共印\d|公开方式|公开属性|信息公开|主题词|抄送|抄报|分送|.{2,30}(?:办公室|办公厅|秘书处|综合科|办)(?:19|20)\d\d年\d{1,2}月\d{1,2}日印发|相关(?:附件|文件|链接|解读)|附件下载|责任编辑|编辑:|扫一扫|打印|关闭|分享到|版权所有|上一篇|下一篇|参加(?:人员|人)?:|(?:出席|列席|参会|记录|缺席|请假|主持|发送|分发|送)(?:人员|单位|人)?:|\(?联系(?:人|电话))")]
    private static partial Regex ClosingLine();

    [GeneratedRegex("(?:印发|转发|批转|发布|下达|公布|颁发)(?<t>.{4,120}?)的(?:通知|公告|决定|函)|《(?<t>[^《》]{4,100}(?:《[^《》]{1,60}》[^《》]{0,40})?)》", RegexOptions.ExplicitCapture)]
    private static partial Regex IssuedTitle();

    [GeneratedRegex("印发|特制定《|转发|批转|发布|同意|下达|现将|公布")]
    private static partial Regex Announces();

    [GeneratedRegex("《(?<t>[^《》]{4,100}(?:《[^《》]{1,60}》[^《》]{0,40})?)》", RegexOptions.ExplicitCapture)]
    private static partial Regex Quoted();
}
