using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace PolicyTracker.Parsing.Sources;

/// <summary>XML of unknown origin: no document type, no entities, bounded depth and length.</summary>
internal static class SafeXml
{
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = SourceLimits.MostXmlCharacters,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CheckCharacters = false,
    };

    /// <exception cref="RefusedException">The XML declares a document type or nests too deep.</exception>
    /// <exception cref="XmlException">It is not well-formed or too long.</exception>
    public static XDocument Load(byte[] bytes)
    {
        try
        {
            CheckDepth(bytes);
            using var reader = XmlReader.Create(new MemoryStream(bytes, writable: false), Settings);
            return XDocument.Load(reader);
        }
        catch (XmlException) when (DeclaresType(bytes))
        {
            throw new RefusedException(Refusals.Entities);
        }
    }

    /// <summary>The elements are walked by recursion later, so their depth is bounded first.</summary>
    private static void CheckDepth(byte[] bytes)
    {
        using var reader = XmlReader.Create(new MemoryStream(bytes, writable: false), Settings);
        while (reader.Read())
        {
            if (reader.Depth > SourceLimits.MostXmlDepth) throw new RefusedException(Refusals.TooDeep);
        }
    }

    private static bool DeclaresType(byte[] bytes)
    {
        var head = bytes.AsSpan(0, Math.Min(bytes.Length, 64 * 1024));
        return head.IndexOf("<!DOCTYPE"u8) >= 0 || head.IndexOf(Encoding.Unicode.GetBytes("<!DOCTYPE")) >= 0
            || head.IndexOf(Encoding.BigEndianUnicode.GetBytes("<!DOCTYPE")) >= 0;
    }

    /// <summary>The value of an attribute by its local name; null when there is none.</summary>
    public static string? Attr(this XElement element, string localName)
    {
        foreach (var attribute in element.Attributes())
        {
            if (attribute.Name.LocalName == localName && !attribute.IsNamespaceDeclaration) return attribute.Value;
        }
        return null;
    }

    /// <summary>The first child of that local name, whatever its namespace: Office has a transitional and a strict one.</summary>
    public static XElement? Child(this XElement? element, string localName) =>
        element?.Elements().FirstOrDefault(e => e.Name.LocalName == localName);

    public static IEnumerable<XElement> Children(this XElement? element, string localName) =>
        element?.Elements().Where(e => e.Name.LocalName == localName) ?? [];

    public static bool Is(this XElement element, string localName) => element.Name.LocalName == localName;
}
