using System.Text.RegularExpressions;
using PolicyTracker.Parsing.Lines;

namespace PolicyTracker.Parsing.Structure;

/// <summary>Who signed and when (GB/T 9704-2012, 7.3.5): organs on a line, the date under or beside them.</summary>
/// <param name="First">Index of its first block.</param>
/// <param name="Last">Index of its last block.</param>
internal readonly record struct Signature(int First, int Last, string? Issuer, DateOnly IssuedOn);

/// <summary>Finds signatures among the blocks of a document.</summary>
internal static partial class SignatureReader
{
    public static List<Signature> Read(IReadOnlyList<Block> blocks, int from)
    {
        var found = new List<Signature>();
        for (var i = Math.Max(from, 0); i < blocks.Count; i++)
        {
            if (blocks[i] is not Paragraph p || p.Clean.Length is < 6 or > 70) continue;
            var bare = p.Clean.Trim('(', ')');
            if (Tasks.Dates.WholeDay(bare) is { } day && OnlyDate().IsMatch(bare)) found.Add(WithOrgans(blocks, i, day, from));
            else if (OrganAndDate().Match(p.Clean) is { Success: true } m && Tasks.Dates.WholeDay(m.Groups["d"].Value) is { } both)
                found.Add(new(i, i, p.PrintTight(0, m.Groups["d"].Index), both));
        }
        return found;
    }

    /// <summary>The title's own organ on a line of its own below the head, where a copy lost the day of the signature; null where it does not stand.</summary>
    public static string? Undated(IReadOnlyList<Block> blocks, int from, string? organ)
    {
        if (organ is null) return null;
        var key = Titles.Key(organ);
        var signed = blocks.Skip(Math.Max(from, 0)).OfType<Paragraph>().FirstOrDefault(p => p.Clean.Length <= organ.Length + 2 && p.Number is null && Titles.Key(p.Clean) == key);
        return signed?.PrintTight(0, signed.Clean.Length);
    }

    private static Signature WithOrgans(IReadOnlyList<Block> blocks, int at, DateOnly day, int from)
    {
        var organs = new List<string>();
        var first = at;
        for (var i = at - 1; i >= from && organs.Count < 12; i--)
        {
            if (i == at - 1 && blocks[i] is Paragraph seal && SealLine().IsMatch(seal.Clean)) { first = i; continue; }
            if (blocks[i] is not Paragraph p || !Titles.IsOrganLine(p.Clean) || p.Number is not null || p.Clean.EndsWith("文件", StringComparison.Ordinal)) break;
            organs.Insert(0, Organs(p));
            first = i;
            if (i > from && blocks[i - 1] is Paragraph above && GoesOnFrom(above, p))
            {
                organs[0] = above.PrintTight(0, above.Clean.Length) + organs[0];
                first = --i;
            }
        }
        return new(first, at, organs.Count == 0 ? null : string.Join("、", organs), day);
    }

    /// <summary>A long name on two lines: the upper one has the place and is no organ by itself, the lower one is no organ of a place.</summary>
    private static bool GoesOnFrom(Paragraph above, Paragraph below) =>
        Titles.IsOrganLine(above.Clean + below.Clean) && Titles.IsTitlePiece(above)
        && (Titles.LacksItsPlace(below.Clean) || (Place().IsMatch(above.Clean) && !Titles.IsOrganLine(above.Clean) && !Place().IsMatch(below.Clean)));

    /// <summary>Joint signatures stand side by side with wide blanks: 国务院　中央军委; or a copy lost the blanks: 某区教育局某区财政局.</summary>
    private static string Organs(Paragraph p)
    {
        var names = new List<string>();
        var from = 0;
        for (var i = 2; i < p.Clean.Length - 1; i++)
        {
            if (!(p.HasBlankBefore(i) || p.Clean.AsSpan(i).StartsWith(p.Clean.AsSpan(0, 2), StringComparison.Ordinal)) || !Titles.IsOrganLine(p.Clean[from..i])) continue;
            names.Add(p.PrintTight(from, i));
            from = i;
        }
        names.Add(Seal().Replace(p.PrintTight(from, p.Clean.Length), ""));
        return string.Join("、", names);
    }

    [GeneratedRegex("^[\u4E00-\u9FFF]{2,8}?[省市县区州旗盟镇乡]")]
    private static partial Regex Place();

    /// <summary>Another organ's seal in place of its own: (代章).</summary>
    [GeneratedRegex("[(（](?:代章?|盖章|印章?|章)[)）]$")]
    private static partial Regex Seal();

    /// <summary>(市某局代章) on a line of its own.</summary>
    [GeneratedRegex("^\\([\u4E00-\u9FFF]{2,30}代章?\\)$")]
    private static partial Regex SealLine();

    [GeneratedRegex("^[0-9〇○零O一二三四五六七八九十元./年月日-]{8,14}$")]
    private static partial Regex OnlyDate();

    [GeneratedRegex("^[\u4E00-\u9FFF、()]{2,40}(?:政府|办公厅|办公室|委员会|局|厅|委|部|院|会|国务院|小组|指挥部)(?<d>(?:(?:19|20)\\d\\d|[一二][〇○零O一二三四五六七八九]{3})年.{1,5}月.{1,3}日)$", RegexOptions.ExplicitCapture)]
    private static partial Regex OrganAndDate();
}
