using System.Globalization;
using PolicyTracker.Core.Bulletins;

namespace PolicyTracker.Web.Bulletins;

/// <summary>A bulletin as it was typed.</summary>
public sealed class BulletinInput
{
    public string? Version { get; set; }

    public string? Number { get; set; }

    public string? Title { get; set; }

    public string? Issuer { get; set; }

    public string? Overview { get; set; }

    public string? Problems { get; set; }

    public string? NextSteps { get; set; }

    /// <summary>What the person wants to do once it is saved.</summary>
    public string? Then { get; set; }

    private (string Label, string? Words)[] Fields =>
        [("期号", Number), ("标题", Title), ("总体情况", Overview), ("存在问题", Problems), ("下步要求", NextSteps), ("落款单位", Issuer)];

    public static BulletinInput Of(BulletinView view) => new()
    {
        Number = view.Content.Number.ToString(CultureInfo.InvariantCulture),
        Title = view.Content.Title,
        Issuer = view.Content.Issuer,
        Overview = view.Content.Text.Overview,
        Problems = view.Content.Text.Problems,
        NextSteps = view.Content.Text.NextSteps,
    };

    public BulletinForm Read() => new()
    {
        Version = uint.TryParse(Version, CultureInfo.InvariantCulture, out var seen) ? seen : null,
        Number = int.TryParse(Number?.Trim(), CultureInfo.InvariantCulture, out var number) ? number : null,
        Title = Title,
        Issuer = Issuer,
        Overview = Overview,
        Problems = Problems,
        NextSteps = NextSteps,
    };

    /// <summary>The other's words of each field that says something else here.</summary>
    public IReadOnlyList<(string Label, string Words)> DifferencesFrom(BulletinInput other) =>
        [.. Fields.Zip(other.Fields).Where(pair => Plain(pair.First.Words) != Plain(pair.Second.Words)).Select(pair => (pair.First.Label, pair.Second.Words ?? ""))];

    private static string Plain(string? words) => (words ?? "").ReplaceLineEndings("\n").Trim();
}
