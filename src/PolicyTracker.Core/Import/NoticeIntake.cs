using System.Security.Cryptography;
using PolicyTracker.Parsing;
using PolicyTracker.Parsing.Sources;

namespace PolicyTracker.Core.Import;

/// <summary>What a file must pass before any of it is stored: its size, its format, and the marks of secrecy in its head.</summary>
public static class NoticeIntake
{
    public static string Sha256(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    /// <summary>Either the text, or why the import stops.</summary>
    public static (SourceText? Text, ImportResult? Stop) Read(string fileName, byte[] bytes, bool internalConfirmed)
    {
        if (bytes.Length > NoticeImport.MaxBytes)
        {
            return (null, ImportResult.Refuse(fileName, $"文件超过{NoticeImport.MaxBytes / 1024 / 1024}MB，未导入。请拆分后再导入。"));
        }

        var reading = SourceReader.Read(bytes, fileName);
        if (reading.Text is null)
        {
            return (null, ImportResult.Refuse(fileName, reading.Refusal!));
        }

        return Secrecy(fileName, reading.Text, internalConfirmed) is { } stop ? (null, stop) : (reading.Text, null);
    }

    // The name of a secret file is not repeated, so that no log and no list can keep it.
    private static ImportResult? Secrecy(string fileName, SourceText text, bool internalConfirmed) => SecrecyMark.Find(text) switch
    {
        { Level: SecrecyLevel.StateSecret } found => ImportResult.Refuse(
            ImportResult.HiddenName, $"文件第{found.Line}行标有密级“{found.Mark}”。本系统不得存放涉密文件，没有保存任何内容，请按保密规定处理。"),
        { Level: SecrecyLevel.AskFirst } found when !internalConfirmed => new ImportResult(
            ImportOutcome.AskFirst, fileName, $"文件第{found.Line}行标有“{found.Mark}”，还没有保存任何内容。请确认它可以存放在本系统，再继续导入。", []),
        _ => null,
    };

    public const string NoNotice = "没有从文件中读到任何通知。请确认文件内容是否完整，或换成文字版后再导入。";

    // Any text has a first line; a notice has at least a number, an organ that issued it, or work that it hands out.
    public static bool HoldsNotice(ParsedNotice notice) =>
        notice.Documents.Any(document => document.DocNumber is not null || (document.Issuer ?? document.TitleOrgan) is not null || document.Tasks.Count > 0);
}
