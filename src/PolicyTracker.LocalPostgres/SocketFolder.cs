using System.Security.Cryptography;
using System.Text;

namespace PolicyTracker.LocalPostgres;

/// <summary>
/// The folder of the server's socket as clients name it. A socket's path may have 107 bytes, and a comma or colon in it
/// would read as a list of hosts; where the real folder does not fit, a link of a short name in /tmp stands for it.
/// </summary>
internal sealed class SocketFolder : IDisposable
{
    private const int LongestPath = 107;
    private const string SocketName = "/.s.PGSQL.5432";
    private readonly string? linkFolder;

    public SocketFolder(string folder)
    {
        Path = folder;
        if (Encoding.UTF8.GetByteCount(folder + SocketName) <= LongestPath && folder.AsSpan().IndexOfAny(',', ':') < 0)
            return;
        linkFolder = $"/tmp/policytracker-{RandomNumberGenerator.GetHexString(12, lowercase: true)}";
        Directory.CreateDirectory(linkFolder);
        Path = $"{linkFolder}/s";
        Directory.CreateSymbolicLink(Path, folder);
    }

    public string Path { get; }

    public void Dispose()
    {
        if (linkFolder is null)
            return;
        File.Delete(Path);
        Directory.Delete(linkFolder);
    }
}
