using System.Diagnostics;
using System.Security.Cryptography;

namespace PolicyTracker.Web.Logging;

/// <summary>参考号: eight characters that a person can read out on the telephone, and that stand in the log line of the same event.</summary>
public static class ReferenceNumber
{
    /// <summary>That of the request or event being handled; a new one where nothing is traced (as within a circuit).</summary>
    public static string Current() =>
        Activity.Current is { } activity
            ? activity.TraceId.ToHexString()[..8].ToUpperInvariant()
            : RandomNumberGenerator.GetHexString(8);
}
