namespace PolicyTracker.Parsing.Sources;

/// <summary>A file that cannot be taken; the message is the Chinese sentence that a person reads. Never leaves <see cref="SourceReader"/>.</summary>
internal sealed class RefusedException(string message) : Exception(message);

/// <summary>What is wrong with a file and what to do about it.</summary>
internal static class Refusals
{
    public const string Empty = "文件是空的，没有任何内容。请确认上传的是否为正确的文件。";

    public static readonly string Oversized =
        $"文件超过 {SourceLimits.MostBytes / 1024 / 1024} MB，未读取。请删去图片或拆分后再导入。";

    public const string Unknown = "认不出这个文件的格式。请另存为 .docx、.xlsx、.pdf、.ofd、.html 或 .txt 后再导入。";

    /// <summary>Plain text under the name of another format: nothing of that format could be in it.</summary>
    public static string NotWhatItsNameSays(string extension) => $"文件内容不是 {extension}，可能已损坏或改过扩展名。请重新取得原文件；如果确是文字稿，请改名为 .txt 后再导入。";

    public const string Damaged = "文件已损坏或不完整，无法读取。请重新下载，或用原软件打开后另存一份再导入。";

    public const string Password = "文件设有打开密码或已加密，无法读取。请用原软件打开，取消密码后另存一份再导入。";

    public const string ZipBomb = "压缩内容展开后异常庞大，疑似恶意文件，未读取。请确认来源，或用原软件另存一份再导入。";

    public const string TooManyEntries = "文件内部的部件过多，疑似恶意文件，未读取。请确认来源，或用原软件另存一份再导入。";

    public const string Entities = "文件内含有外部实体或文档类型声明（DTD），可能不安全，未读取。请用原软件打开后另存一份再导入。";

    public const string TooDeep = "文件内部的嵌套层次异常，未读取。请用原软件打开后另存一份再导入。";

    public const string TooMuchText = "文件内容过多，未读取。请拆分后再导入。";

    public const string Archive = "这是一个压缩包，不是公文文件。请先解压，再逐个导入其中的文件。";

    public const string FlatOffice = "这是单个文件网页（.mht）或 XML 形式的 Word 文档，无法直接读取。请用 WPS 或 Word 打开，另存为 .docx 后再导入。";

    public const string NoTextInWord = "文档里没有可读的文字；如果正文是图片，请先做文字识别（OCR），再导入识别后的文件。";

    public const string NoTextInSheet = "表格里没有可读的内容（隐藏的工作表不读）。请确认内容在可见的工作表中。";

    public const string NoTextInPdf = "PDF 里没有文字层，多半是扫描件或图片。请先做文字识别（OCR），再导入识别后的文件。";

    public const string NoTextInOfd = "OFD 里没有可读的文字，多半是扫描件或图片。请先做文字识别（OCR），再导入识别后的文件。";

    public const string Image = "这是图片或扫描件，无法直接读取。请先做文字识别（OCR），保存为 .docx 或 .txt 后再导入。";

    public const string NoPdfToText = "服务器上没有安装 pdftotext，无法读取 PDF。请管理员安装 poppler-utils 和 poppler-data，或把文件另存为 .docx 后再导入。";

    public const string PdfTooSlow = "PDF 太复杂，没有在限定的时间和内存内读完。请拆分，或另存为 .docx 后再导入。";

    public const string NoOffice = "服务器上没有安装 LibreOffice，无法读取这种旧格式。请用 WPS 或 Word 打开，另存为 .docx（表格另存为 .xlsx）后再导入。";

    public const string OfficeFailed = "旧格式文件没有转换成功，可能已损坏、设有密码或过于复杂。请用 WPS 或 Word 打开，另存为 .docx（表格另存为 .xlsx）后再导入。";

    public const string Presentation = "这是演示文稿，不是公文文件。请导入公文正文。";

    public const string Rtf = "这是 RTF 文件，服务器上没有安装 LibreOffice，无法读取。请用 WPS 或 Word 打开，另存为 .docx 后再导入。";
}
