namespace PolicyTracker.Parsing.Sources;

/// <summary>Zips by what they hold: a Word document, a workbook, an OFD file, or something that is refused.</summary>
internal static class ZipSource
{
    public static List<string> Read(byte[] bytes)
    {
        using var zip = new ZipLimits(bytes);
        if (zip.Has("OFD.xml")) return OfdReader.Read(zip);
        var package = new OfficeParts(zip);
        if (package.MainPart is not { } main || !zip.Has(main)) throw new RefusedException(zip.Has("[Content_Types].xml") ? Refusals.Damaged : Refusals.Archive);
        return package.Load(main)?.Name.LocalName switch
        {
            "document" => DocxReader.Read(package, main),
            "workbook" => XlsxReader.Read(package, main),
            "presentation" => throw new RefusedException(Refusals.Presentation),
            _ => throw new RefusedException(Refusals.Unknown),
        };
    }
}
