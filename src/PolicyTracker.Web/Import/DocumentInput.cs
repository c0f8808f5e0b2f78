using System.Globalization;
using PolicyTracker.Core.Import.Desk;

namespace PolicyTracker.Web.Import;

/// <summary>What is typed about a document, compared with what was there when the form was opened.</summary>
public sealed class DocumentInput
{
    private readonly DraftDocument opened;

    public DocumentInput(DraftDocument document)
    {
        opened = document;
        (Title, DocNumber, Issuer, Addressees) = (document.Title, document.DocNumber, document.Issuer, document.Addressees);
        (IssuedOn, PublishedOn, JurisdictionId) = (document.IssuedOn, document.PublishedOn, document.JurisdictionId?.ToString(CultureInfo.InvariantCulture) ?? "");
    }

    public int Key => opened.Key;

    public string? Title { get; set; }

    public string? DocNumber { get; set; }

    public string? Issuer { get; set; }

    public string? Addressees { get; set; }

    public DateOnly? IssuedOn { get; set; }

    public DateOnly? PublishedOn { get; set; }

    /// <summary>Empty: the issuer gives it.</summary>
    public string JurisdictionId { get; set; }

    public IReadOnlyList<DraftEdit> Edits() =>
    [
        .. Field(DraftField.Title, opened.Title, Typed(Title)),
        .. Field(DraftField.DocNumber, opened.DocNumber, Typed(DocNumber)?.Replace('[', '〔').Replace(']', '〕')),
        .. Field(DraftField.Issuer, opened.Issuer, Typed(Issuer)),
        .. Field(DraftField.Addressees, opened.Addressees, Typed(Addressees)),
        .. Field(DraftField.IssuedOn, Day(opened.IssuedOn), Day(IssuedOn)),
        .. Field(DraftField.PublishedOn, Day(opened.PublishedOn), Day(PublishedOn)),
        .. Place() is var place && place != opened.JurisdictionId ? [new PlaceDocument(Key, place)] : Array.Empty<DraftEdit>(),
    ];

    private DraftEdit[] Field(DraftField field, string? before, string? now) => before == now ? [] : [new SetField(Key, field, now)];

    private int? Place() => int.TryParse(JurisdictionId, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    private static string? Typed(string? words) => string.IsNullOrWhiteSpace(words) ? null : words.Trim();

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
