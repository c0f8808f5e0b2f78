using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Storage;

namespace PolicyTracker.Core.Import.Desk;

/// <summary>A task of another notice of the jurisdiction that says nearly the same; it is shown, and nothing is merged.</summary>
/// <param name="Task">Key of the draft's task.</param>
/// <param name="Document">Title of the other notice.</param>
/// <param name="Likeness">Of the two texts, in percent.</param>
public sealed record LikelyDuplicate(int Task, int Line, long TaskId, string Title, string Document, int Likeness);

/// <summary>
/// Finds them in two steps: by the index of words, the tasks that share the most telling pairs of characters with a new text,
/// whatever their titles; of these, the one whose text is most alike.
/// </summary>
internal static class LikelyDuplicates
{
    private const int FewestPairs = 8;
    private const double LeastLikeness = 0.6;
    private const double ManyTasks = 200;

    /// <param name="earlierId">The document that this one is a new version of: there the same tasks are expected.</param>
    public static async Task<IReadOnlyList<LikelyDuplicate>> OfAsync(TrackerDb db, DraftDocument document, PlaceStanding place, int? earlierId, CancellationToken cancellation)
    {
        var asked = document.Tasks.Select(task => (Task: task, Pairs: TextLikeness.PairsOf(task.Text))).Where(task => task.Pairs.Count >= FewestPairs).ToDictionary(task => task.Task.Key);
        var candidates = await CandidatesAsync(db, [.. asked.Values.Select(task => task.Task)], place.Id, earlierId, cancellation);
        return
        [
            .. candidates
                .Select(there => (There: there, Likeness: TextLikeness.Of(asked[there.Key].Pairs, TextLikeness.PairsOf(there.Text))))
                .Where(found => found.Likeness >= LeastLikeness)
                .GroupBy(found => found.There.Key)
                .Select(found => found.MaxBy(one => one.Likeness))
                .Select(best => new LikelyDuplicate(
                    best.There.Key, asked[best.There.Key].Task.FirstLine, best.There.Id, best.There.Title, best.There.Document, (int)(100 * best.Likeness))),
        ];
    }

    private sealed record Candidate(int Key, long Id, string Title, string Text, string Document);

    // The rarest pairs of each eighth of a text, two by two: two that stand near each other and are both found lead to few tasks,
    // however many there are. How rare a pair is, the planner's statistics know; what they do not list is rarer, or found nowhere,
    // as what was rewritten may be: of both kinds some are asked for. Words of course, such as a closing sentence that every task
    // has, lead to too many tasks to say anything.
    private static Task<List<Candidate>> CandidatesAsync(TrackerDb db, DraftTask[] tasks, int jurisdictionId, int? earlierId, CancellationToken cancellation)
    {
        var (keys, texts) = (tasks.Select(task => task.Key).ToArray(), tasks.Select(task => task.Text).ToArray());
        return db.Database.SqlQuery<Candidate>($"""
            WITH pairs AS (
                SELECT key, lexeme, positions[1] AS place, max(positions[1]) OVER (PARTITION BY key) AS length, count(*) OVER (PARTITION BY lexeme) AS tasks
                FROM unnest({keys}, {texts}) AS asked (key, text), unnest(search_bigrams(text)) AS pair
                WHERE length(lexeme) = 2
            ), known AS (
                SELECT elem, frequency FROM pg_stats, unnest(most_common_elems::text::text[], most_common_elem_freqs) AS common (elem, frequency)
                WHERE schemaname = current_schema() AND tablename = 'task_words' AND attname = 'words'
            ), ranked AS (
                SELECT key, lexeme, part, frequency, row_number() OVER (PARTITION BY key, part, frequency IS NULL ORDER BY frequency, tasks, place) - 1 AS rank
                FROM (SELECT *, 8 * place / (length + 1) AS part FROM pairs LEFT JOIN known ON elem = lexeme) AS placed
            ), twos AS (
                SELECT key, string_agg(quote_literal(lexeme), ' & ') AS two, coalesce(min(frequency), 0) AS frequency,
                    row_number() OVER (PARTITION BY key ORDER BY coalesce(min(frequency), 0), part, rank / 2) AS rank
                FROM ranked WHERE rank < 4 GROUP BY key, part, frequency IS NULL, rank / 2
            ), telling AS MATERIALIZED (
                SELECT key, string_agg('(' || two || ')', ' | ')::tsquery AS query FROM twos
                WHERE rank = 1 OR frequency <= {ManyTasks} / (SELECT greatest(reltuples, 1) FROM pg_class WHERE oid = 'task_words'::regclass) GROUP BY key
            )
            SELECT key, found.* FROM telling, LATERAL (
                SELECT t.id, t.title, t.text, d.title AS document
                FROM (SELECT task_id, ts_rank(ARRAY[1, 1, 1, 1]::real[], words, query) AS rank FROM task_words WHERE words @@ query OFFSET 0) AS w
                JOIN tasks AS t ON t.id = w.task_id JOIN documents AS d ON d.id = t.document_id
                WHERE t.jurisdiction_id = {jurisdictionId} AND t.document_id IS DISTINCT FROM {earlierId}
                ORDER BY w.rank DESC, t.id DESC LIMIT 10
            ) AS found
            """).ToListAsync(cancellation);
    }
}
