using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace PolicyTracker.Core.Reports.Papers;

/// <summary>
/// A paper as an office sends it, for a word processor (.docx): A4 with the margins, type and page numbers of GB/T 9704—2012
/// (党政机关公文格式). The fonts are named, not embedded: where one is missing, the word processor takes another.
/// </summary>
internal sealed class Paper
{
    // Of the page in twentieths of a point: 天头 37 mm, 订口 28 mm, 版心 156 mm by 225 mm.
    private const int Top = 2098;
    private const int Left = 1588;
    private const int Right = 1474;
    private const int Bottom = 1985;
    private const int TextWidth = 8844;
    private const int TextLength = 12755;

    private readonly Body body = new();
    private readonly bool isWide;

    private Paper(bool isWide) => this.isWide = isWide;

    /// <summary>The whole file. A wide one lies on its side, for tables of many columns.</summary>
    public static byte[] Write(Action<Paper> content, bool isWide = false)
    {
        using var file = new MemoryStream();
        using (var package = WordprocessingDocument.Create(file, WordprocessingDocumentType.Document))
        {
            var paper = new Paper(isWide);
            content(paper);
            paper.Save(package.AddMainDocumentPart());
        }

        return file.ToArray();
    }

    public void Title(string words) => body.Append(Paragraph(PaperStyles.Title, words));

    /// <summary>正文, with two characters' indentation.</summary>
    public void Text(string words) => body.Append(Paragraph(PaperStyles.Text, words));

    /// <summary>主送机关 and the like, from the margin.</summary>
    public void Plain(string words) => body.Append(Paragraph(PaperStyles.Plain, words));

    public void Heading(string words) => body.Append(Paragraph(PaperStyles.Heading, words));

    /// <summary>（一）, the second level.</summary>
    public void Subheading(string words) => body.Append(Paragraph(PaperStyles.Subheading, words));

    /// <summary>期号, below the name of a series.</summary>
    public void Number(string words) => body.Append(Paragraph(PaperStyles.Number, words));

    /// <summary>附件1: begins a page of its own.</summary>
    public void Annex(string mark, string title)
    {
        var first = Paragraph(PaperStyles.Mark, mark);
        first.ParagraphProperties!.Append(new PageBreakBefore());
        body.Append(first);
        Title(title);
    }

    /// <summary>落款: who and when, on the right.</summary>
    public void Ending(string words) => body.Append(Paragraph(PaperStyles.Ending, words));

    /// <summary>What is on the left of each row names what is on its right.</summary>
    public void Facts(IEnumerable<(string Label, string Words)> facts) =>
        Table([1700, Width - 1700], null, facts.Select(fact => (IReadOnlyList<(string, string)>)[(fact.Label, PaperStyles.Head), (fact.Words, PaperStyles.Cell)]));

    /// <summary>On a wide page in smaller type: there are many columns.</summary>
    /// <param name="columns">Each with its share of the width.</param>
    public void Table(IReadOnlyList<(string Head, double Share)> columns, IEnumerable<IReadOnlyList<string>> rows)
    {
        var all = columns.Sum(column => column.Share);
        var style = isWide ? PaperStyles.SmallCell : PaperStyles.Cell;
        Table(
            [.. columns.Select(column => (int)(Width * column.Share / all))],
            [.. columns.Select(column => column.Head)],
            rows.Select(row => (IReadOnlyList<(string, string)>)[.. row.Select(words => (words, style))]));
    }

    private int Width => isWide ? TextLength : TextWidth;

