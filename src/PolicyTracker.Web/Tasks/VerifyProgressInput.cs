using System.Globalization;
using PolicyTracker.Core.Tasks;

namespace PolicyTracker.Web.Tasks;

/// <summary>核实进度 as it was typed: what is no number stays in the field, with a word about it.</summary>
public sealed class VerifyProgressInput
{
    public string? Percent { get; set; }

    public string? Words { get; set; }

    public string? Version { get; set; }

    public VerifyProgressForm Read() => new()
    {
        Percent = int.TryParse(Percent?.Trim().TrimEnd('%', '％'), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var percent) ? percent : null,
        Words = Words,
        // A page's form always carries the version that the person saw; one that does not counts as stale.
        Version = uint.TryParse(Version, CultureInfo.InvariantCulture, out var version) ? version : 0,
    };
}
