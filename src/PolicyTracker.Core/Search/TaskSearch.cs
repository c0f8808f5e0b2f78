using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Tasks;

namespace PolicyTracker.Core.Search;

/// <summary>The tasks that a word leads to, by way of the indexes.</summary>
public static class TaskSearch
{
    private const string Escape = "\\";

    /// <summary>Each word of <paramref name="asked"/> occurs in the task itself, in its document or in a name of one of its departments.</summary>
    public static IQueryable<PolicyTask> WithWords(this IQueryable<PolicyTask> tasks, KnownTasks known, string? asked)
    {
        foreach (var word in (asked ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            var found = Containing(known, word);
            tasks = tasks.Where(task => found.Contains(task.Id));
        }

        return tasks;
    }

    // A union and not a row of conditions joined by "or": each part has its own index.
    private static IQueryable<long> Containing(KnownTasks known, string word)
    {
        var db = known.Db;
        var documents = db.DocumentWords.Where(words => words.Words.Matches(SearchFunctions.Query(word))).Select(words => (int?)words.DocumentId);
        var departments = db.DepartmentWords.Where(words => words.Words.Matches(SearchFunctions.Query(word))).Select(words => (int?)words.DepartmentId);
        // A printed name that waits to be matched is no department's name yet.
        var printed = Pattern(word);
        return known.Words.Where(words => words.Words.Matches(SearchFunctions.Query(word))).Select(words => words.TaskId)
            .Union(known.InDocuments(documents))
            .Union(known.Responsibilities.Where(r => departments.Contains(r.DepartmentId)).Select(r => r.TaskId))
            .Union(known.Responsibilities.Where(r => r.DepartmentId == null && EF.Functions.ILike(r.PrintedName, printed, Escape)).Select(r => r.TaskId));
    }

    private static string Pattern(string word) =>
        "%" + word.Replace("\\", "\\\\").Replace("%", "\\%").Replace("_", "\\_") + "%";
}