    private void Table(IReadOnlyList<int> widths, IReadOnlyList<string>? head, IEnumerable<IReadOnlyList<(string Words, string Style)>> rows)
    {
        var table = new Table(
            new TableProperties(
                new TableWidth { Width = $"{Width}", Type = TableWidthUnitValues.Dxa },
                Borders(),
                new TableLayout { Type = TableLayoutValues.Fixed },
                new TableCellMarginDefault(
                    new TopMargin { Width = "60", Type = TableWidthUnitValues.Dxa }, new TableCellLeftMargin { Width = 100, Type = TableWidthValues.Dxa },
                    new BottomMargin { Width = "60", Type = TableWidthUnitValues.Dxa }, new TableCellRightMargin { Width = 100, Type = TableWidthValues.Dxa })),
            new TableGrid(widths.Select(width => new GridColumn { Width = $"{width}" })));
        if (head is not null)
        {
            // Repeated on every page.
            table.Append(Row(widths, [.. head.Select(words => (words, isWide ? PaperStyles.SmallHead : PaperStyles.Head))], new CantSplit(), new TableHeader()));
        }

        foreach (var row in rows)
        {
            table.Append(Row(widths, row, new CantSplit { Val = OnOffOnlyValues.Off }));
        }

        // Word asks for a paragraph behind a table that ends a page.
        body.Append(table, Paragraph(PaperStyles.Cell, ""));
    }

    private static TableRow Row(IReadOnlyList<int> widths, IReadOnlyList<(string Words, string Style)> cells, params OpenXmlElement[] properties) => new(
        [
            new TableRowProperties(properties),
            .. cells.Select((cell, i) => new TableCell(
            [
                new TableCellProperties(
                    new TableCellWidth { Width = $"{widths[i]}", Type = TableWidthUnitValues.Dxa },
                    new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Center }),
                .. cell.Words.Split('\n').Select(line => Paragraph(cell.Style, line)),
            ])),
        ]);

    private static TableBorders Borders() => new(
        new TopBorder { Val = BorderValues.Single, Size = 6 }, new LeftBorder { Val = BorderValues.Single, Size = 6 },
        new BottomBorder { Val = BorderValues.Single, Size = 6 }, new RightBorder { Val = BorderValues.Single, Size = 6 },
        new InsideHorizontalBorder { Val = BorderValues.Single, Size = 4 }, new InsideVerticalBorder { Val = BorderValues.Single, Size = 4 });

    private static Paragraph Paragraph(string style, string words) => new(
        new ParagraphProperties(new ParagraphStyleId { Val = style }),
        new Run(new Text(XmlText.Printable(words)) { Space = SpaceProcessingModeValues.Preserve }));

    private void Save(MainDocumentPart main)
    {
        main.AddNewPart<StyleDefinitionsPart>().Styles = PaperStyles.All();
        main.AddNewPart<DocumentSettingsPart>().Settings = new Settings(new EvenAndOddHeaders());
        body.Append(new SectionProperties(
            new FooterReference { Type = HeaderFooterValues.Default, Id = Footer(main, JustificationValues.Right) },
            new FooterReference { Type = HeaderFooterValues.Even, Id = Footer(main, JustificationValues.Left) },
            new PageSize { Width = isWide ? 16838U : 11906U, Height = isWide ? 11906U : 16838U, Orient = isWide ? PageOrientationValues.Landscape : PageOrientationValues.Portrait },
            isWide
                ? new PageMargin { Top = Left, Right = Bottom, Bottom = Right, Left = Top, Footer = 800, Header = 850, Gutter = 0 }
                : new PageMargin { Top = Top, Right = Right, Bottom = Bottom, Left = Left, Footer = 1400, Header = 850, Gutter = 0 }));
        main.Document = new Document(body);
    }

    // — 1 —, on the outer side of the page.
    private static string Footer(MainDocumentPart main, JustificationValues side)
    {
        var part = main.AddNewPart<FooterPart>();
        part.Footer = new Footer(new Paragraph(
            new ParagraphProperties(
                new ParagraphStyleId { Val = PaperStyles.Footer },
                new Indentation { LeftChars = 100, Left = "280", RightChars = 100, Right = "280" },
                new Justification { Val = side }),
            new Run(new Text("— ") { Space = SpaceProcessingModeValues.Preserve }),
            new SimpleField(new Run(new Text("1"))) { Instruction = " PAGE " },
            new Run(new Text(" —") { Space = SpaceProcessingModeValues.Preserve })));
        return main.GetIdOfPart(part);
    }
}
