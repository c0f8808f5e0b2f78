using System.Text.RegularExpressions;
using PolicyTracker.Parsing;

namespace PolicyTracker.Core.Import.Desk;

/// <summary>Where tasks begin and end: makes the edits that cut a task in two, move its bounds or make a task of a passage.</summary>
public static partial class TaskCutting
{
    /// <param name="offset">Where in the task's text the second one begins.</param>
    public static SplitTask Split(IReadOnlyList<string> lines, DraftTask task, int offset)
    {
        if (offset <= 0 || offset >= task.Text.Length || task.Text[..offset].Trim().Length == 0 || task.Text[offset..].Trim().Length == 0)
        {
            throw new RuleException("请把光标放在任务文字中间，再从光标处拆分。");
        }

        var (head, tail) = (task.Text[..offset].Trim(), task.Text[offset..].Trim());
        var (line, startsIt) = LineOf(lines, task, tail);
        var headEnds = startsIt ? Math.Max(task.FirstLine, line - 1) : line;
        return new SplitTask(
            task.Key,
            Part(head, task.FirstLine, headEnds, task) with { Number = task.Number, Title = head.Contains(task.Title, StringComparison.Ordinal) ? task.Title : FirstSentence(head) },
            Part(tail, line, task.LastLine, task));
    }

    /// <summary>The place in a task's text that a line and column of the file are printed at; null where the text does not hold it.</summary>
    public static int? OffsetOf(IReadOnlyList<string> lines, DraftTask task, int line, int column)
    {
        if (line < task.FirstLine || line > task.LastLine)
        {
            return null;
        }

        var rest = lines[line - 1][Math.Min(column - 1, lines[line - 1].Length)..].Trim();
        var at = rest.Length == 0 ? -1 : task.Text.IndexOf(rest[..Math.Min(rest.Length, Probe)], StringComparison.Ordinal);
        return at > 0 ? at : null;
    }

    /// <summary>A task made of whole lines.</summary>
    public static AddTask Add(IReadOnlyList<string> lines, DraftDocument document, int first, int last)
    {
        if (first < document.FirstLine || last > document.LastLine || first > last)
        {
            throw new RuleException($"起止行应在第{document.FirstLine}行到第{document.LastLine}行之间，并且起始行不晚于结束行。");
        }

        var text = TextOf(lines, first, last);
        if (text.Length == 0)
        {
            throw new RuleException("选中的行里没有文字。");
        }

        var above = document.Tasks.LastOrDefault(task => task.FirstLine <= first) ?? document.Tasks.FirstOrDefault();
        return new AddTask(document.Key, Part(text, first, last, null), above?.Path ?? []);
    }

    /// <summary>The words of a task between other lines; its own sentence stays where it is still printed.</summary>
    public static SetWords Move(IReadOnlyList<string> lines, DraftTask task, int first, int last)
    {
        var text = TextOf(lines, Math.Max(1, first), Math.Min(last, lines.Count));
        return new SetWords(task.Key, text.Contains(task.Title, StringComparison.Ordinal) ? task.Title : FirstSentence(text), text, first, last);
    }

    public static string TextOf(IReadOnlyList<string> lines, int first, int last) =>
        string.Join('\n', Enumerable.Range(first, Math.Max(0, last - first + 1)).Select(n => lines[n - 1].Trim()).Where(line => line.Length > 0));

    private const int Probe = 12;

    // Who answers and by when is read from the part itself where it says so, else it is as it was.
    private static TaskPart Part(string text, int first, int last, DraftTask? from)
    {
        var read = NoticeParser.Parse(new SourceText("", text.Split('\n'))).Documents.SelectMany(document => document.Tasks).ToList();
        var units = read.SelectMany(task => task.Departments).DistinctBy(unit => unit.Name)
            .Select(unit => new DraftUnit(0, unit.Name, unit.Role, unit.Kind, unit.Note)).ToList();
        var number = Number().Match(text);
        return new TaskPart(number.Success ? number.Value : null, FirstSentence(text), text, first, last)
        {
            Units = units.Count > 0 || from is null ? units : [.. from.Units.Select(unit => unit with { Key = 0 })],
            Deadline = read.Select(task => DraftReading.Deadline(task.Deadline)).FirstOrDefault(deadline => deadline is not null) ?? from?.Deadline,
        };
    }

    private static string FirstSentence(string text)
    {
        var bare = text[Number().Match(text).Length..];
        var end = bare.IndexOfAny(['。', ';', '；', '\n']);
        var sentence = (end > 0 ? bare[..end] : bare).Trim();
        return sentence.Length <= Longest ? sentence : sentence[..Longest];
    }

    private const int Longest = 200;

    private static (int Line, bool StartsIt) LineOf(IReadOnlyList<string> lines, DraftTask task, string tail)
    {
        var probe = tail[..Math.Min(tail.IndexOf('\n', StringComparison.Ordinal) is > 0 and var end ? end : tail.Length, Probe)];
        for (var n = task.FirstLine; n <= task.LastLine; n++)
        {
            var at = lines[n - 1].IndexOf(probe, StringComparison.Ordinal);
            if (at >= 0)
            {
                return (n, string.IsNullOrWhiteSpace(lines[n - 1][..at]));
            }
        }

        return (task.FirstLine, false);
    }

    [GeneratedRegex(@"^\s*(?:[一二三四五六七八九十百]{1,4}、|[(（][一二三四五六七八九十百\d]{1,4}[)）]|\d{1,3}[.．、)）](?!\d)|第[一二三四五六七八九十百\d]{1,4}条)\s*")]
    private static partial Regex Number();
}
