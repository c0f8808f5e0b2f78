using System.Globalization;
using System.Text;
using System.Xml;

namespace PolicyTracker.Core.Reports;

/// <summary>A worksheet, written as its rows come. Every text is an inline string: what looks like a formula stays text.</summary>
internal sealed class SheetXml : IDisposable
{
    /// <summary>The title stands in the first row, the head in the second.</summary>
    public const int FirstRow = 3;

    private const string Namespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private readonly XmlWriter xml;
    private readonly IReadOnlyList<LedgerHeading> headings;
    private int last = FirstRow - 1;
    private int row;

    private SheetXml(Stream part, IReadOnlyList<LedgerHeading> headings) =>
        (xml, this.headings) = (XmlWriter.Create(part, new XmlWriterSettings { Encoding = new UTF8Encoding(false), CloseOutput = false }), headings);

    public static string LetterOf(int column) => ((char)('A' + column)).ToString();

    private int FirstSeen => headings.Count(heading => heading.IsHidden);

    private string LastLetter => LetterOf(headings.Count - 1);

    public static SheetXml Begin(Stream part, IReadOnlyList<LedgerHeading> headings, string title)
    {
        var sheet = new SheetXml(part, headings);
        sheet.Head();
        sheet.BeginRow(1, 30);
        sheet.Text(sheet.FirstSeen, 1, title, SheetStyle.Title);
        sheet.EndRow();
        sheet.BeginRow(2, 30);
        for (var column = 0; column < headings.Count; column++)
        {
            sheet.Text(column, 2, headings[column].Words, SheetStyle.Head);
        }

        sheet.EndRow();
        return sheet;
    }

    public void Write(LedgerRow row, int position)
    {
        last++;
        BeginRow(last, SheetRowHeight.Of(headings, heading => LedgerTable.Text(row, heading.Column, position)), isFixed: false);
        for (var column = 0; column < headings.Count; column++)
        {
            var kind = headings[column].Column;
            var text = LedgerTable.Text(row, kind, position);
            switch (kind)
            {
                case LedgerColumn.Due when row.DueOn is { } due:
                    Number(column, Serial(due), SheetStyle.Date);
                    break;
                case LedgerColumn.TaskId or LedgerColumn.Version or LedgerColumn.Position or LedgerColumn.Percent when text.Length > 0:
                    Number(column, text, SheetStyle.Number);
                    break;
                default:
                    Text(column, last, text, text is ['=' or '+' or '-' or '@', ..] ? SheetStyle.PlainText : SheetStyle.Text);
                    break;
            }
        }

        EndRow();
    }

    /// <summary>What follows the rows: filter buttons, the merged title, how it is printed.</summary>
    public void End()
    {
        xml.WriteEndElement();
        Element("autoFilter", ("ref", $"A{FirstRow - 1}:{LastLetter}{Math.Max(last, FirstRow - 1)}"));
        xml.WriteStartElement("mergeCells", Namespace);
        Element("mergeCell", ("ref", $"{LetterOf(FirstSeen)}1:{LastLetter}1"));
        xml.WriteEndElement();
        Element("printOptions", ("horizontalCentered", "1"));
        Element("pageMargins", ("left", "0.4"), ("right", "0.4"), ("top", "0.6"), ("bottom", "0.6"), ("header", "0.3"), ("footer", "0.3"));
        Element("pageSetup", ("paperSize", "9"), ("orientation", "landscape"), ("fitToWidth", "1"), ("fitToHeight", "0"));
        xml.WriteStartElement("headerFooter", Namespace);
        xml.WriteElementString("oddFooter", Namespace, "&C第 &P 页，共 &N 页");
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndDocument();
    }

