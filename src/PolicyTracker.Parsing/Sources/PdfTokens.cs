using System.Globalization;
using System.Text;

namespace PolicyTracker.Parsing.Sources;

/// <summary>A reference to an object of the file: <c>12 0 R</c>.</summary>
internal readonly record struct PdfReference(int Number);

/// <summary>An operator or a keyword, such as <c>re</c> or <c>stream</c>.</summary>
internal readonly record struct PdfWord(string Text);

/// <summary>A name without its slash.</summary>
internal readonly record struct PdfName(string Text);

/// <summary>
/// The objects that PDF syntax is made of (ISO 32000-1, 7.2 and 7.3): numbers as <see cref="double"/>, arrays as lists,
/// dictionaries by name. The words of strings are passed over: only drawings and the order of pages are read from here.
/// </summary>
internal sealed class PdfTokens(byte[] bytes, int at)
{
    private const int MostDepth = 40;

    public int At { get; private set; } = at;

    /// <summary>The next object; null at the end. Never throws on content.</summary>
    public object? Next(int depth = 0)
    {
        SkipBlanks();
        if (At >= bytes.Length) return null;
        switch (bytes[At])
        {
            case (byte)'/': At++; return new PdfName(Regular());
            case (byte)'(': SkipString(); return "";
            case (byte)'[': At++; return depth < MostDepth ? Array(depth) : null;
            case (byte)'<' when At + 1 < bytes.Length && bytes[At + 1] == '<': At += 2; return depth < MostDepth ? Dictionary(depth) : null;
            case (byte)'<': SkipTo((byte)'>'); return "";
            case (byte)'>' when At + 1 < bytes.Length && bytes[At + 1] == '>': At += 2; return new PdfWord(">>");
            case (byte)']' or (byte)'{' or (byte)'}' or (byte)')' or (byte)'>': return new PdfWord(((char)bytes[At++]).ToString());
            default: return NumberOrWord(Regular());
        }
    }

    private List<object> Array(int depth)
    {
        var items = new List<object>();
        while (Next(depth + 1) is { } item && item is not PdfWord("]"))
        {
            if (item is PdfWord("R")) MakeReference(items);
            else items.Add(item);
        }
        return items;
    }

    private Dictionary<string, object> Dictionary(int depth)
    {
        var items = new List<object>();
        while (Next(depth + 1) is { } item && item is not PdfWord(">>"))
        {
            if (item is PdfWord("R")) MakeReference(items);
            else items.Add(item);
        }
        var dictionary = new Dictionary<string, object>(StringComparer.Ordinal);
        for (var i = 0; i + 1 < items.Count; i += 2)
            if (items[i] is PdfName name) dictionary[name.Text] = items[i + 1];
        return dictionary;
    }

    private static void MakeReference(List<object> items)
    {
        if (items.Count < 2 || items[^2] is not double number) return;
        items.RemoveRange(items.Count - 2, 2);
        items.Add(new PdfReference((int)number));
    }

    private static object NumberOrWord(string text) =>
        double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var n) ? n : new PdfWord(text);

    private string Regular()
    {
        var start = At;
        while (At < bytes.Length && !IsBlank(bytes[At]) && "()<>[]{}/%"u8.IndexOf(bytes[At]) < 0) At++;
        return Encoding.Latin1.GetString(bytes, start, At - start);
    }

    private void SkipBlanks()
    {
        while (At < bytes.Length)
        {
            if (bytes[At] == '%') while (At < bytes.Length && bytes[At] is not (10 or 13)) At++;
            else if (IsBlank(bytes[At])) At++;
            else break;
        }
    }

    private void SkipString()
    {
        var depth = 0;
        for (; At < bytes.Length; At++)
        {
            if (bytes[At] == '\\') At++;
            else if (bytes[At] == '(') depth++;
            else if (bytes[At] == ')' && --depth == 0) { At++; return; }
        }
    }

    private void SkipTo(byte end)
    {
        while (At < bytes.Length && bytes[At] != end) At++;
        At++;
    }

    /// <summary>Moves behind the next occurrence of some bytes: past the data of an inline image.</summary>
    public void SkipPast(ReadOnlySpan<byte> end)
    {
        var found = At < bytes.Length ? bytes.AsSpan(At).IndexOf(end) : -1;
        At = found < 0 ? bytes.Length : At + found + end.Length;
    }

    private static bool IsBlank(byte b) => b is 0 or 9 or 10 or 12 or 13 or 32;
}
