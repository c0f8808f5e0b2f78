using System.Security.Claims;
using PolicyTracker.Core.Accounts;

namespace PolicyTracker.Web.Layout;

/// <summary>A place in the menu; the address prefix also tells whether we are there.</summary>
/// <param name="Role">Shown to this role only; to everybody where null.</param>
public sealed record MenuEntry(string Word, string Address, string? Role = null)
{
    /// <summary>The first four are the ones that a phone shows.</summary>
    private static readonly MenuEntry[] All =
    [
        new("首页", "/"),
        new("台账", "/tasks"),
        new("文件", "/documents"),
        new("单位", "/departments"),
        new("日历", "/calendar"),
        new("统计", "/statistics"),
        new("通报", "/bulletins"),
        new("导入", "/import", AccountRole.Administrator),
        new("辖区", "/jurisdictions", AccountRole.Administrator),
        new("设置", "/settings", AccountRole.Administrator),
        new("账号", "/accounts", AccountRole.Administrator),
        new("审计", "/audit", AccountRole.Auditor),
    ];

    public static IEnumerable<MenuEntry> For(ClaimsPrincipal person) =>
        All.Where(entry => entry.Role is null || person.IsInRole(entry.Role));

    /// <param name="path">Absolute, without query: <c>/tasks/12</c> is within 台账, <c>/tasksomething</c> is not.</param>
    public string? AriaCurrent(string path) =>
        path == Address ? "page"
        : Address != "/" && path.StartsWith(Address + "/", StringComparison.Ordinal) ? "true"
        : null;
}
