using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using PolicyTracker.Core.Storage;

namespace PolicyTracker.Core.Tasks;

/// <summary>The rows of a table as they were known at the end of a past day. {0}: the first moment of the next day.</summary>
internal static class PastSql
{
    // As TaskIntervals.KnownOn.
    private const string Held = "i.from_at < {0} AND (i.until_at IS NULL OR i.until_at >= {0})";

    // What no interval keeps is told by the acts until then.
    private static readonly Dictionary<string, string> Then = new(StringComparer.Ordinal)
    {
        ["state"] = "i.state",
        ["due_on"] = "i.due_on",
        ["clock_stopped_on"] = "i.clock_stopped_on",
        ["claimed_percent"] = "i.claimed_percent",
        ["verified_percent"] = "i.verified_percent",
        ["judgement"] = "i.judgement",
        ["judged_on"] = Last(TaskAct.Judge),
        ["judgement_words"] = $"(SELECT h.words {Acts(TaskAct.Judge)} ORDER BY h.at DESC, h.id DESC LIMIT 1)",
        ["verified_on"] = Last(TaskAct.VerifyProgress),
        ["reminded_on"] = Last(TaskAct.Remind),
        ["completion_requested_on"] = $"CASE WHEN i.state IN ('InReview', 'Completed') THEN {Last(TaskAct.RequestCompletion)} END",
        ["completed_on"] = $"CASE WHEN i.state = 'Completed' THEN {Last(TaskAct.Approve)} END",
        ["return_count"] = Times(TaskAct.Return),
        ["remind_count"] = Times(TaskAct.Remind),
    };

    // A task that went on in a new version of its notice since is as the version of that day prints it.
    public const string Printings = """
        SELECT DISTINCT ON (p.task_id) p.*
        FROM earlier_printings AS p JOIN documents AS d ON d.id = p.document_id
        WHERE d.imported_at >= {0}
        ORDER BY p.task_id, d.imported_at, p.id
        """;

    private static readonly Dictionary<string, string> Printed = new(StringComparer.Ordinal)
    {
        ["document_id"] = "p.earlier_id",
        ["ordinal"] = "(p.printed ->> 'ordinal')::integer",
        ["number"] = "p.printed ->> 'number'",
        ["path"] = Texts("path"),
        ["title"] = "p.printed ->> 'title'",
        ["text"] = "p.printed ->> 'text'",
        ["first_line"] = "(p.printed ->> 'firstLine')::integer",
        ["last_line"] = "(p.printed ->> 'lastLine')::integer",
        ["deadline_raw"] = "p.printed ->> 'deadlineRaw'",
        ["deadline_kind"] = "p.printed ->> 'deadlineKind'",
        ["cycle"] = "p.printed ->> 'cycle'",
        ["starts_on"] = "(p.printed ->> 'startsOn')::date",
        ["printed_due_on"] = "(p.printed ->> 'printedDueOn')::date",
        ["milestones"] = $"{Texts("milestones")}::date[]",
        ["leaders"] = Texts("leaders"),
    };

    // What is sorted and found by: of that day, too.
    private static readonly Dictionary<string, string> Computed = new(StringComparer.Ordinal)
    {
        ["document_order"] = OrderSql.Document,
        ["title_order"] = $"{OrderSql.Title} COLLATE \"{OrderSql.TitleCollation}\"",
        ["leader_words"] = "leader_bigrams(nullif(leaders, '{{}}'))",
        ["due_order"] = OrderSql.Due,
        ["state_order"] = OrderSql.State,
        ["progress_order"] = OrderSql.Progress,
    };

    /// <summary>With every column that the model has, also one that comes later.</summary>
    public static string Tasks(IModel model)
    {
        var columns = model.FindEntityType(typeof(PolicyTask))!.GetProperties().Select(property => property.GetColumnName()).Where(column => !Computed.ContainsKey(column));
        return $"""
            SELECT known.*, {string.Join(", ", Computed.Select(pair => $"{pair.Value} AS {pair.Key}"))}
            FROM (
                SELECT {string.Join(", ", columns.Select(column => $"{Value(column)} AS {column}"))}
                FROM task_intervals AS i JOIN tasks AS t ON t.id = i.task_id
                    LEFT JOIN ({Printings}) AS p ON p.task_id = t.id
                WHERE {Held}) AS known
            """;
    }

    /// <summary>检索词 as the version of that day has them.</summary>
    public const string Words = $$"""
        SELECT w.task_id, w.words FROM task_words AS w
        WHERE NOT EXISTS (SELECT 1 FROM earlier_printings AS p JOIN documents AS d ON d.id = p.document_id WHERE p.task_id = w.task_id AND d.imported_at >= {0})
        UNION ALL
        SELECT p.task_id, search_words(concat(p.printed ->> 'number', p.printed ->> 'title'), p.printed ->> 'text') FROM ({{Printings}}) AS p
        """;

    /// <summary>The units that the interval names; the printed names that wait to be matched; and those that were matched since.</summary>
    public const string Responsibilities = $$"""
        SELECT 0 AS id, i.task_id, u.department_id,
            CASE WHEN u.place <= cardinality(i.leads) THEN 'Lead' WHEN u.place <= cardinality(i.leads) + cardinality(i.responsible) THEN 'Responsible' ELSE 'Support' END AS role,
            u.place::integer AS position,
            coalesce((SELECT min(r.printed_name) FROM responsibilities AS r WHERE r.task_id = i.task_id AND r.department_id = u.department_id),
                (SELECT d.name FROM departments AS d WHERE d.id = u.department_id)) AS printed_name,
            (SELECT min(r.note) FROM responsibilities AS r WHERE r.task_id = i.task_id AND r.department_id = u.department_id) AS note
        FROM task_intervals AS i CROSS JOIN LATERAL unnest(i.leads || i.responsible || i.supports) WITH ORDINALITY AS u (department_id, place)
        WHERE {{Held}}
        UNION ALL
        SELECT r.id, r.task_id, NULL::integer, r.role, r.position, r.printed_name, r.note FROM responsibilities AS r WHERE r.department_id IS NULL
        UNION ALL
        SELECT r.id, r.task_id, NULL::integer, r.role, r.position, r.printed_name, r.note
        FROM name_decisions AS n JOIN responsibilities AS r ON r.id = ANY (n.responsibility_ids) AND r.department_id IS NOT NULL
        WHERE n.decided_at >= {0} AND n.undone_at IS NULL
        """;

    /// <summary>Those of now who were there, and those who have gone since.</summary>
    public const string GroupMembers = """
        SELECT m.group_id, m.member_id, m.since FROM group_members AS m WHERE coalesce(m.since < {0}, true)
        UNION ALL
        SELECT m.group_id, m.member_id, m.since FROM earlier_memberships AS m WHERE coalesce(m.since < {0}, true) AND m.until_at >= {0}
        """;

    private static string Value(string column) => Printed.TryGetValue(column, out var printed)
        ? $"CASE WHEN p.task_id IS NULL THEN t.{column} ELSE {printed} END"
        : Then.GetValueOrDefault(column, "t." + column);

    private static string Texts(string member) => $"ARRAY(SELECT jsonb_array_elements_text(p.printed -> '{member}'))";

    private static string Last(TaskAct act) => $"(SELECT max(h.at AT TIME ZONE 'Asia/Shanghai')::date {Acts(act)})";

    private static string Times(TaskAct act) => $"(SELECT count(*)::integer {Acts(act)})";

    private static string Acts(TaskAct act) => $"FROM task_history AS h WHERE h.task_id = t.id AND h.act = '{act}' AND h.at < {{0}}";
}
