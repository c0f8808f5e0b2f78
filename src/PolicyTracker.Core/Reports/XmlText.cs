using System.Xml;

namespace PolicyTracker.Core.Reports;

internal static class XmlText
{
    /// <summary>Without the characters that XML cannot hold; texts from files may have them.</summary>
    public static string Printable(string words) =>
        words.All(XmlConvert.IsXmlChar) ? words : string.Concat(words.EnumerateRunes().Where(rune => rune.Value > 0xFFFF || XmlConvert.IsXmlChar((char)rune.Value)));
}
