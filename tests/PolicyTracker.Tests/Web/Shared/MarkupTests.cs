using System.Text.RegularExpressions;

namespace PolicyTracker.Tests.Web.Shared;

/// <summary>What Razor takes for words though it was meant as code.</summary>
public sealed partial class MarkupTests
{
    [Fact]
    public void Code_after_a_Chinese_word_stands_in_brackets_for_without_them_it_is_printed_as_an_address_of_mail()
    {
        var swallowed = Directory.EnumerateFiles(Path.Combine(Built.Repository, "src", "PolicyTracker.Web"), "*.razor", SearchOption.AllDirectories)
            .SelectMany(file => File.ReadLines(file).Where(line => Swallowed().IsMatch(line)).Select(line => $"{Path.GetFileName(file)}: {line.Trim()}"));
        Assert.Empty(swallowed);
    }

    [GeneratedRegex(@"\p{Lo}@[A-Za-z_]")]
    private static partial Regex Swallowed();
}
