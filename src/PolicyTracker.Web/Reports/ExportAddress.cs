using Microsoft.AspNetCore.WebUtilities;
using PolicyTracker.Core.Reports;
using PolicyTracker.Core.Tasks;
using PolicyTracker.Web.Tasks;
using PolicyTracker.Web.Tasks.Many;

namespace PolicyTracker.Web.Reports;

/// <summary>The address of an export: that of the ledger, with the format.</summary>
public static class ExportAddress
{
    public const string Path = "/tasks/export";

    public static string Of(ExportFormat format, TaskFilter filter) => With(Path, format, LedgerAddress.Of(filter with { Page = 1, PageSize = new TaskFilter().PageSize }));

    /// <summary>Where a long one is asked for.</summary>
    public static string Queue(ExportFormat format, IQueryCollection query) =>
        With(DownloadsPage.Path, format, QueryHelpers.AddQueryString("", query.Where(pair => pair.Key != "format")));

    public static ExportFormat? Format(IQueryCollection query) => query["format"].ToString() switch
    {
        "xlsx" => ExportFormat.Xlsx,
        "csv" => ExportFormat.Csv,
        "docx" => ExportFormat.Docx,
        _ => null,
    };

    /// <summary>What was ticked, or else what the filter in the address finds.</summary>
    public static ExportScope Scope(IQueryCollection query, DateOnly today)
    {
        var selection = Selection.Read(query, today);
        return new ExportScope(selection.Filter with { Page = 1 }, selection.Ids);
    }

    private static string With(string path, ExportFormat format, string ledger) =>
        QueryHelpers.AddQueryString(path + (ledger.IndexOf('?', StringComparison.Ordinal) is >= 0 and var at ? ledger[at..] : ""), "format", format.Ending()[1..]);
}
