using System.Text.RegularExpressions;
using PolicyTracker.Parsing.Lines;
using PolicyTracker.Parsing.Structure;

namespace PolicyTracker.Parsing.Tasks;

/// <summary>
/// Items that name who does them in front: 市某局:负责… under a heading of duties, and in minutes of a meeting
/// 由某局牵头,某局配合,… as the sentence that was decided.
/// </summary>
internal static partial class NamedDuty
{
    /// <summary>Whether items under a heading are listed by organ (职责分工, 部门职责).</summary>
    public static bool IsDutyHeading(string clean) => clean.Length < 24 && DutyHeading().IsMatch(clean);

    /// <summary>市教育局:负责校园安全工作 — the organ in front of the colon; null for any other text.</summary>
    public static TagContent? ReadListed(Paragraph p)
    {
        var from = p.Number?.Length ?? 0;
        return Listed().Match(p.Clean, from) is { Success: true } m && m.Index == from ? Read(p, m.Groups["who"], Role.Responsible) : null;
    }

    /// <summary>由县某局牵头,县某局配合: only in minutes, where the sentence itself is the order; null for any other text.</summary>
    public static TagContent? ReadDecided(Paragraph p)
    {
        if (Decided().Match(p.Clean) is not { Success: true } m) return null;
        var content = new TagContent();
        new ClauseReader(p, new ElidedPrefix(), content).Read(m.Groups["who"].Index, m.Index + m.Length, null);
        return content.Strange == 0 && content.SaysRole && content.Responsibilities.Count > 0 ? content : null;
    }

    private static TagContent? Read(Paragraph p, Group who, Role role)
    {
        var content = new TagContent();
        new ClauseReader(p, new ElidedPrefix(), content).Read(who.Index, who.Index + who.Length, role);
        return content.Strange == 0 && content.Responsibilities.Count > 0 ? content : null;
    }

    [GeneratedRegex("(?:职责|责任|任务|部门|工作)分工|部门职责|单位职责|职责任务|工作职责$")]
    private static partial Regex DutyHeading();

    [GeneratedRegex("\\G(?<who>[\u4E00-\u9FFF、()]{2,60}?)[:。](?=负责|牵头|配合|指导|组织|承担|做好|会同|统筹|协调|按照|依法|具体|督促|加强|落实|制定)", RegexOptions.ExplicitCapture)]
    private static partial Regex Listed();

    [GeneratedRegex("(?<=^|[。;,:)、])由(?<who>[\u4E00-\u9FFF、()]{2,80}?)(?:牵头(?:负责)?|负责)(?:(?=[,。;])(?:,[\u4E00-\u9FFF、()]{2,60}?(?:配合|参与|协助))?)?(?=[,。;]|[\u4E00-\u9FFF])", RegexOptions.ExplicitCapture)]
    private static partial Regex Decided();
}
