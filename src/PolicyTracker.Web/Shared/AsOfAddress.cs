using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.WebUtilities;

namespace PolicyTracker.Web.Shared;

/// <summary>查看日期 in an address: <c>as-of=2026-11-01</c>.</summary>
public static class AsOfAddress
{
    public const string Name = "as-of";

    /// <summary>The same page on that day; null: now.</summary>
    public static string Of(string address, DateOnly? asOf) => asOf is { } day ? QueryHelpers.AddQueryString(address, Name, day.Iso()) : address;

    /// <summary>The page that is shown, as it is now; of a list its first page.</summary>
    public static string Present(this NavigationManager navigation) =>
        navigation.GetUriWithQueryParameters(new Dictionary<string, object?> { [Name] = null, ["page"] = null });
}
