namespace PolicyTracker.Core.Reports;

/// <summary>The formats of cells, in the order of <c>cellXfs</c>.</summary>
internal enum SheetStyle
{
    Plain,
    Title,
    Head,
    Text,

    /// <summary>With the mark that keeps what is typed there text, however it begins.</summary>
    PlainText,
    Date,
    Number,
}

/// <summary>The parts of the workbook beside its sheets.</summary>
internal static class WorkbookParts
{
    private const string Declaration = """<?xml version="1.0" encoding="utf-8" standalone="yes"?>""";
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";

    public static IEnumerable<(string Name, string Xml)> All(int rows, int columns) =>
    [
        ("xl/workbook.xml", Workbook(rows, columns)),
        ("xl/_rels/workbook.xml.rels", WorkbookRelations),
        ("xl/styles.xml", Styles),
        ("_rels/.rels", RootRelations),
        ("[Content_Types].xml", ContentTypes),
    ];

    private static string Workbook(int rows, int columns) => $"""
        {Declaration}
        <workbook xmlns="{Main}" xmlns:r="{Relations}"><sheets><sheet name="{LedgerTable.SheetName}" sheetId="1" r:id="rId1"/><sheet name="说明" sheetId="2" r:id="rId2"/></sheets>
        <definedNames><definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">{LedgerTable.SheetName}!$A${SheetXml.FirstRow - 1}:${SheetXml.LetterOf(columns - 1)}${SheetXml.FirstRow - 1 + rows}</definedName><definedName name="_xlnm.Print_Titles" localSheetId="0">{LedgerTable.SheetName}!$1:${SheetXml.FirstRow - 1}</definedName></definedNames></workbook>
        """;

    private const string WorkbookRelations = $"""
        {Declaration}
        <Relationships xmlns="{Package}/relationships"><Relationship Id="rId1" Type="{Relations}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="{Relations}/worksheet" Target="worksheets/sheet2.xml"/><Relationship Id="rId3" Type="{Relations}/styles" Target="styles.xml"/></Relationships>
        """;

    private const string RootRelations = $"""
        {Declaration}
        <Relationships xmlns="{Package}/relationships"><Relationship Id="rId1" Type="{Relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>
        """;

    private const string ContentTypes = $"""
        {Declaration}
        <Types xmlns="{Package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/worksheets/sheet2.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>
        """;

    // Titles in 黑体, text in 宋体: what every office's computer has.
    private const string Styles = $"""
        {Declaration}
        <styleSheet xmlns="{Main}">
        <numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts>
        <fonts count="3"><font><sz val="10.5"/><name val="宋体"/></font><font><b/><sz val="16"/><name val="黑体"/></font><font><b/><sz val="10.5"/><name val="黑体"/></font></fonts>
        <fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE8ECF0"/></patternFill></fill></fills>
        <borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left style="thin"/><right style="thin"/><top style="thin"/><bottom style="thin"/><diagonal/></border></borders>
        <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
        <cellXfs count="7">
        <xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>
        <xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1" applyAlignment="1"><alignment horizontal="center" vertical="center" shrinkToFit="1"/></xf>
        <xf numFmtId="0" fontId="2" fillId="2" borderId="1" xfId="0" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment horizontal="center" vertical="center" wrapText="1"/></xf>
        <xf numFmtId="0" fontId="0" fillId="0" borderId="1" xfId="0" applyBorder="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>
        <xf numFmtId="0" fontId="0" fillId="0" borderId="1" xfId="0" quotePrefix="1" applyBorder="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>
        <xf numFmtId="164" fontId="0" fillId="0" borderId="1" xfId="0" applyNumberFormat="1" applyBorder="1" applyAlignment="1"><alignment horizontal="center" vertical="top"/></xf>
        <xf numFmtId="0" fontId="0" fillId="0" borderId="1" xfId="0" applyBorder="1" applyAlignment="1"><alignment horizontal="center" vertical="top"/></xf>
        </cellXfs>
        <cellStyles count="1"><cellStyle name="常规" xfId="0" builtinId="0"/></cellStyles>
        </styleSheet>
        """;
}
