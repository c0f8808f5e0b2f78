using System.Globalization;
using System.Text;
using PolicyTracker.Core.Tasks;

namespace PolicyTracker.Core.Deadlines;

/// <summary>
/// A feed as iCalendar (RFC 5545): each task is an event of the whole day on which it falls due. It is no message to anybody, so it has
/// no METHOD: with one, RFC 5546 asks of every event who organizes it, and strict programs call an event without that broken.
/// </summary>
public static class CalendarText
{
    /// <summary>RFC 5545, 3.1: octets of a line without its end.</summary>
    private const int LongestLine = 75;

    /// <param name="portal">The portal's own address, with a slash at its end: an event leads to its task.</param>
    public static string Write(Feed feed, string portal)
    {
        var text = new StringBuilder();
        Line(text, "BEGIN", "VCALENDAR");
        Line(text, "VERSION", "2.0");
        Line(text, "PRODID", "-//PolicyTracker//PolicyTracker//ZH");
        Line(text, "CALSCALE", "GREGORIAN");
        Line(text, "X-WR-CALNAME", Escaped($"{feed.Department}任务期限"));
        Line(text, "REFRESH-INTERVAL;VALUE=DURATION", "PT6H");
        Line(text, "X-PUBLISHED-TTL", "PT6H");
        foreach (var task in feed.Tasks)
        {
            Event(text, task, task.Clock.DueAsOf(task.Clock.StoppedOn ?? feed.Today)!.Value, portal);
        }

        Line(text, "END", "VCALENDAR");
        return text.ToString();
    }

    private static void Event(StringBuilder text, FeedTask task, DateOnly due, string portal)
    {
        var moment = task.UpdatedAt.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        Line(text, "BEGIN", "VEVENT");
        Line(text, "UID", string.Create(CultureInfo.InvariantCulture, $"task-{task.Id}@policytracker"));
        Line(text, "DTSTAMP", moment);
        Line(text, "LAST-MODIFIED", moment);
        Line(text, "SEQUENCE", task.Acts.ToString(CultureInfo.InvariantCulture));
        Line(text, "DTSTART;VALUE=DATE", Day(due));
        Line(text, "DTEND;VALUE=DATE", Day(due.AddDays(1)));
        Line(text, "SUMMARY", Escaped($"到期：{task.Title}"));
        Line(text, "DESCRIPTION", Escaped($"{task.Clock.State.Word()}\n{task.Source}"));
        Line(text, "URL", string.Create(CultureInfo.InvariantCulture, $"{portal}tasks/{task.Id}"));
        Line(text, "TRANSP", "TRANSPARENT");
        Line(text, "END", "VEVENT");
    }

    private static string Day(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    /// <summary>RFC 5545, 3.3.11. Other control characters may not stand in a text at all.</summary>
    private static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            escaped.Append(c switch
            {
                '\\' or ';' or ',' => $"\\{c}",
                '\n' => "\\n",
                '\t' => "\t",
                _ when char.IsControl(c) => "",
                _ => c.ToString(),
            });
        }

        return escaped.ToString();
    }

    // Folded between characters, never within one: programs that decode each line by itself would show rubbish.
    private static void Line(StringBuilder text, string name, string value)
    {
        var octets = 0;
        foreach (var rune in $"{name}:{value}".EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > LongestLine)
            {
                text.Append("\r\n ");
                octets = 1;
            }

            text.Append(rune);
            octets += rune.Utf8SequenceLength;
        }

        text.Append("\r\n");
    }
}
