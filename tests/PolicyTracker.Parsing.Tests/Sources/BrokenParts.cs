using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace PolicyTracker.Parsing.Tests.Sources;

/// <summary>Well-formed XML with senseless values, packed again.</summary>
internal static partial class BrokenParts
{
    private static readonly string[] Senseless =
        ["-1", "0", "99999999999", "2147483647", "-2147483648", "NaN", "1e308", "", "x", "A1:XFD1048576", "ZZZZZZ9999", "g 2000000000 1", "%9%8%7", "../../x"];

    public static byte[] Replace(byte[] zip, string part, Func<string, string> change)
    {
        using var stream = new MemoryStream();
        stream.Write(zip);
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            var entry = archive.GetEntry(part)!;
            string text;
            using (var reader = new StreamReader(entry.Open())) text = reader.ReadToEnd();
            entry.Delete();
            using var changed = archive.CreateEntry(part).Open();
            changed.Write(Encoding.UTF8.GetBytes(change(text)));
        }
        return stream.ToArray();
    }

    /// <summary>Some values and some numbers in the text become senseless; the declarations of names stay.</summary>
    public static string BreakValues(string xml, Random random) => Value().Replace(xml, m =>
        m.Value.StartsWith("xmlns", StringComparison.Ordinal) || random.Next(12) > 0 ? m.Value
            : m.Groups["name"].Value + "=\"" + Senseless[random.Next(Senseless.Length)] + "\"");

    [GeneratedRegex("(?<name>[A-Za-z:]+)=\"[^\"]*\"")]
    private static partial Regex Value();
}
