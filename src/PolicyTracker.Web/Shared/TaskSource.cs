using System.Text.RegularExpressions;
using PolicyTracker.Core.Tasks;

namespace PolicyTracker.Web.Shared;

/// <summary>来源: where a task is printed, in one line — 《…方案》三、(二)1，第37行.</summary>
public static partial class TaskSource
{
    /// <summary>The printed line, or the page of a task that no notice prints.</summary>
    public static string Address(TaskRow task) => task.DocumentId is { } document ? Address(document, task.FirstLine) : $"/tasks/{task.Id}";

    /// <summary>The line in the reading room.</summary>
    public static string Address(int documentId, int line) => $"/documents/{documentId}#L{line}";

    /// <summary>三、(二)1: the numbers from the plan down to the task; empty where nothing is numbered.</summary>
    public static string Place(IReadOnlyList<string> path, string? number) =>
        string.Concat(path.Select(NumberOf).Append(number?.Trim() ?? "")).TrimEnd('.', '．', '、');

    /// <summary>The title behind its number as printed; a bare figure, as tables have it, is set apart: 23 健全….</summary>
    public static string Numbered(TaskRow task) =>
        task.Number is [.., >= '0' and <= '9'] figure ? $"{figure} {task.Title}" : task.Number + task.Title;

    /// <param name="wholeTitle">Or only what the notice is about.</param>
    public static string Line(TaskRow task, bool wholeTitle = false) =>
        task.DocumentTitle is { } title
            ? $"《{(wholeTitle ? title : NoticeTitle.Short(title))}》{Place(task.Path, task.Number)}，第{task.FirstLine}行"
            : $"{task.SourceKind?.Word() ?? "立项"}：{task.SourceWords}";

    /// <summary>As short as a column needs it: without the name of the jurisdiction that every title of it starts with.</summary>
    public static string Notice(string documentTitle, string jurisdiction)
    {
        var title = NoticeTitle.Short(documentTitle);
        return title.StartsWith(jurisdiction, StringComparison.Ordinal) && title.Length > jurisdiction.Length ? title[jurisdiction.Length..] : title;
    }

    // 三、 keeps its mark, which parts it from what follows; 3. and 3、 do not need theirs.
    private static string NumberOf(string heading) =>
        LeadingNumber().Match(heading).Value is [>= '0' and <= '9', ..] number ? number.TrimEnd('.', '．', '、') : LeadingNumber().Match(heading).Value;

    [GeneratedRegex(@"^(第[一二三四五六七八九十百\d]{1,5}[章节条项]|[一二三四五六七八九十百]{1,5}、|[(（][一二三四五六七八九十百\d]{1,5}[)）]|\d{1,3}[.．、])")]
    private static partial Regex LeadingNumber();
}
