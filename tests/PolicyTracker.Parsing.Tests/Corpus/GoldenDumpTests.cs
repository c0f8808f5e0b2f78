using System.Runtime.CompilerServices;

namespace PolicyTracker.Parsing.Tests.Corpus;

/// <summary>
/// The whole reading of each notice as text. A difference is read by a person; then
/// <c>PT_UPDATE_GOLDEN=1 dotnet test tests/PolicyTracker.Parsing.Tests</c> writes the new dumps.
/// </summary>
public sealed class GoldenDumpTests
{
    [Fact]
    public void The_reading_of_each_notice_is_the_one_that_was_last_looked_at()
    {
        foreach (var name in CorpusFiles.Names)
        {
            using var writer = new StringWriter { NewLine = "\n" };
            NoticeText.Write(writer, CorpusFiles.Read(name));
            var golden = Path.Combine(Folder(), name + ".golden.txt");
            if (Environment.GetEnvironmentVariable("PT_UPDATE_GOLDEN") == "1") File.WriteAllText(golden, writer.ToString());
            Assert.True(File.Exists(golden), $"{golden} is missing; set PT_UPDATE_GOLDEN=1 to write it.");
            Assert.Equal(File.ReadAllText(golden), writer.ToString());
        }
    }

    private static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!);
}
