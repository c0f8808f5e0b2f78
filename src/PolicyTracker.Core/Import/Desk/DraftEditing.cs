using System.Globalization;

namespace PolicyTracker.Core.Import.Desk;

/// <summary>Applies corrections to a draft; throws <see cref="RuleException"/> where one no longer fits.</summary>
public static class DraftEditing
{
    public static DraftNotice Apply(this DraftNotice notice, DraftStep step)
    {
        var edited = step.Edits.Aggregate(notice, Apply);
        return step.Settles.Count == 0 ? edited : edited with { Settled = edited.Settled.Concat(step.Settles).ToHashSet(StringComparer.Ordinal) };
    }

    public static DraftNotice Apply(this DraftNotice notice, DraftEdit edit) => edit switch
    {
        SetField set => notice.With(notice.Document(set.Document).With(set.Field, set.Value)),
        PlaceDocument place => notice.With(notice.Document(place.Document) with { JurisdictionId = place.JurisdictionId }),
        AgreeToPlace agree => notice.With(notice.Document(agree.Document) with { AgreedIssuer = agree.Issuer }),
        SetWords words => notice.With(Words(notice, words)),
        SplitTask split => Split(notice, split),
        MergeWithNext merge => Merge(notice, merge.Task),
        AddTask add => Add(notice, add),
        RemoveTask remove => Remove(notice, remove.Task),
        SetUnits set => Units(notice, set),
        DecideName decide => notice.With(Decide(notice.Document(decide.Document), decide)),
        SetLeaders set => notice.With(notice.Task(set.Task) with { Leaders = set.Leaders }),
        SetDeadline set => notice.With(notice.Task(set.Task) with { Deadline = set.Deadline }),
        _ => throw new InvalidOperationException($"Nobody applies {edit.GetType().Name}."),
    };

    private static DraftNotice With(this DraftNotice notice, DraftDocument changed) =>
        notice with { Documents = [.. notice.Documents.Select(document => document.Key == changed.Key ? changed : document)] };

    private static DraftNotice With(this DraftNotice notice, DraftTask changed)
    {
        var document = notice.DocumentOf(changed.Key);
        return notice.With(document with { Tasks = InOrder(document.Tasks.Select(task => task.Key == changed.Key ? changed : task)) });
    }

    // Tasks stand in the order in which they are printed; those of one line as they were.
    private static DraftTask[] InOrder(IEnumerable<DraftTask> tasks) => [.. tasks.OrderBy(task => task.FirstLine)];

    private static DraftDocument With(this DraftDocument document, DraftField field, string? value) => field switch
    {
        DraftField.Title => document with { Title = value ?? throw new RuleException("标题不能为空。") },
        DraftField.DocNumber => document with { DocNumber = value },
        DraftField.Issuer => document with { Issuer = value },
        DraftField.Addressees => document with { Addressees = value },
        DraftField.IssuedOn => document with { IssuedOn = Day(value) },
        DraftField.PublishedOn => document with { PublishedOn = Day(value) },
    };

    private static DateOnly? Day(string? value) => value is null ? null
        : DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : throw new RuleException($"“{value}”不是日期。");

    private static DraftTask Words(DraftNotice notice, SetWords words)
    {
        RequireLines(notice.DocumentOf(words.Task), words.FirstLine, words.LastLine);
        return notice.Task(words.Task) with { Title = words.Title, Text = words.Text, FirstLine = words.FirstLine, LastLine = words.LastLine };
    }

    private static DraftNotice Split(DraftNotice notice, SplitTask split)
    {
        var (document, task) = (notice.DocumentOf(split.Task), notice.Task(split.Task));
        var (head, next) = Part(task, split.Head, notice.NextKey);
        var (tail, last) = Part(task with { Key = next, Number = null, Milestones = [] }, split.Tail, next + 1);
        return notice.With(document with { Tasks = [.. document.Tasks.SelectMany(t => t.Key == task.Key ? [head, tail] : new[] { t })] }) with { NextKey = last };
    }

    private static (DraftTask Task, int NextKey) Part(DraftTask task, TaskPart part, int nextKey)
    {
        var units = Keyed(part.Units, ref nextKey);
        return (task with
        {
            Number = part.Number,
            Title = part.Title,
            Text = part.Text,
            FirstLine = part.FirstLine,
            LastLine = part.LastLine,
            Units = units,
            Deadline = part.Deadline,
        }, nextKey);
    }

    private static DraftUnit[] Keyed(IReadOnlyList<DraftUnit> units, ref int nextKey)
    {
        var keyed = new List<DraftUnit>();
        foreach (var unit in units)
        {
            keyed.Add(unit.Key == 0 ? unit with { Key = nextKey++ } : unit);
        }

        return [.. keyed];
    }

    private static DraftNotice Merge(DraftNotice notice, int key)
    {
        var document = notice.DocumentOf(key);
        var at = document.Tasks.TakeWhile(task => task.Key != key).Count();
        if (at + 1 == document.Tasks.Count)
        {
            throw new RuleException("这是文件的最后一项任务，后面没有可以合并的。");
        }

        var (first, second) = (document.Tasks[at], document.Tasks[at + 1]);
        var merged = first with
        {
            Text = $"{first.Text}\n{second.Text}",
            LastLine = Math.Max(first.LastLine, second.LastLine),
            Units = [.. first.Units, .. second.Units.Where(unit => first.Units.All(known => known.Name != unit.Name))],
            Leaders = [.. first.Leaders.Union(second.Leaders)],
            Deadline = first.Deadline ?? second.Deadline,
            Milestones = [.. first.Milestones.Union(second.Milestones).Order()],
        };
        return notice.With(document with { Tasks = [.. document.Tasks.Take(at), merged, .. document.Tasks.Skip(at + 2)] });
    }

    private static DraftNotice Add(DraftNotice notice, AddTask add)
    {
        var document = notice.Document(add.Document);
        RequireLines(document, add.Part.FirstLine, add.Part.LastLine);
        var (task, next) = Part(new DraftTask(notice.NextKey, "", "", 1, 1) { Path = add.Path }, add.Part, notice.NextKey + 1);
        return notice.With(document with { Tasks = InOrder(document.Tasks.Append(task)) }) with { NextKey = next };
    }

    private static DraftNotice Remove(DraftNotice notice, int key)
    {
        var document = notice.DocumentOf(key);
        return notice.With(document with { Tasks = [.. document.Tasks.Where(task => task.Key != key)] });
    }

    private static DraftNotice Units(DraftNotice notice, SetUnits set)
    {
        if (set.Units.Select(unit => unit.Name).Distinct(StringComparer.Ordinal).Count() < set.Units.Count)
        {
            throw new RuleException("同一个单位写了两次，请删去一个。");
        }

        var next = notice.NextKey;
        var units = Keyed(set.Units, ref next);
        return notice.With(notice.Task(set.Task) with { Units = units }) with { NextKey = next };
    }

    private static DraftDocument Decide(DraftDocument document, DecideName decide)
    {
        var names = document.Names.ToDictionary(StringComparer.Ordinal);
        if (decide.Choice is { } choice)
        {
            names[decide.Name] = choice;
        }
        else
        {
            names.Remove(decide.Name);
        }

        return document with { Names = names };
    }

    private static void RequireLines(DraftDocument document, int first, int last)
    {
        if (first < document.FirstLine || last > document.LastLine || first > last)
        {
            throw new RuleException($"起止行应在第{document.FirstLine}行到第{document.LastLine}行之间，并且起始行不晚于结束行。");
        }
    }
}
