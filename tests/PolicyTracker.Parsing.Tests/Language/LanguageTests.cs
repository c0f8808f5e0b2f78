using System.Runtime.CompilerServices;
using System.Text;
using PolicyTracker.Parsing.Sources;

namespace PolicyTracker.Parsing.Tests.Language;

/// <summary>
/// Made-up notices in the styles that real ones use, each with the reading that a clerk would make of it: first the fields of
/// the document, then a line per task. <c>PT_UPDATE_GOLDEN=1</c> writes the readings anew; the difference is read by a person.
/// </summary>
public sealed class LanguageTests
{
    public static TheoryData<string> Samples =>
        [.. Directory.GetFiles(Folder()).Where(f => f.EndsWith(".txt", StringComparison.Ordinal) || f.EndsWith(".html", StringComparison.Ordinal))
            .Select(f => Path.GetFileName(f)!).Where(f => !f.EndsWith(".reading.txt", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_notice_of_this_style_is_read_as_a_clerk_reads_it(string sample)
    {
        var notice = NoticeParser.Parse(SourceReader.Read(File.ReadAllBytes(Path.Combine(Folder(), sample)), sample).Text!);
        var reading = new StringBuilder();
        foreach (var document in notice.Documents)
            reading.Append($"{document.Title} | {document.DocNumber ?? "-"} | {document.Issuer ?? "-"} | {document.IssuedOn?.ToString("yyyy-MM-dd") ?? "-"}\n");
        foreach (var task in Reading.Tasks(notice)) reading.Append(task).Append('\n');
        var expected = Path.Combine(Folder(), Path.GetFileNameWithoutExtension(sample) + ".reading.txt");
        if (Environment.GetEnvironmentVariable("PT_UPDATE_GOLDEN") == "1") File.WriteAllText(expected, reading.ToString());
        Assert.Equal(File.ReadAllText(expected), reading.ToString());
    }

    private static string Folder([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;
}
