namespace PolicyTracker.Web.Documents;

/// <summary>A stretch of the notice with the tasks that start in it: one passage, the text between two passages, or a table.</summary>
/// <param name="IsPassage">The words of one or more tasks.</param>
/// <param name="Within">Tasks whose words these are, also those that started above.</param>
/// <param name="Starting">Tasks that start here, in their order.</param>
public sealed record ReadingStrip(IReadOnlyList<PrintedBlock> Blocks, IReadOnlyList<MarginTask> Within, IReadOnlyList<MarginTask> Starting)
{
    public bool IsPassage => Within.Count > 0;

    public PrintedTable? Table => Blocks[0] as PrintedTable;

    /// <summary>Lays the tasks beside the printed blocks; every task is beside exactly one strip.</summary>
    /// <param name="tasks">In printed order.</param>
    public static IReadOnlyList<ReadingStrip> Cut(IReadOnlyList<PrintedBlock> blocks, IReadOnlyList<MarginTask> tasks)
    {
        var strips = new List<ReadingStrip>();
        var waiting = new Queue<MarginTask>(tasks.OrderBy(task => task.FirstLine));
        var tasksOn = blocks.Select(block => TasksOn(block, tasks)).ToList();
        for (var i = 0; i < blocks.Count;)
        {
            var within = tasksOn[i];
            var end = i + 1;
            // A table stands alone: its rows carry their tasks themselves.
            while (blocks[i] is not PrintedTable && end < blocks.Count && blocks[end] is not PrintedTable && tasksOn[end].SequenceEqual(within))
            {
                end++;
            }

            var starting = new List<MarginTask>();
            while (waiting.TryPeek(out var task) && (task.FirstLine <= blocks[end - 1].LastLine || end == blocks.Count))
            {
                starting.Add(waiting.Dequeue());
            }

            strips.Add(new ReadingStrip([.. blocks.Skip(i).Take(end - i)], within, starting));
            i = end;
        }

        return strips;
    }

    private static List<MarginTask> TasksOn(PrintedBlock block, IReadOnlyList<MarginTask> tasks) =>
        [.. tasks.Where(task => task.FirstLine <= block.LastLine && block.FirstLine <= task.LastLine)];
}
