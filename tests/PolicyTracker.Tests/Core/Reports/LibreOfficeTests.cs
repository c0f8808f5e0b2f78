using System.Diagnostics;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Bulletins;
using PolicyTracker.Core.Reports;
using PolicyTracker.Core.Reports.Papers;
using PolicyTracker.Core.Tasks;
using PolicyTracker.Tests.Core.Bulletins;
using PolicyTracker.Tests.Core.Tasks;

namespace PolicyTracker.Tests.Core.Reports;

/// <summary>What goes out, as LibreOffice opens it; skipped, and counted as that, where it is not installed.</summary>
public sealed class LibreOfficeTests(LifeFixture life) : IClassFixture<LifeFixture>
{
    private const string ToCsv = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false";

    [LibreOfficeFact]
    public async Task Table_opens_with_the_rows_of_the_ledger_and_what_looks_like_a_formula_stays_text()
    {
        string[] titles = ["=1+1", "@SUM(A1)", "+86 10", "-1"];
        foreach (var title in titles)
        {
            await life.Actions.RegisterAsync(life.Supervisor, new RegisterForm { Title = title, Text = title, Source = "测试" });
        }

        var scope = new ExportScope(new TaskFilter { Order = TaskOrder.Title }, []);
        await using var db = life.Db();
        var shown = await TaskLedgerQuery.PageAsync(db, life.Supervisor, scope.Filter with { PageSize = 2000 }, life.Today);
        foreach (var (format, extension, shield) in new[] { (ExportFormat.Xlsx, "xlsx", ""), (ExportFormat.Csv, "csv", "'") })
        {
            await using var content = (await life.Get<LedgerExports>().WriteNowAsync(life.Supervisor, scope, format, "全部任务")).Content;
            var opened = await OpenAsync(extension, content, ToCsv);
            Assert.Equal(shown.Items.Select(row => $"{row.Id}"), opened.Split('\n').Select(line => line.Split(',')[0]).Where(first => long.TryParse(first, out _)));
            Assert.All(titles, title => Assert.Contains($",{shield}{title},", opened, StringComparison.Ordinal));
        }
    }

    [LibreOfficeFact]
    public async Task Papers_and_lists_open_with_their_words()
    {
        var id = await life.AssignedAsync();
        foreach (var (kind, title) in new[] { (PaperKind.SupervisionOrder, "督　办　单"), (PaperKind.Reminder, "催　办　单") })
        {
            var opened = await OpenAsync(await life.Get<TaskPapers>().WriteAsync(life.Supervisor, id, kind));
            Assert.Contains(title, opened, StringComparison.Ordinal);
            Assert.Contains("完成老旧管网改造", opened, StringComparison.Ordinal);
        }

        await using var list = (await life.Get<LedgerExports>().WriteNowAsync(life.Supervisor, new ExportScope(new TaskFilter(), [id]), ExportFormat.Docx, "勾选的1项任务")).Content;
        Assert.Contains("完成老旧管网改造", await OpenAsync("docx", list, "txt:Text (encoded):UTF8"), StringComparison.Ordinal);
        var bulletin = await life.DraftBulletinAsync();
        Assert.Contains("一、总体情况", await OpenAsync(await life.Get<BulletinPapers>().WriteAsync(life.Supervisor, bulletin)), StringComparison.Ordinal);
    }

    private static async Task<string> OpenAsync(PaperFile paper)
    {
        using var content = new MemoryStream(paper.Content);
        return await OpenAsync("docx", content, "txt:Text (encoded):UTF8");
    }

    /// <summary>The words that LibreOffice reads in a file.</summary>
    private static async Task<string> OpenAsync(string extension, Stream content, string format)
    {
        var folder = Directory.CreateTempSubdirectory("policytracker-office-");
        try
        {
            var path = Path.Combine(folder.FullName, $"export.{extension}");
            await using (var file = File.Create(path))
            {
                await content.CopyToAsync(file);
            }

            using var office = Process.Start(
                LibreOfficeFactAttribute.Program!,
                [$"-env:UserInstallation=file://{folder.FullName}/profile", "--headless", "--convert-to", format, "--outdir", Path.Combine(folder.FullName, "out"), path]);
            await office.WaitForExitAsync();
            return await File.ReadAllTextAsync(Path.Combine(folder.FullName, "out", $"export.{format.Split(':')[0]}"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}

/// <summary>A fact that only LibreOffice can show.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class LibreOfficeFactAttribute : FactAttribute
{
    public LibreOfficeFactAttribute() => Skip = Program is null ? "LibreOffice (soffice) is not installed." : null;

    public static string? Program { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, "soffice")).FirstOrDefault(File.Exists);
}