    public static void WriteNote(Stream part, IEnumerable<(string Label, string Words)> lines)
    {
        using var sheet = new SheetXml(part, [new(default, "", 14), new(default, "", 90)]);
        var xml = sheet.xml;
        xml.WriteStartDocument();
        xml.WriteStartElement("worksheet", Namespace);
        sheet.Columns(hidden: _ => false);
        xml.WriteStartElement("sheetData", Namespace);
        var number = 0;
        foreach (var (label, words) in lines)
        {
            sheet.BeginRow(++number, words.Length > 45 ? 30 : 16, isFixed: false);
            sheet.Text(0, number, label, SheetStyle.Head);
            sheet.Text(1, number, words, SheetStyle.Text);
            sheet.EndRow();
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndDocument();
    }

    public void Dispose() => xml.Dispose();

    private void Head()
    {
        xml.WriteStartDocument();
        xml.WriteStartElement("worksheet", Namespace);
        xml.WriteStartElement("sheetPr", Namespace);
        Element("pageSetUpPr", ("fitToPage", "1"));
        xml.WriteEndElement();
        xml.WriteStartElement("sheetViews", Namespace);
        xml.WriteStartElement("sheetView", Namespace);
        xml.WriteAttributeString("workbookViewId", "0");
        Element("pane", ("ySplit", $"{FirstRow - 1}"), ("topLeftCell", $"A{FirstRow}"), ("activePane", "bottomLeft"), ("state", "frozen"));
        xml.WriteEndElement();
        xml.WriteEndElement();
        Columns(heading => heading.IsHidden);
        xml.WriteStartElement("sheetData", Namespace);
    }

    private void Columns(Func<LedgerHeading, bool> hidden)
    {
        xml.WriteStartElement("cols", Namespace);
        for (var column = 0; column < headings.Count; column++)
        {
            var place = (column + 1).ToString(CultureInfo.InvariantCulture);
            var width = headings[column].Width.ToString(CultureInfo.InvariantCulture);
            Element("col", ("min", place), ("max", place), ("width", width), ("customWidth", "1"), ("hidden", hidden(headings[column]) ? "1" : "0"));
        }

        xml.WriteEndElement();
    }

    // A height that is not fixed follows what somebody types later.
    private void BeginRow(int number, int? height = null, bool isFixed = true)
    {
        row = number;
        xml.WriteStartElement("row", Namespace);
        xml.WriteAttributeString("r", number.ToString(CultureInfo.InvariantCulture));
        if (height is { } points)
        {
            xml.WriteAttributeString("ht", points.ToString(CultureInfo.InvariantCulture));
            xml.WriteAttributeString("customHeight", isFixed ? "1" : "0");
        }
    }

    private void EndRow() => xml.WriteEndElement();

    private void Text(int column, int number, string words, SheetStyle style)
    {
        BeginCell(column, style);
        if (words.Length > 0)
        {
            xml.WriteAttributeString("t", "inlineStr");
            xml.WriteStartElement("is", Namespace);
            xml.WriteStartElement("t", Namespace);
            xml.WriteAttributeString("xml", "space", null, "preserve");
            xml.WriteString(XmlText.Printable(words));
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private void Number(int column, string number, SheetStyle style)
    {
        BeginCell(column, style);
        xml.WriteElementString("v", Namespace, number);
        xml.WriteEndElement();
    }

    private void BeginCell(int column, SheetStyle style)
    {
        xml.WriteStartElement("c", Namespace);
        xml.WriteAttributeString("r", LetterOf(column) + row.ToString(CultureInfo.InvariantCulture));
        xml.WriteAttributeString("s", ((int)style).ToString(CultureInfo.InvariantCulture));
    }

    private void Element(string name, params (string Name, string Value)[] attributes)
    {
        xml.WriteStartElement(name, Namespace);
        foreach (var (attribute, value) in attributes)
        {
            xml.WriteAttributeString(attribute, value);
        }

        xml.WriteEndElement();
    }

    // Days since the last day of 1899, as Excel counts them.
    private static string Serial(DateOnly day) =>
        (day.DayNumber - new DateOnly(1899, 12, 30).DayNumber).ToString(CultureInfo.InvariantCulture);
}
