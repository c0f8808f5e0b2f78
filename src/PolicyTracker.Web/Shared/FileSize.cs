namespace PolicyTracker.Web.Shared;

/// <summary>How large a file is, as a person reads it.</summary>
public static class FileSize
{
    public static string Words(long bytes) => bytes switch
    {
        < 1 << 10 => $"{bytes}字节",
        < 1 << 20 => $"{bytes >> 10}KB",
        _ => $"{bytes / (double)(1 << 20):0.0}MB",
    };
}
