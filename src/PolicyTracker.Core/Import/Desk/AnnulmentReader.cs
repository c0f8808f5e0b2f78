using System.Text.RegularExpressions;

namespace PolicyTracker.Core.Import.Desk;

/// <summary>
/// Finds what a notice puts an end to: 《…通知》(乐府办发〔2012〕3号)同时废止；原《…办法》停止执行. Only in a sentence that says so itself.
/// </summary>
public static partial class AnnulmentReader
{
    public static IEnumerable<Annulment> Read(IReadOnlyList<string> lines, int first, int last)
    {
        for (var i = first; i <= last && i <= lines.Count; i++)
        {
            foreach (var sentence in lines[i - 1].Split('。', ';', '；').Where(sentence => sentence.Length < 400 && Ends().IsMatch(sentence)))
            {
                foreach (Match title in Titles().Matches(sentence))
                {
                    var number = title.Groups["no"].Success ? Bare(title.Groups["no"].Value).Replace('[', '〔').Replace(']', '〕') : null;
                    yield return new(Bare(title.Groups["title"].Value), number, i, sentence.Trim());
                }
            }
        }
    }

    private static string Bare(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    // 废止 as what happens, not as what somebody is to review: 清理、废止不合理的规定.
    [GeneratedRegex("(?:》|[)）]|同时|即行|予以|自行|一并|相应)\\s*(?:同时|即行|予以|自行|一并|相应)?\\s*(?:废止|停止执行|不再执行|失效)")]
    private static partial Regex Ends();

    [GeneratedRegex("《(?<title>[^《》]{4,120}(?:《[^《》]{2,100}》[^《》]{0,40})?)》(?:[(（](?<no>[^()（）]{2,20}[\\[〔](?:19|20)\\d\\d[\\]〕]\\d{1,5}号)[)）])?", RegexOptions.ExplicitCapture)]
    private static partial Regex Titles();
}

/// <param name="Number">Brackets normalised to 〔〕; null when none is printed beside the title.</param>
public sealed record Annulment(string Title, string? Number, int Line, string Words);
