using System.Text.RegularExpressions;
using PolicyTracker.Parsing.Lines;
using PolicyTracker.Parsing.Tasks;

namespace PolicyTracker.Parsing.Structure;

/// <summary>The blocks of one issued notice to its fields, outline and tasks.</summary>
internal static partial class DocumentReader
{
    public static DocumentReading Read(List<Block> blocks, IReadOnlyList<Line> lines, bool alone)
    {
        var head = Letterhead.Read(blocks);
        var signatures = SignatureReader.Read(blocks, head.BodyStart);
        var signature = signatures.Count > 0 ? Chosen(signatures, head) : (Signature?)null;
        var issuedOn = signature?.IssuedOn ?? head.IssuedOn;
        if (head.PublishedOn is null && head.IssuedOn > issuedOn) head = head with { PublishedOn = head.IssuedOn };
        var (root, closing) = OutlineBuilder.Build(blocks, head.BodyStart, signatures, head.Title);
        var rules = new DocumentRules { IssuedOn = issuedOn, OwnYear = Later(YearOf(head.Title), issuedOn?.Year) ?? head.PublishedOn?.Year ?? YearOfNumber(head.DocNumber) };
        var (tasks, tags) = TaskReader.Read(root, rules);
        var range = Range(blocks, lines, alone);
        var titleOrgan = OrganOf(head.Title);
        var issuer = signature?.Issuer ?? head.Issuer ?? (head.DayUnderTitle ? titleOrgan : SignatureReader.Undated(blocks, head.BodyStart, titleOrgan));
        var document = new ParsedDocument(
            head.Title, head.DocNumber, issuer, head.Addressees, issuedOn, head.PublishedOn,
            head.IndexNumber, range, [.. root.Children.Select(Outline)], tasks)
        {
            TitleOrgan = titleOrgan,
            References = ReferenceReader.Read(blocks, head.Title, Parts(root)),
            ReportingDuties = ReportingDutyReader.Read(blocks, head.BodyStart, tasks, rules),
            Origins = FieldOrigins.Read(blocks, head, signature, issuer),
            Frame = FrameReader.Read(blocks, head.BodyStart, signatures, root, closing, lines, range),
        };
        return new DocumentReading(document, root, blocks, tags);
    }

    /// <summary>The signature of the organ that the title names; else the first one that names any organ.</summary>
    private static Signature Chosen(List<Signature> signatures, LetterheadFields head)
    {
        var organ = OrganOf(head.Title);
        var named = signatures.FindIndex(s => s.Issuer is not null && organ is not null && Titles.Key(s.Issuer) == Titles.Key(organ));
        if (named < 0 && signatures[0].Issuer is null && organ is not null) return signatures[0] with { Issuer = organ };
        if (named < 0) named = signatures.FindIndex(s => s.Issuer is not null);
        return signatures[Math.Max(named, 0)];
    }

    private static LineRange Range(List<Block> blocks, IReadOnlyList<Line> lines, bool alone)
    {
        if (!alone) return new LineRange(blocks[0].FirstLine, blocks[^1].LastLine);
        var filled = lines.Where(l => l.Kind != LineKind.Blank).ToList();
        return new LineRange(filled[0].Number, filled[^1].Number);
    }

    private static IEnumerable<string> Parts(Node node) =>
        node.Children.Where(c => c.Kind == NodeKind.Part).SelectMany(c => Parts(c).Prepend(c.Title));

    private static OutlineNode Outline(Node node) =>
        new(node.PrintedNumber, node.Title, new LineRange(node.FirstLine, Math.Max(node.FirstLine, node.LastLine)), node.Children.Count == 0 ? [] : node.Children.ConvertAll(Outline));

    /// <summary>Nothing is to be done before it was ordered: what a notice of 2021 says of 2020年度审计 is to be done in 2021.</summary>
    private static int? Later(int? titleYear, int? signedIn) => titleYear < signedIn ? signedIn : titleYear ?? signedIn;

    /// <summary>2019年工作要点 is about 2019, though it was signed in 2018.</summary>
    private static int? YearOf(string title) =>
        TitleYear().Matches(Glyphs.Fold(title)) is [var m] ? int.Parse(m.Groups["y"].Value) : null;

    private static int? YearOfNumber(string? number) =>
        number?.IndexOf('〔') is { } at and >= 0 && int.TryParse(number.AsSpan(at + 1, Math.Min(4, number.Length - at - 1)), out var year) ? year : null;

    private static string? OrganOf(string title) =>
        TitleOrgan().Match(title) is { Success: true } m && Titles.IsOrganLine(Glyphs.Fold(m.Groups["o"].Value))
            ? PartyAndGovernment().Replace(m.Groups["o"].Value, "$1、") : null;

    /// <summary>中共某县委某县人民政府 are two organs; the title prints no mark between them.</summary>
    [GeneratedRegex("^(中共(?:中央|[\u4E00-\u9FFF]{1,12}?委(?:员会)?)(?:办公室|办公厅)?)(?=国务院|[\u4E00-\u9FFF]{2,}政府)")]
    private static partial Regex PartyAndGovernment();

    [GeneratedRegex("(?<!-)(?<y>(?:19|20)\\d\\d)(?:年度?)(?!-|至)", RegexOptions.ExplicitCapture)]
    private static partial Regex TitleYear();

    [GeneratedRegex("^(?<o>[\u4E00-\u9FFF、]{2,50}?)(?:关于|關於|对(?!外)|印发|转发|批转)", RegexOptions.ExplicitCapture)]
    private static partial Regex TitleOrgan();
}
