using System.Text;
using PolicyTracker.Parsing.Lines;

namespace PolicyTracker.Parsing.Tasks;

/// <summary>The folded text of a task without its tags, put together of stretches of paragraphs; it knows where each of them stands.</summary>
internal sealed class TaskText
{
    private readonly StringBuilder text = new();
    private readonly List<(int At, Paragraph Paragraph, int From)> stretches = [];

    public string Clean => text.ToString();

    /// <summary>Adds a stretch, and a full stop that parts it from the next.</summary>
    public void Add(Paragraph paragraph, int from, int to)
    {
        if (from >= to) return;
        stretches.Add((text.Length, paragraph, from));
        text.Append(paragraph.Clean, from, to - from).Append('。');
    }

    /// <summary>A paragraph without the tags in it.</summary>
    public void AddWithoutTags(Paragraph paragraph, IReadOnlyList<Tag> tags)
    {
        var from = 0;
        foreach (var tag in tags)
        {
            if (tag.GoesOnIn(paragraph)) return;
            if (tag.Paragraph != paragraph) continue;
            Add(paragraph, from, Math.Max(tag.Start, from));
            from = tag.End;
        }
        Add(paragraph, from, paragraph.Clean.Length);
    }

    /// <summary>Where words between two positions are printed, the end exclusive.</summary>
    public TextSpan Span(int start, int end)
    {
        var (at, paragraph, from) = stretches.FindLast(s => s.At <= start);
        return paragraph.Span(start - at + from, end - at + from);
    }
}
