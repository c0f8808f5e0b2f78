using PolicyTracker.Core.Import;

namespace PolicyTracker.Web.Import;

/// <summary>What the desk says that it takes; the file itself is judged by its content.</summary>
public static class ImportFormats
{
    public const string Accept = ".txt,.md,.html,.htm,.docx,.xlsx,.pdf,.ofd,.doc,.wps,.xls,.rtf,.zip";

    public static readonly IReadOnlyList<string> Words =
    [
        "纯文本（.txt、.md；UTF-8、UTF-16 或 GB18030 编码）",
        "从政府网站存下的网页（.html、.htm）",
        "Word 文档和 Excel 任务表（.docx、.xlsx）",
        "压缩包（.zip），里面的文件逐个接收",
        "有文字的 PDF 和 OFD（扫描件不行）",
        "服务器装有 LibreOffice 的，还有 .doc、.wps、.xls、.rtf",
    ];

    public static string MaxSize => Size(NoticeImport.MaxBytes);

    /// <summary>800字节, 112KB, 20MB.</summary>
    public static string Size(long bytes) => bytes switch
    {
        < 1024 => $"{bytes}字节",
        < 1024 * 1024 => $"{bytes / 1024}KB",
        _ => $"{bytes / 1024.0 / 1024.0:0.#}MB",
    };
}
