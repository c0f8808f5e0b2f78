using PolicyTracker.Parsing.Lines;

namespace PolicyTracker.Parsing.Structure;

/// <summary>Where the fields of a document stand: in the letterhead, in the portal's table above it, in the signature.</summary>
internal static class FieldOrigins
{
    /// <summary>One origin per field that was read, by the field's name in the JSON.</summary>
    /// <param name="issuer">As it was taken at last: of the signature, the portal or the title.</param>
    public static IReadOnlyDictionary<string, Origin> Read(IReadOnlyList<Block> blocks, LetterheadFields head, Signature? signature, string? issuer)
    {
        var top = blocks.Take(head.BodyStart + 1).SelectMany(Texts).ToList();
        var signed = signature is { } s && blocks[s.Last] is Paragraph date ? Whole(date, "signature-date", Certainty.Certain) : null;
        var read = new (string Field, Origin? Origin)[]
        {
            ("title", Title(top, head.Title)),
            ("docNumber", head.DocNumber is null ? null : Number(top)),
            ("issuer", issuer is null ? null : Issuer(blocks, top, signature, head.Title, issuer)),
            ("addressees", head.Addressees is null ? null : top.Find(Letterhead.IsAddressees) is { } p ? Whole(p, "addressees", Certainty.Certain) : null),
            ("indexNumber", head.IndexNumber is { } index ? Words(top, index, "portal-label", Certainty.Certain) : null),
            ("issuedOn", signed ?? (head.IssuedOn is { } issued ? Day(top, issued) : null)),
            ("publishedOn", head.PublishedOn is { } published ? Day(top, published) : null),
        };
        return read.Where(r => r.Origin is not null).ToDictionary(r => r.Field, r => r.Origin!);
    }

    private static IEnumerable<Paragraph> Texts(Block block) => block is Table t ? t.Rows.SelectMany(r => r.Cells).Where(c => c.Clean.Length > 0) : [(Paragraph)block];

    private static Origin Whole(Paragraph p, string rule, Certainty certainty) => new(p.Span(0, p.Clean.Length), rule, certainty);

    private static Origin? Title(List<Paragraph> top, string title) =>
        top.Find(p => p.Clean.Length > 3 && Titles.Key(title).EndsWith(Titles.Key(p.Clean), StringComparison.Ordinal)) is { } printed ? Whole(printed, "letterhead-title", Certainty.Certain)
        : Words(top, title, "portal-label", Certainty.Likely);

    private static Origin? Number(List<Paragraph> top) =>
        top.Find(p => Titles.DocNumber(p.Clean) is not null || Titles.HoldsDocNumber(p.Clean)) is { } number ? Whole(number, "document-number", Certainty.Certain) : null;

    private static Origin? Issuer(IReadOnlyList<Block> blocks, List<Paragraph> top, Signature? signature, string title, string issuer) =>
        signature is { Issuer: not null } s && blocks[s.First] is Paragraph organ
            ? Whole(organ, s.First == s.Last ? "title-organ" : "signature", s.First == s.Last ? Certainty.Likely : Certainty.Certain)
            : Words(top, issuer, "letterhead-organ", Certainty.Likely) ?? Title(top, title);

    private static Origin? Words(List<Paragraph> top, string printed, string rule, Certainty certainty)
    {
        var words = Glyphs.Fold(printed);
        foreach (var p in top)
            if (p.Clean.IndexOf(words, StringComparison.Ordinal) is var at and >= 0) return new(p.Span(at, at + words.Length), rule, certainty);
        return null;
    }

    /// <summary>The first place of the head that prints the day.</summary>
    private static Origin? Day(List<Paragraph> top, DateOnly day)
    {
        foreach (var p in top)
            for (var at = 0; at + 6 <= p.Clean.Length; at++)
                if (Tasks.Dates.WholeDay(p.Clean.Substring(at, Math.Min(12, p.Clean.Length - at))) == day)
                    return new(p.Span(at, Math.Min(at + 10, p.Clean.Length)), "portal-date", Certainty.Likely);
        return null;
    }
}
