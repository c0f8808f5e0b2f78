namespace PolicyTracker.Core.Import.Desk;

/// <summary>待核对: one place that a person should look at before the import is confirmed.</summary>
/// <param name="Key">Stable while the draft lives.</param>
/// <param name="Document">Key of the document that it belongs to.</param>
/// <param name="Line">Where it is printed, 1-based.</param>
public sealed record Doubt(string Key, DoubtKind Kind, int Document, int Line, string Message)
{
    public int? Task { get; init; }

    /// <summary>The printed name that is unknown; null for any other kind.</summary>
    public string? Name { get; init; }

    /// <summary>The task that is there already and says nearly the same; null for any other kind.</summary>
    public long? TaskThere { get; init; }

    /// <summary>Doubts of one class can be accepted together.</summary>
    public string Class { get; init; } = "";
}

public enum DoubtKind
{
    /// <summary>The issuer's jurisdiction is not in the portal, or cannot be told.</summary>
    Place,

    /// <summary>The same number is there already with another text.</summary>
    Version,

    /// <summary>A printed name that the register does not know.</summary>
    Name,

    /// <summary>A field, role, deadline or bound that the reader was not certain of.</summary>
    Field,

    /// <summary>A diagnostic of the reader.</summary>
    Text,

    /// <summary>The notice says that an earlier document ends.</summary>
    Annulment,

    /// <summary>A task of another notice says nearly the same.</summary>
    Duplicate,
}

public static class DoubtKinds
{
    public static string Word(this DoubtKind kind) => kind switch
    {
        DoubtKind.Place => "辖区",
        DoubtKind.Version => "新版本",
        DoubtKind.Name => "单位",
        DoubtKind.Field => "识别",
        DoubtKind.Text => "文字",
        DoubtKind.Annulment => "废止",
        DoubtKind.Duplicate => "重复",
    };
}
