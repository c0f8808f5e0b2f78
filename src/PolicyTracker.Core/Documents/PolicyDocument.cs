using PolicyTracker.Core.Departments;
using PolicyTracker.Core.Tasks;

namespace PolicyTracker.Core.Documents;

/// <summary>文件: one issued notice as it was read from a source file.</summary>
public sealed class PolicyDocument
{
    public int Id { get; init; }

    public int SourceFileId { get; init; }

    public SourceFile? SourceFile { get; init; }

    public int JurisdictionId { get; set; }

    public Jurisdiction? Jurisdiction { get; set; }

    public required string Title { get; set; }

    /// <summary>发文字号, e.g. 川府发〔2016〕55号.</summary>
    public string? DocumentNumber { get; set; }

    /// <summary>发文机关.</summary>
    public string? IssuingAuthority { get; set; }

    /// <summary>主送机关.</summary>
    public string? Addressees { get; set; }

    /// <summary>索引号.</summary>
    public string? IndexNumber { get; set; }

    /// <summary>成文日期.</summary>
    public DateOnly? IssuedOn { get; set; }

    /// <summary>发布日期.</summary>
    public DateOnly? PublishedOn { get; set; }

    /// <summary>First line in the source file, 1-based.</summary>
    public int FirstLine { get; init; }

    /// <summary>Last line in the source file, inclusive.</summary>
    public int LastLine { get; init; }

    public DateTimeOffset ImportedAt { get; init; }

    public List<PolicyTask> Tasks { get; init; } = [];

    /// <summary>《关于…的通知》（川府发〔2016〕55号）, as one notice names another.</summary>
    public static string Cited(string title, string? number) => number is null ? $"《{title}》" : $"《{title}》（{number}）";
}
