using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Storage;

namespace PolicyTracker.Core.Supervision;

/// <summary>The thresholds of every jurisdiction on one day: its own, else those of the nearest above it, else the default.</summary>
public sealed class ThresholdBook
{
    private readonly Dictionary<int, SignalThresholds> deviating;

    private ThresholdBook(Dictionary<int, SignalThresholds> deviating) => this.deviating = deviating;

    /// <summary>The jurisdictions that are not judged by the default, by what they are judged by.</summary>
    public IEnumerable<(SignalThresholds Thresholds, int[] Jurisdictions)> Deviating =>
        deviating.GroupBy(pair => pair.Value, pair => pair.Key).Select(group => (group.Key, group.ToArray()));

    public SignalThresholds Of(int jurisdictionId) => deviating.GetValueOrDefault(jurisdictionId, SignalThresholds.Default);

    public static async Task<ThresholdBook> OnAsync(TrackerDb db, DateOnly day, CancellationToken cancellation = default)
    {
        var settings = await db.SignalSettings.AsNoTracking()
            .Where(setting => setting.HoldsFrom <= day
                && !db.SignalSettings.Any(later => later.JurisdictionId == setting.JurisdictionId && later.HoldsFrom <= day && later.HoldsFrom > setting.HoldsFrom))
            .Select(setting => new { setting.Jurisdiction!.Path, Thresholds = new SignalThresholds(setting.YellowDays, setting.GapYellow, setting.GapRed) })
            .ToListAsync(cancellation);
        var deviating = new Dictionary<int, SignalThresholds>();
        // From the root down, so that the nearest has the last word.
        foreach (var setting in settings.OrderBy(setting => setting.Path.Length))
        {
            var below = await db.Jurisdictions.Where(j => j.Path.StartsWith(setting.Path)).Select(j => j.Id).ToListAsync(cancellation);
            below.ForEach(id => deviating[id] = setting.Thresholds);
        }

        foreach (var (id, _) in deviating.Where(pair => pair.Value == SignalThresholds.Default).ToList())
        {
            deviating.Remove(id);
        }

        return new ThresholdBook(deviating);
    }
}
