using PolicyTracker.Parsing.Tasks;

namespace PolicyTracker.Parsing;

/// <summary>What can be told from the words of an organ's name alone.</summary>
public static class OrganNames
{
    private static readonly HashSet<string> Fields = [.. OrganWords.Fields];
    private static readonly HashSet<string> Ends = [.. OrganWords.Endings, .. OrganWords.ElidingEndings, .. OrganWords.WholeNames];
    private static readonly int Longest = OrganWords.Fields.Concat(Ends).Max(word => word.Length);

    /// <summary>市财政局, 国网某市供电公司: an ending of an organ, no verb, no punctuation of a sentence. Classes of organs count too.</summary>
    /// <param name="name">Without white space, brackets half-width.</param>
    public static bool IsOrgan(string name) => OrganName.IsOrgan(name);

    /// <summary>各…, 有关部门, 市直单位, 县(区)政府: a class of organs, not one.</summary>
    /// <param name="name">Without white space, brackets half-width.</param>
    public static bool IsClass(string name) => OrganName.IsGroup(name);

    /// <summary>
    /// Whether fields of work and an ending make up the whole text: 财政局 and 商务粮食局, but not 财攻局. Of two names that differ by
    /// one character, both so made, each is a name of its own (国税局, 地税局).
    /// </summary>
    /// <param name="name">Without its level (市), without 和 and 与.</param>
    public static bool IsOfKnownWords(string name)
    {
        // reached[i]: the first i characters are fields of work.
        var reached = new bool[name.Length + 1];
        reached[0] = true;
        for (var start = 0; start < name.Length; start++)
        {
            if (!reached[start]) continue;
            if (Ends.Contains(name[start..])) return true;
            for (var length = 1; length <= Math.Min(Longest, name.Length - start); length++)
            {
                reached[start + length] |= Fields.Contains(name.Substring(start, length));
            }
        }

        return false;
    }
}
