using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace PolicyTracker.Parsing.Tests.Sources;

/// <summary>The sample notice as Word writes it: numbers are automatic, merged cells are merged.</summary>
internal static class SampleDocx
{
    public static byte[] Write() => Write(
        [.. SampleNotice.Paragraphs.Select(Paragraph), Table()],
        Level(0, NumberFormatValues.ChineseCounting, "%1、"), Level(1, NumberFormatValues.ChineseCounting, "（%2）"), Level(2, NumberFormatValues.Decimal, "%3."));

    /// <summary>A document of any blocks; number 1 of its numbering has the levels given.</summary>
    public static byte[] Write(IEnumerable<OpenXmlElement> body, params Level[] levels)
    {
        using var stream = new MemoryStream();
        using (var file = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = file.AddMainDocumentPart();
            main.Document = new Document(new Body(body));
            var page = new SectionProperties(
                new PageSize { Width = 11906, Height = 16838 }, new PageMargin { Top = 1800, Bottom = 1600, Left = 1590, Right = 1470, Header = 850, Footer = 900 });
            main.Document.Body!.Append(page);
            if (levels.Length > 0)
            {
                main.AddNewPart<NumberingDefinitionsPart>().Numbering = new Numbering(
                    new AbstractNum([new MultiLevelType { Val = MultiLevelValues.Multilevel }, .. levels]) { AbstractNumberId = 7 },
                    new NumberingInstance(new AbstractNumId { Val = 7 }) { NumberID = 1 });
            }
            AddPageNumber(main, page);
        }
        return stream.ToArray();
    }

    public static Level Level(int index, NumberFormatValues format, string text) => new(
        new StartNumberingValue { Val = 1 }, new NumberingFormat { Val = format }, new LevelSuffix { Val = LevelSuffixValues.Nothing }, new LevelText { Val = text })
    { LevelIndex = index };

    private static Paragraph Paragraph(SampleNotice.Paragraph paragraph)
    {
        var properties = new ParagraphProperties();
        if (paragraph.Level > 0)
        {
            properties.NumberingProperties = new NumberingProperties(
                new NumberingLevelReference { Val = paragraph.Level - 1 }, new NumberingId { Val = 1 });
        }
        if (paragraph.Centred) properties.Justification = new Justification { Val = JustificationValues.Center };
        else properties.Indentation = new Indentation { Left = "0", FirstLine = paragraph.Text.EndsWith('：') ? "0" : "640" };
        return new Paragraph(properties, new Run(Font(32), new Text(paragraph.Text)));
    }

    private static RunProperties Font(int halfPoints) =>
        new(new RunFonts { Ascii = "Droid Sans Fallback", HighAnsi = "Droid Sans Fallback", EastAsia = "Droid Sans Fallback" }, new FontSize { Val = $"{halfPoints}" });

    private static Table Table()
    {
        var borders = new TableBorders(
            new TopBorder { Val = BorderValues.Single, Size = 4 }, new LeftBorder { Val = BorderValues.Single, Size = 4 },
            new BottomBorder { Val = BorderValues.Single, Size = 4 }, new RightBorder { Val = BorderValues.Single, Size = 4 },
            new InsideHorizontalBorder { Val = BorderValues.Single, Size = 4 }, new InsideVerticalBorder { Val = BorderValues.Single, Size = 4 });
        int[] widths = [700, 1100, 3000, 1450, 1450, 1150];
        var table = new Table(new TableProperties(borders), new TableGrid(widths.Select(w => new GridColumn { Width = $"{w}" })));
        foreach (var row in SampleNotice.Table)
            table.Append(new TableRow(row.Select((cell, i) => Cell(cell, widths[i]))));
        return table;
    }

    private static TableCell Cell(SampleNotice.Cell? cell, int width)
    {
        var properties = new TableCellProperties(new TableCellWidth { Width = $"{width}", Type = TableWidthUnitValues.Dxa });
        if (cell is null) properties.Append(new VerticalMerge());
        else if (cell.Rows > 1) properties.Append(new VerticalMerge { Val = MergedCellValues.Restart });
        return new TableCell(properties, new Paragraph(cell is null ? [] : [new Run(Font(21), new Text(cell.Text))]));
    }

    /// <summary>— 1 — in the footer, as GB/T 9704 has it.</summary>
    private static void AddPageNumber(MainDocumentPart main, SectionProperties page)
    {
        var footer = main.AddNewPart<FooterPart>();
        footer.Footer = new Footer(new Paragraph(
            new ParagraphProperties(new Justification { Val = JustificationValues.Center }),
            new Run(new Text("— ") { Space = SpaceProcessingModeValues.Preserve }),
            new SimpleField(new Run(new Text("1"))) { Instruction = " PAGE " },
            new Run(new Text(" —") { Space = SpaceProcessingModeValues.Preserve })));
        page.PrependChild(new FooterReference { Type = HeaderFooterValues.Default, Id = main.GetIdOfPart(footer) });
    }
}
