using System.Globalization;

namespace PolicyTracker.Web.Departments;

public enum NameChoiceKind
{
    /// <summary>就是它.</summary>
    Use,

    /// <summary>登记为新单位.</summary>
    Make,

    /// <summary>登记为群组.</summary>
    MakeGroup,

    /// <summary>认作 a department that the person names.</summary>
    Other,
}

/// <summary>What one button of the list says: the list is one form, so that a name which is no longer there is told and not lost.</summary>
public sealed record NameChoice(NameChoiceKind Kind, int JurisdictionId, int DepartmentId, string PrintedName)
{
    /// <summary>The field beside the button for <see cref="NameChoiceKind.Other"/>.</summary>
    public string FieldName => $"other-{JurisdictionId}-{PrintedName}";

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Kind}|{JurisdictionId}|{DepartmentId}|{PrintedName}");

    /// <summary>Null where it was tampered with.</summary>
    public static NameChoice? Read(string? value) =>
        value?.Split('|', 4) is [var kind, var place, var department, var name] && Enum.TryParse<NameChoiceKind>(kind, out var chosen) && Enum.IsDefined(chosen)
        && int.TryParse(place, CultureInfo.InvariantCulture, out var placeId) && int.TryParse(department, CultureInfo.InvariantCulture, out var departmentId)
            ? new(chosen, placeId, departmentId, name)
            : null;
}
