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
            if (i > from && Titles.LacksItsPlace(p.Clean) && blocks[i - 1] is Paragraph above && Titles.IsOrganLine(above.Clean + p.Clean) && Titles.IsTitlePiece(above))
            {
                organs[0] = above.PrintTight(0, above.Clean.Length) + organs[0];
                first = --i;
            }
        }
        return new(first, at, organs.Count == 0 ? null : string.Join("、", organs), day);
    }

    /// <summary>Joint signatures stand side by side with wide blanks: 国务院　中央军委.</summary>
    private static string Organs(Paragraph p)
    {
        var names = new List<string>();
        var from = 0;
        for (var i = 2; i < p.Clean.Length - 1; i++)
        {
            if (!p.HasBlankBefore(i) || !Titles.IsOrganLine(p.Clean[from..i])) continue;
            names.Add(p.PrintTight(from, i));
            from = i;
        }
        names.Add(Seal().Replace(p.PrintTight(from, p.Clean.Length), ""));
        return string.Join("、", names);
    }

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
