using System.Globalization;
using FluentValidation;
using FluentValidation.Results;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Departments;
using PolicyTracker.Core.Storage;

namespace PolicyTracker.Web.Accounts;

/// <summary>An account as it was typed: the department by its name, because a list of thousands helps nobody.</summary>
public sealed class AccountInput
{
    public string? UserName { get; set; }

    public string? DisplayName { get; set; }

    public bool Staff { get; set; }

    public bool Leader { get; set; }

    public bool Supervisor { get; set; }

    public bool Administrator { get; set; }

    public bool Auditor { get; set; }

    public string? Jurisdiction { get; set; }

    public string? Department { get; set; }

    public string? Version { get; set; }

    public int JurisdictionId => int.TryParse(Jurisdiction, CultureInfo.InvariantCulture, out var id) ? id : 0;

    /// <summary>Each role with the field that stands for it and whether it is ticked.</summary>
    public IEnumerable<(string Role, string Field, bool IsTicked)> Ticks =>
    [
        (AccountRole.Staff, nameof(Staff), Staff),
        (AccountRole.Leader, nameof(Leader), Leader),
        (AccountRole.Supervisor, nameof(Supervisor), Supervisor),
        (AccountRole.Administrator, nameof(Administrator), Administrator),
        (AccountRole.Auditor, nameof(Auditor), Auditor),
    ];

    public IReadOnlyList<string> Roles => [.. Ticks.Where(tick => tick.IsTicked).Select(tick => tick.Role)];

    public static AccountInput Of(AccountRow row) => new()
    {
        UserName = row.UserName,
        DisplayName = row.DisplayName,
        Staff = row.Roles.Contains(AccountRole.Staff),
        Leader = row.Roles.Contains(AccountRole.Leader),
        Supervisor = row.Roles.Contains(AccountRole.Supervisor),
        Administrator = row.Roles.Contains(AccountRole.Administrator),
        Auditor = row.Roles.Contains(AccountRole.Auditor),
        Jurisdiction = row.JurisdictionId.ToString(CultureInfo.InvariantCulture),
        Department = row.Department,
        Version = row.Version,
    };

    /// <summary>Null when no department was named.</summary>
    public async Task<int?> DepartmentIdAsync(TrackerDb db, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(Department))
        {
            return null;
        }

        return await DepartmentByName.FindAsync(db, JurisdictionId, Department, cancellation)
            ?? throw new ValidationException([new ValidationFailure("DepartmentId", "所选辖区没有这个单位，请核对名称（简称也可以）。")]);
    }
}
