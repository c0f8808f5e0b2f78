using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace PolicyTracker.Core.Accounts;

/// <summary>A bearer token for the API: carries the rights of its account, stored as a hash, shown once.</summary>
public sealed class ApiToken
{
    public int Id { get; init; }

    public int AccountId { get; init; }

    /// <summary>What it is for, in the words of who made it.</summary>
    public string Name { get; init; } = "";

    public required byte[] Hash { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Null: does not expire.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    public DateTimeOffset? RevokedAt { get; set; }

    /// <summary>Makes a token of 256 random bits and the row that stores its hash.</summary>
    public static (string Secret, ApiToken Row) Create(int accountId, DateTimeOffset now, int? expiresAfterDays, string name = "")
    {
        var secret = "pt_" + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        return (secret, new ApiToken
        {
            AccountId = accountId,
            Name = name,
            Hash = HashOf(secret),
            CreatedAt = now,
            ExpiresAt = expiresAfterDays is { } days ? now.AddDays(days) : null,
        });
    }

    /// <summary>A plain SHA-256 is enough: the secret is random, not chosen by a person.</summary>
    public static byte[] HashOf(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}
