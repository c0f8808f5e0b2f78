using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using PolicyTracker.Core.Bulletins;
using PolicyTracker.Web.Shared;

namespace PolicyTracker.Web.Bulletins;

/// <summary>Where the bulletins are.</summary>
public static class BulletinAddress
{
    public const string List = "/bulletins";
    public const string New = List + "/new";

    public static string Of(int id) => $"{List}/{id.ToString(CultureInfo.InvariantCulture)}";

    public static string Edit(int id) => Of(id) + "/edit";

    public static string Paper(int id) => Of(id) + "/docx";

    public static string Act(int id, BulletinAct act) => $"{Of(id)}?act={act}#act";

    public static string Recount(int id, BulletinPeriod? period = null) => period is null ? Of(id) + "/recount"
        : QueryHelpers.AddQueryString(Of(id) + "/recount", new Dictionary<string, string?> { ["from"] = period.From.Iso(), ["until"] = period.Until.Iso() });

    public static string Of(BulletinState state) => $"{List}?state={state}";

    /// <summary>A day as a date field sends it; null where it is none.</summary>
    public static DateOnly? ReadDay(string? typed) =>
        DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
