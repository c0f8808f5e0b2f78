using System.Globalization;
using System.Text;
using PolicyTracker.Core.Search;
using PolicyTracker.Core.Tasks;

namespace PolicyTracker.Core.Drill;

/// <summary>Rows of one type with their own number and that of the row that they belong to, 0 for none.</summary>
internal sealed class NumberedRows<T>
{
    private long last;

    public List<(T Row, long[] Given)> Rows { get; private set; } = [];

    public long Add(T row, long owner)
    {
        Rows.Add((row, [++last, owner]));
        return last;
    }

    public List<(T Row, long[] Given)> Take()
    {
        var taken = Rows;
        Rows = [];
        return taken;
    }
}

/// <summary>What stands in some hundred notices, table by table.</summary>
internal sealed record DrillBatch(
    IReadOnlyList<DrillNotice> Notices,
    List<(PolicyTask Row, long[] Given)> Tasks,
    List<(Responsibility Row, long[] Given)> Responsibilities,
    List<(DepartmentStanding Row, long[] Given)> Standings,
    List<(HistoryEntry Row, long[] Given)> History,
    List<(ProgressReport Row, long[] Given)> Reports,
    List<(Extension Row, long[] Given)> Extensions,
    List<(TaskInterval Row, long[] Given)> Intervals,
    IReadOnlyList<string> TaskWords,
    IReadOnlyList<string> ReportWords);

/// <summary>Numbers the rows of notices from 1 on, as they come.</summary>
internal sealed class DrillNumbering
{
    private readonly NumberedRows<PolicyTask> tasks = new();
    private readonly NumberedRows<Responsibility> responsibilities = new();
    private readonly NumberedRows<DepartmentStanding> standings = new();
    private readonly NumberedRows<HistoryEntry> history = new();
    private readonly NumberedRows<ProgressReport> reports = new();
    private readonly NumberedRows<Extension> extensions = new();
    private readonly NumberedRows<TaskInterval> intervals = new();

    public DrillBatch Number(IReadOnlyList<DrillNotice> notices)
    {
        var (taskWords, reportWords) = (new List<string>(), new List<string>());
        foreach (var notice in notices)
        {
            foreach (var task in notice.Tasks)
            {
                var id = tasks.Add(task, notice.Id);
                taskWords.Add(Words(id, task.Number + task.Title, task.Text));
                task.Responsibilities.ForEach(row => responsibilities.Add(row, id));
                task.Standings.ForEach(row => standings.Add(row, id));
                task.History.ForEach(row => history.Add(row, id));
                task.Reports.ForEach(row => reportWords.Add(Words(reports.Add(row, id), "", $"{row.Words} {row.Problems} {row.NextStep}")));
                task.Extensions.ForEach(row => extensions.Add(row, id));
                task.Intervals.ForEach(row => intervals.Add(row, id));
            }
        }

        return new DrillBatch(
            notices, tasks.Take(), responsibilities.Take(), standings.Take(), history.Take(), reports.Take(), extensions.Take(), intervals.Take(),
            taskWords, reportWords);
    }

    // A line of COPY with the same tsvector as search_words of migration 0008 makes; the database needs a day's part for a million of them.
    private static string Words(long id, string title, string body)
    {
        var line = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{id}\t");
        var place = Pairs(line, SearchFold.Fold(title).Folded, 0, "A ");
        Pairs(line, SearchFold.Fold(body).Folded, place, " ");
        return line.ToString();
    }

    private static int Pairs(StringBuilder line, string letters, int before, string weight)
    {
        for (var i = 0; i < letters.Length; i++)
        {
            line.Append(letters, i, Math.Min(2, letters.Length - i)).Append(':').Append(CultureInfo.InvariantCulture, $"{before + i + 1}").Append(weight);
        }

        return before + letters.Length;
    }
}
