using System.Text;
using PolicyTracker.Core.Deadlines;
using PolicyTracker.Core.Tasks;
using PolicyTracker.Parsing;

namespace PolicyTracker.Tests.Core.Deadlines;

/// <summary>RFC 5545, as strict programs read it.</summary>
public sealed class CalendarTextTests
{
    private static readonly DateOnly Today = new(2031, 3, 4);
    private static readonly DateTimeOffset Noon = new(2031, 3, 1, 12, 0, 0, TimeSpan.FromHours(8));

    [Fact]
    public void Task_is_an_event_of_the_whole_day_on_which_it_falls_due()
    {
        var lines = Lines(Task("改造老旧管网", new DateOnly(2031, 12, 31)));
        Assert.Equal("BEGIN:VCALENDAR", lines[0]);
        Assert.Equal("END:VCALENDAR", lines[^1]);
        Assert.Contains("DTSTART;VALUE=DATE:20311231", lines);
        Assert.Contains("DTEND;VALUE=DATE:20320101", lines);
        Assert.Contains("UID:task-7@policytracker", lines);
        Assert.Contains("DTSTAMP:20310301T040000Z", lines);
        Assert.Contains("SUMMARY:到期：改造老旧管网", lines);
        Assert.Contains("DESCRIPTION:办理中\\n《方案》大政发〔2031〕7号", lines);
        Assert.Contains("URL:https://example.test/tasks/7", lines);
    }

    // RFC 5546, 3.2.1: an event of a calendar with METHOD must have an ORGANIZER.
    [Fact]
    public void Feed_is_no_message_of_an_organizer() =>
        Assert.DoesNotContain(Lines(Task("改造老旧管网", Today)), line => line.StartsWith("METHOD", StringComparison.Ordinal));

    [Fact]
    public void Recurring_task_stands_on_its_next_date() =>
        Assert.Contains("DTSTART;VALUE=DATE:20310331", Lines(Task("按季通报", null, DeadlineCycle.Quarter)));

    [Fact]
    public void Lines_end_with_both_characters_and_have_at_most_75_octets_of_whole_characters()
    {
        var title = string.Concat(Enumerable.Repeat("统筹推进𠀀城乡a供水,", 40));
        var text = CalendarText.Write(new Feed("市水务局", Today, [Task(title, Today)]), "https://example.test/");
        Assert.EndsWith("\r\n", text, StringComparison.Ordinal);
        var raw = text[..^2].Split("\r\n");
        Assert.All(raw, line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 1, 75));
        Assert.All(raw, line => Assert.DoesNotContain('�', Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(line))));
        Assert.DoesNotContain(raw, line => line.Contains('\n') || line.Contains('\r'));
        Assert.Contains($"SUMMARY:到期：{title.Replace(",", "\\,", StringComparison.Ordinal)}", Unfolded(text));
    }

    [Fact]
    public void What_has_a_meaning_is_escaped_and_what_may_not_stand_there_is_left_out() =>
        Assert.Contains(@"SUMMARY:到期：甲\;乙\,丙\\丁\n戊", Lines(Task("甲;乙,丙\\丁\r\n\u0007戊\u0085", Today)));

    private static FeedTask Task(string title, DateOnly? due, DeadlineCycle? cycle = null) =>
        new(7, title, "《方案》大政发〔2031〕7号", new TaskClock(TaskState.InProgress, due, cycle is null ? DeadlineKind.By : DeadlineKind.Recurring, cycle, null), Noon, 3);

    private static string[] Lines(FeedTask task) => Unfolded(CalendarText.Write(new Feed("市水务局", Today, [task]), "https://example.test/"));

    private static string[] Unfolded(string text) => text[..^2].Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n");
}
