using PolicyTracker.Parsing.Lines;

namespace PolicyTracker.Parsing.Structure;

/// <summary>Where the fields of a document stand.</summary>
internal static class FieldOrigins
{
    public static IReadOnlyDictionary<string, Origin> Read(IReadOnlyList<Block> blocks, LetterheadFields head, Signature? signature)
    {
        var origins = new Dictionary<string, Origin>();
        var top = blocks.Take(head.BodyStart + 1).OfType<Paragraph>().ToList();
        if (top.Find(p => Titles.Key(head.Title).EndsWith(Titles.Key(p.Clean), StringComparison.Ordinal) && p.Clean.Length > 3) is { } title)
            origins["title"] = new(title.Span(0, title.Clean.Length), "letterhead-title", Certainty.Certain);
        if (top.Find(p => Titles.DocNumber(p.Clean) is not null) is { } number)
            origins["docNumber"] = new(number.Span(0, number.Clean.Length), "document-number", Certainty.Certain);
        if (signature is not { } s || blocks[s.Last] is not Paragraph date) return origins;
        origins["issuedOn"] = new(date.Span(0, date.Clean.Length), "signature-date", Certainty.Certain);
        if (s.Issuer is not null && blocks[s.First] is Paragraph organ)
            origins["issuer"] = new(organ.Span(0, organ.Clean.Length), s.First == s.Last ? "title-organ" : "signature", s.First == s.Last ? Certainty.Likely : Certainty.Certain);
        return origins;
    }
}
