using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using PolicyTracker.Core.Reports.Papers;

namespace PolicyTracker.Tests.Core.Reports;

/// <summary>Papers as Office's own library reads them, which has nothing to complain about.</summary>
internal static class PaperReading
{
    public static WordprocessingDocument Open(PaperFile file) => Open(new MemoryStream(file.Content));

    public static WordprocessingDocument Open(Stream content)
    {
        var paper = WordprocessingDocument.Open(content, isEditable: false);
        Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(paper).Select(error => $"{error.Path?.XPath}: {error.Description}"));
        return paper;
    }

    /// <summary>The paragraphs that have words, those of tables among them.</summary>
    public static IReadOnlyList<string> Words(PaperFile file)
    {
        using var paper = Open(file);
        return [.. paper.MainDocumentPart!.Document.Descendants<Paragraph>().Select(paragraph => paragraph.InnerText).Where(text => text.Length > 0)];
    }
}
