using PolicyTracker.Web.Shared;

namespace PolicyTracker.Web.Documents;

/// <summary>三、(二)1: where a line stands in its notice, as it is cited.</summary>
public static class CitedPlace
{
    /// <param name="within">The tasks whose words the line holds.</param>
    public static string Of(IReadOnlyList<OutlineEntry> outline, int line, IReadOnlyList<MarginTask> within)
    {
        var path = new List<OutlineEntry>();
        foreach (var entry in outline.TakeWhile(entry => entry.Line <= line))
        {
            path.RemoveAll(above => entry.IsTitle || (!above.IsTitle && above.Level >= entry.Level));
            path.Add(entry);
        }

        // A task that is a section of its own stands in the outline already.
        var number = within is [var task] && (path.Count == 0 || path[^1].Line < task.FirstLine) ? task.Number : null;
        return TaskSource.Place([.. path.Select(entry => entry.Text)], number);
    }
}
