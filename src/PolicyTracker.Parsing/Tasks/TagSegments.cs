using PolicyTracker.Parsing.Lines;

namespace PolicyTracker.Parsing.Tasks;

/// <summary>The words of a tag, cut at its labels: each label rules what follows it up to the next.</summary>
internal static class TagSegments
{
    /// <summary>Reads what stands before, between and behind the labels, one elided prefix for all of it.</summary>
    public static void Read(Paragraph paragraph, int from, int to, List<TagLabel> labels, TagContent content, ElidedPrefix? prefix = null)
    {
        prefix ??= new ElidedPrefix();
        var firstEnd = labels.Count > 0 ? labels[0].Start : to;
        if (firstEnd > from) new ClauseReader(paragraph, prefix, content).Read(from, firstEnd, null);
        var leads = labels.Exists(l => l.Kind == LabelKind.Lead && Says(paragraph, l, "牵头"));
        for (var i = 0; i < labels.Count; i++)
        {
            // Beside 牵头单位, 主办单位 does the work and does not lead it.
            if (leads && labels[i].Kind == LabelKind.Lead && Says(paragraph, labels[i], "主办")) labels[i] = labels[i] with { Kind = LabelKind.Responsible };
            var end = i + 1 < labels.Count ? labels[i + 1].Start : to;
            ReadSegment(paragraph, labels[i], end, content, prefix);
        }
    }

    private static bool Says(Paragraph paragraph, TagLabel label, string word) => paragraph.Clean.AsSpan(label.Start, label.End - label.Start).Contains(word, StringComparison.Ordinal);

    private static void ReadSegment(Paragraph paragraph, TagLabel label, int end, TagContent content, ElidedPrefix prefix)
    {
        var text = paragraph.Clean;
        end = WithoutClosing(text, label.End, end);
        switch (label.Kind)
        {
            case LabelKind.Lead: ReadList(paragraph, label.End, end, Role.Lead, content, prefix); break;
            case LabelKind.Responsible: ReadList(paragraph, label.End, end, Role.Responsible, content, prefix); break;
            case LabelKind.Support: ReadList(paragraph, label.End, end, Role.Support, content, prefix); break;
            case LabelKind.Leader: content.Leaders.AddRange(OrganList.Cut(paragraph, label.End, end).Select(n => paragraph.PrintTight(n.Start, n.End))); break;
            case LabelKind.Time when end > label.End:
                content.Deadlines.Add((paragraph.PrintTight(label.End, end), new Origin(paragraph.Span(label.End, end), "deadline-label", Certainty.Certain)));
                break;
            case LabelKind.Time or LabelKind.Ignored: break;
        }
    }

    /// <summary>
    /// A list of organs ends with its sentence. A sentence behind it (…。市统计局配合。) is read for itself, and only where it names organs too:
    /// 责任单位:市财政局。要逐笔核对,及时入账。
    /// </summary>
    private static void ReadList(Paragraph paragraph, int from, int end, Role role, TagContent content, ElidedPrefix prefix)
    {
        var stop = EndOfSentence(paragraph.Clean, from, end);
        new ClauseReader(paragraph, prefix, content).Read(from, stop, role);
        for (from = stop + 1; from < end; from = stop + 1)
        {
            stop = EndOfSentence(paragraph.Clean, from, end);
            var behind = new TagContent();
            new ClauseReader(paragraph, prefix, behind).Read(from, stop, role);
            if (behind.Strange == 0) content.Merge(behind);
            else content.StatesFirstLeads |= behind.StatesFirstLeads;
        }
    }

    /// <summary>The next full stop outside brackets, else the end.</summary>
    private static int EndOfSentence(string text, int from, int end)
    {
        var depth = 0;
        for (var i = from; i < end; i++)
        {
            depth += DepthOf(text[i]);
            if (text[i] == '。' && depth <= 0) return i;
        }
        return end;
    }

    /// <summary>Where the segment ends without the marks at its end and the brackets there that close the tag around it, not one inside it.</summary>
    private static int WithoutClosing(string text, int from, int end)
    {
        var depth = 0;
        for (var i = from; i < end; i++) depth += DepthOf(text[i]);
        for (; end > from; end--)
        {
            if (text[end - 1] is ';' or ',' or '。' or '、' or '|') continue;
            if (DepthOf(text[end - 1]) >= 0 || depth >= 0) break;
            depth++;
        }
        return end;
    }

    private static int DepthOf(char c) => c is '(' or '〔' or '[' or '【' ? 1 : c is ')' or '〕' or ']' or '】' ? -1 : 0;
}
