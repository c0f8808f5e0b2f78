using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace PolicyTracker.Parsing.Sources;

/// <summary>
/// A .docx as numbered lines: one per paragraph with its automatic number, one per row of a table with merged cells repeated.
/// Deleted revisions and field codes are left out; a text box counts once.
/// </summary>
internal static class WordSource
{
    public static SourceReading Read(byte[] bytes, string fileName)
    {
        if (OfficePackage.Refusal(bytes, "word/document.xml", ".docx") is { } refusal) return new(null, refusal);
        try
        {
            using var document = WordprocessingDocument.Open(new MemoryStream(bytes, false), false);
            var body = document.MainDocumentPart?.Document?.Body;
            var lines = new List<string>();
            if (body is not null) Blocks(body, new WordNumbers(document.MainDocumentPart!), lines, 0);
            return lines.Exists(l => l.Length > 0)
                ? new(new SourceText(fileName, lines), null)
                : new(null, "文档里没有文字；如果正文是图片，请先做文字识别（OCR）。");
        }
        catch (Exception e) when (e is OpenXmlPackageException or FileFormatException or System.Xml.XmlException or InvalidDataException or IOException or FormatException or InvalidOperationException or ArgumentException)
        {
            return new(null, "文件已损坏，不能作为 .docx 打开。");
        }
    }

    private const int DeepestNesting = 20;

    private static void Blocks(OpenXmlElement parent, WordNumbers numbers, List<string> lines, int depth)
    {
        foreach (var element in parent.ChildElements)
        {
            switch (element)
            {
                case Paragraph p: lines.AddRange((numbers.Next(p) + Text(p)).Split('\n')); break;
                case Table t: lines.AddRange(WordTable.Rows(t)); break;
                case SdtBlock or SdtContentBlock or CustomXmlBlock when depth < DeepestNesting: Blocks(element, numbers, lines, depth + 1); break;
                default: break;
            }
        }
    }

    /// <summary>The words of a paragraph; what was deleted under tracked changes and what fields compute from is no text.</summary>
    internal static string Text(OpenXmlElement paragraph)
    {
        var text = new StringBuilder();
        foreach (var element in paragraph.Descendants())
        {
            if (element is not (DocumentFormat.OpenXml.Wordprocessing.Text or TabChar or Break or CarriageReturn or NoBreakHyphen)) continue;
            if (element.Ancestors().TakeWhile(a => a != paragraph).Any(a => a is DeletedRun or MoveFromRun || a.LocalName == "Fallback")) continue;
            text.Append(element switch
            {
                DocumentFormat.OpenXml.Wordprocessing.Text t => t.Text,
                NoBreakHyphen => "-",
                TabChar => " ",
                Break { Type: { } type } when type == BreakValues.Page || type == BreakValues.Column => "",
                _ => "\n",
            });
        }
        return text.ToString();
    }
}
