using System.Buffers.Text;
using System.Security.Cryptography;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Departments;

namespace PolicyTracker.Core.Deadlines;

/// <summary>日历订阅: who knows the secret address reads the deadlines of a department, without signing in, until it is revoked.</summary>
public sealed class DepartmentFeed
{
    public int Id { get; init; }

    public int DepartmentId { get; init; }

    public Department? Department { get; init; }

    /// <summary>Whom it was given to, in the words of who made it.</summary>
    public required string Name { get; init; }

    /// <summary>Of the secret, which is nowhere kept.</summary>
    public required byte[] Hash { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>The name that the person bore at that time.</summary>
    public required string CreatedBy { get; init; }

    /// <summary>停用; null while it is read.</summary>
    public DateTimeOffset? RevokedAt { get; private set; }

    public string? RevokedBy { get; private set; }

    /// <summary>Makes a secret of 256 random bits and the row that stores its hash.</summary>
    public static (string Secret, DepartmentFeed Row) Create(int departmentId, string name, Actor by, DateTimeOffset now)
    {
        var secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        return (secret, new DepartmentFeed { DepartmentId = departmentId, Name = name, Hash = ApiToken.HashOf(secret), CreatedAt = now, CreatedBy = by.Name });
    }

    public void Revoke(Actor by, DateTimeOffset now)
    {
        if (RevokedAt is not null)
        {
            throw new RuleException("这个订阅已经停用。");
        }

        (RevokedAt, RevokedBy) = (now, by.Name);
    }
}
