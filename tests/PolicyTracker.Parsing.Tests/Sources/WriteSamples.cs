using System.Diagnostics;
using PolicyTracker.Parsing.Sources;

namespace PolicyTracker.Parsing.Tests.Sources;

/// <summary>Writes the committed samples again when <c>PT_WRITE_SAMPLES=1</c>; needs LibreOffice.</summary>
public sealed class WriteSamples
{
    [Fact]
    public void Committed_samples_are_written_again_only_when_asked()
    {
        if (Environment.GetEnvironmentVariable("PT_WRITE_SAMPLES") != "1") return;
        var folder = Directory.CreateTempSubdirectory("pt-samples-").FullName;
        File.WriteAllBytes(Path.Combine(folder, "notice.docx"), SampleDocx.Write());
        foreach (var format in new[] { "pdf", "doc" })
        {
            using var office = Process.Start("soffice", [$"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", format, "--outdir", SampleFiles.Folder(), Path.Combine(folder, "notice.docx")]);
            office.WaitForExit();
        }
        var pages = PdfReader.Pages(SampleFiles.Committed("notice.pdf"));
        File.WriteAllBytes(Path.Combine(SampleFiles.Folder(), "notice.ofd"), SampleOfd.Write(pages));
    }
}
