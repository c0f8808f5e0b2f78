namespace PolicyTracker.Web.Shared;

/// <summary>Titles of notices for places where the whole one does not fit.</summary>
public static class NoticeTitle
{
    private static readonly string[] Endings = ["的通知", "的函", "的批复"];

    /// <summary>
    /// What the notice is about: 乐山市人民政府办公室关于印发《乐山市…方案》的通知 → 乐山市…方案,
    /// 四川省人民政府关于做好…工作的实施意见 → 做好…工作的实施意见. Titles of another form stay as they are.
    /// </summary>
    public static string Short(string title)
    {
        if (After(title, "关于印发") is { } issued)
        {
            var name = Endings.FirstOrDefault(ending => issued.EndsWith(ending, StringComparison.Ordinal)) is { } ending ? issued[..^ending.Length] : issued;
            return name is ['《' or '〈', .. var inner, '》' or '〉'] ? inner : name;
        }

        return After(title, "关于") ?? title;
    }

    private static string? After(string title, string words)
    {
        var at = title.IndexOf(words, StringComparison.Ordinal);
        return at >= 0 && at + words.Length < title.Length ? title[(at + words.Length)..] : null;
    }
}
