namespace PolicyTracker.Core.Import.Desk;

/// <summary>待核对清单: all that is left to look at in a draft, in the order in which it is worked through.</summary>
public static class DoubtList
{
    public static IReadOnlyList<Doubt> Of(DraftNotice notice, DraftStanding standing)
    {
        var places = notice.Documents.Select((document, i) => (document.Key, i)).ToDictionary(pair => pair.Key, pair => pair.i);
        return
        [
            .. notice.Documents.SelectMany(document => OfPortal(document, standing[document]))
                .Concat(notice.Doubts)
                .Where(doubt => IsThere(notice, doubt))
                .Where(doubt => !notice.Settled.Contains(doubt.Key))
                .OrderBy(doubt => places.GetValueOrDefault(doubt.Document)).ThenBy(doubt => Rank(doubt.Kind)).ThenBy(doubt => doubt.Line),
        ];
    }

    /// <summary>Is the doubt done with by this edit?</summary>
    public static bool IsAnsweredBy(this Doubt doubt, DraftEdit edit) => edit switch
    {
        SetField set => doubt.Key == $"d{set.Document}/{char.ToLowerInvariant(set.Field.ToString()[0])}{set.Field.ToString()[1..]}",
        PlaceDocument place => doubt.Kind == DoubtKind.Place && doubt.Document == place.Document,
        AgreeToPlace agree => doubt.Kind == DoubtKind.Place && doubt.Document == agree.Document,
        SetWords words => doubt.Key == $"t{words.Task}/task",
        SplitTask split => doubt.Key == $"t{split.Task}/task",
        MergeWithNext merge => doubt.Key == $"t{merge.Task}/task",
        SetUnits units => doubt.Key.StartsWith($"t{units.Task}/unit", StringComparison.Ordinal),
        SetDeadline deadline => doubt.Key == $"t{deadline.Task}/deadline",
        DecideName name => doubt.Kind == DoubtKind.Name && doubt.Document == name.Document && doubt.Name == name.Name,
        _ => false,
    };

    private static IEnumerable<Doubt> OfPortal(DraftDocument document, DocumentStanding standing)
    {
        var line = document.FirstLine;
        if (!standing.Place.Exists && document.AgreedIssuer != document.Issuer)
        {
            yield return new($"d{document.Key}/place/{document.Issuer}", DoubtKind.Place, document.Key, line, $"辖区“{standing.Place.Words}”还没有登记，同意后随导入新建。");
        }
        else if (standing.Place.IsPending && document.JurisdictionId is null)
        {
            yield return new($"d{document.Key}/place", DoubtKind.Place, document.Key, line, "从发文机关看不出辖区，将放入“辖区待定”。");
        }

        if (standing.Earlier is { } earlier)
        {
            yield return new($"d{document.Key}/version/{earlier.Id}", DoubtKind.Version, document.Key, line, $"文号与已有的《{earlier.Title}》相同而内容不同，将作为新版本导入。");
        }

        foreach (var annulled in standing.Annulled)
        {
            yield return new($"d{document.Key}/annul/{annulled.Id}", DoubtKind.Annulment, document.Key, annulled.Line, $"文中写明废止《{annulled.Title}》，导入后两份文件互相关联，督查人员可以终止它的{annulled.OpenTasks}项未结任务。");
        }

        foreach (var there in standing.Duplicates)
        {
            yield return new($"t{there.Task}/same/{there.TaskId}", DoubtKind.Duplicate, document.Key, there.Line,
                $"与《{there.Document}》的“{there.Title}”内容相近（{there.Likeness}%），可能是同一项工作；导入后两项并存，不会合并。")
            { Task = there.Task, TaskThere = there.TaskId, Class = "same" };
        }

        foreach (var (name, found) in standing.Names.Where(pair => pair.Value.Fate == NameFate.Waits && !document.Names.ContainsKey(pair.Key)))
        {
            var task = document.Tasks.FirstOrDefault(t => t.Units.Any(unit => unit.Name == name));
            yield return new($"d{document.Key}/name/{name}", DoubtKind.Name, document.Key, task?.FirstLine ?? line, Unknown(name, found)) { Name = name, Task = task?.Key, Class = "name" };
        }
    }

    private static string Unknown(string name, NameStanding found) => found.Proposals is [var best, ..]
        ? $"名录中没有“{name}”，可能是{best.Name}：{best.Reason}。"
        : $"名录中没有“{name}”，也不像单位名称。";

    // A task or unit that is gone takes its doubts along.
    private static bool IsThere(DraftNotice notice, Doubt doubt)
    {
        if (doubt.Task is not { } key)
        {
            return true;
        }

        var task = notice.Tasks.FirstOrDefault(t => t.Key == key);
        return task is not null && (doubt.Key.IndexOf("/unit", StringComparison.Ordinal) is < 0 || task.Units.Any(unit => doubt.Key == $"t{key}/unit{unit.Key}"));
    }

    private static int Rank(DoubtKind kind) => kind switch
    {
        DoubtKind.Place => 0,
        DoubtKind.Version => 1,
        DoubtKind.Annulment => 2,
        DoubtKind.Name => 3,
        DoubtKind.Duplicate => 4,
        DoubtKind.Field or DoubtKind.Text => 5,
    };
}
