using System.Diagnostics;
using PolicyTracker.Parsing.Sources;

namespace PolicyTracker.Parsing.Tests.Sources;

/// <summary>Broken files of each format, from a fixed seed: a text or a refusal, never an exception, in bounded time.</summary>
public sealed class MutatedFilesTests
{
    [Theory]
    [InlineData("notice.txt", 200)]
    [InlineData("notice-gb.txt", 200)]
    [InlineData("notice.md", 200)]
    [InlineData("notice.html", 200)]
    [InlineData("notice.docx", 300)]
    [InlineData("notice.xlsx", 300)]
    [InlineData("notice.ofd", 300)]
    [InlineData("notice.pdf", 25)]
    public void Broken_bytes_give_a_text_or_a_refusal(string name, int times)
    {
        var whole = SampleFiles.Bytes(name);
        var random = new Random(20210412);
        for (var i = 0; i < times; i++)
        {
            var bytes = Break(whole, random);
            var watch = Stopwatch.StartNew();
            var reading = SourceReader.Read(bytes, name);
            Assert.True(reading.Text is null != reading.Refusal is null, $"{name}, mutation {i}");
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30), $"{name}, mutation {i}: {watch.Elapsed}");
        }
    }

    /// <summary>Zips seldom survive a broken byte, so their parts are broken before they are packed.</summary>
    [Theory]
    [InlineData("notice.docx", "word/document.xml")]
    [InlineData("notice.docx", "word/numbering.xml")]
    [InlineData("notice.xlsx", "xl/worksheets/sheet1.xml")]
    [InlineData("notice.xlsx", "xl/styles.xml")]
    [InlineData("notice.ofd", "Doc_0/Pages/Page_1/Content.xml")]
    public void Broken_values_inside_give_a_text_or_a_refusal(string name, string part)
    {
        var whole = SampleFiles.Bytes(name);
        var random = new Random(20210413);
        for (var i = 0; i < 150; i++)
        {
            var reading = SourceReader.Read(BrokenParts.Replace(whole, part, xml => BrokenParts.BreakValues(xml, random)), name);
            Assert.True(reading.Text is null != reading.Refusal is null, $"{name}, mutation {i}");
        }
    }

    private static byte[] Break(byte[] whole, Random random)
    {
        var bytes = whole.ToArray();
        switch (random.Next(4))
        {
            case 0: return bytes[..random.Next(bytes.Length)];
            case 1: return [.. bytes[..random.Next(bytes.Length)], .. bytes[random.Next(bytes.Length)..]];
            case 2:
                for (var i = random.Next(1, 6); i > 0; i--) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
                return bytes;
            default:
                for (var i = random.Next(20, 200); i > 0; i--) bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
                return bytes;
        }
    }
}
