using System.Collections.Frozen;

namespace PolicyTracker.Core.Evidence;

/// <summary>The kinds of file that are taken as evidence: by the name's ending, with first bytes that agree with it.</summary>
public static class EvidenceFormat
{
    private static readonly byte[] Zip = [(byte)'P', (byte)'K', 3, 4];
    private static readonly byte[] Ole = [0xD0, 0xCF, 0x11, 0xE0];

    private static readonly FrozenDictionary<string, byte[]> FirstBytes = new Dictionary<string, byte[]>
    {
        [".pdf"] = [.. "%PDF"u8],
        [".ofd"] = Zip,
        [".docx"] = Zip,
        [".xlsx"] = Zip,
        [".pptx"] = Zip,
        [".zip"] = Zip,
        [".doc"] = Ole,
        [".xls"] = Ole,
        [".ppt"] = Ole,
        [".wps"] = Ole,
        [".et"] = Ole,
        [".jpg"] = [0xFF, 0xD8, 0xFF],
        [".jpeg"] = [0xFF, 0xD8, 0xFF],
        [".png"] = [0x89, (byte)'P', (byte)'N', (byte)'G'],
        [".txt"] = [],
        [".csv"] = [],
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>For the accept attribute of a file field.</summary>
    public static string Accept { get; } = string.Join(',', FirstBytes.Keys.Order(StringComparer.Ordinal));

    /// <summary>How many bytes <see cref="Refusal"/> wants to see.</summary>
    public const int HeadLength = 512;

    /// <summary>Why a file cannot be taken, in Chinese; null when it can.</summary>
    public static string? Refusal(string name, ReadOnlySpan<byte> head)
    {
        if (!FirstBytes.TryGetValue(Path.GetExtension(name), out var first))
        {
            return $"不能上传“{name}”：只收 PDF、OFD、Word、Excel、PPT、WPS、图片（jpg、png）、文本（txt、csv）和 zip 文件。";
        }

        if (head.IsEmpty)
        {
            return $"“{name}”是空文件。";
        }

        return head.StartsWith(first) && (first.Length > 0 || !head.Contains((byte)0))
            ? null
            : $"“{name}”的内容与它的扩展名不符，请确认文件没有损坏、没有改过扩展名。";
    }
}
