using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Search;
using PolicyTracker.Core.Storage;

namespace PolicyTracker.Core.Import.Desk;

/// <summary>A task of another notice of the jurisdiction that says nearly the same; it is shown, and nothing is merged.</summary>
/// <param name="Task">Key of the draft's task.</param>
/// <param name="Document">Title of the other notice.</param>
/// <param name="Likeness">Of the two texts, in percent.</param>
public sealed record LikelyDuplicate(int Task, int Line, long TaskId, string Title, string Document, int Likeness);

/// <summary>
/// Finds them in two steps: by the index of words, the tasks that hold the opening words of a title; of these, the one whose text
/// is most alike.
/// </summary>
internal static class LikelyDuplicates
{
    private const int OpeningCharacters = 8;
    private const int FewestCharacters = 4;
    private const double LeastLikeness = 0.6;
    private const int MostCandidates = 20;

    /// <param name="earlierId">The document that this one is a new version of: there the same tasks are expected.</param>
    public static async Task<IReadOnlyList<LikelyDuplicate>> OfAsync(TrackerDb db, DraftDocument document, PlaceStanding place, int? earlierId, CancellationToken cancellation)
    {
        var found = new List<LikelyDuplicate>();
        foreach (var task in document.Tasks)
        {
            if (OpeningOf(task.Title) is { } opening && await NearestAsync(db, task, opening, place.Id, earlierId, cancellation) is { } duplicate)
            {
                found.Add(duplicate);
            }
        }

        return found;
    }

    private static async Task<LikelyDuplicate?> NearestAsync(
        TrackerDb db, DraftTask task, string opening, int jurisdictionId, int? earlierId, CancellationToken cancellation)
    {
        var holding = db.TaskWords.Where(words => words.Words.Matches(SearchFunctions.Query(opening))).Select(words => words.TaskId);
        var candidates = await db.Tasks
            .Where(other => holding.Contains(other.Id) && other.JurisdictionId == jurisdictionId && other.DocumentId != null && other.DocumentId != earlierId)
            .OrderByDescending(other => other.Id).Take(MostCandidates)
            .Select(other => new { other.Id, other.Title, other.Text, Document = other.Document!.Title })
            .ToListAsync(cancellation);
        var own = TextLikeness.PairsOf(task.Text);
        return candidates
            .Select(other => (Task: other, Likeness: TextLikeness.Of(own, TextLikeness.PairsOf(other.Text))))
            .Where(other => other.Likeness >= LeastLikeness)
            .OrderByDescending(other => other.Likeness)
            .Select(other => new LikelyDuplicate(task.Key, task.FirstLine, other.Task.Id, other.Task.Title, other.Task.Document, (int)(100 * other.Likeness)))
            .FirstOrDefault();
    }

    /// <summary>The first unbroken words of a title; null where they are too few to say anything.</summary>
    private static string? OpeningOf(string title)
    {
        var words = new string([.. title.SkipWhile(c => !char.IsLetter(c)).TakeWhile(char.IsLetterOrDigit).Take(OpeningCharacters)]);
        return words.Length < FewestCharacters ? null : words;
    }
}
