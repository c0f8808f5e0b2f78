namespace PolicyTracker.Core.Storage;

/// <summary>A key that protects cookies, as ASP.NET writes it in XML; in the database so that instances share it.</summary>
public sealed class DataProtectionKey
{
    public int Id { get; init; }

    public required string Name { get; init; }

    public required string Xml { get; init; }
}
