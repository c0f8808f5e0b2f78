using Microsoft.AspNetCore.Components.Forms;
using PolicyTracker.Core.Import;

namespace PolicyTracker.Web.Import;

/// <summary>A file on its way to the desk: 上传 → 检查 → 识别. From 识别 on it lies on the server, and the browser may go.</summary>
public sealed class ImportingFile
{
    public static readonly IReadOnlyList<(ImportStage Stage, string Word)> Steps =
        [(ImportStage.Uploading, "上传"), (ImportStage.Checking, "检查"), (ImportStage.Reading, "识别")];

    public ImportingFile(IBrowserFile file) => (File, Name, Size) = (file, Path.GetFileName(file.Name), file.Size);

    /// <summary>Out of an archive, or typed: its bytes are there already.</summary>
    public ImportingFile(string name, byte[] content) => (Name, Size, Held) = (name, content.Length, content);

    public IBrowserFile? File { get; }

    public string Name { get; }

    public long Size { get; }

    public ImportStage Stage { get; private set; }

    public long Uploaded { get; private set; }

    public ImportResult? Result { get; private set; }

    /// <summary>What stands to be read about the end, for the person; null while it runs.</summary>
    public string? Message { get; private set; }

    /// <summary>Bytes that need not be sent again.</summary>
    public byte[]? Held { get; private set; }

    public bool InternalConfirmed { get; private set; }

    public bool IsQuestion => Stage == ImportStage.Ended && Result?.Outcome == ImportOutcome.AskFirst;

    public bool IsRunning => Stage is > ImportStage.Waiting and < ImportStage.Ended;

    public bool IsProblem { get; private set; }

    /// <summary>Where it can be checked; null while it cannot.</summary>
    public int? DraftId => Stage == ImportStage.Ended ? Result?.DraftId : null;

    /// <summary>Of the whole way, in percent: the upload is the part that can be measured.</summary>
    public int Percent => Stage switch
    {
        ImportStage.Waiting => 0,
        ImportStage.Uploading => (int)(60 * Uploaded / Math.Max(1, Size)),
        ImportStage.Checking => 65,
        ImportStage.Reading => 85,
        ImportStage.Ended => 100,
    };

    public string Standing => (Stage, Result?.Outcome) switch
    {
        (ImportStage.Waiting, _) => "等待",
        (ImportStage.Ended, null) when !IsProblem => "已展开",
        (ImportStage.Ended, ImportOutcome.Drafted) when !IsProblem => "待核对",
        (ImportStage.Ended, ImportOutcome.AlreadyThere) => "以前接收过",
        (ImportStage.Ended, ImportOutcome.AskFirst) => "等待确认",
        (ImportStage.Ended, _) => "未导入",
        _ => "正在接收",
    };

    public void Upload(long soFar) => (Stage, Uploaded) = (ImportStage.Uploading, soFar);

    public void Check() => Stage = ImportStage.Checking;

    public void End(ImportResult result, byte[] bytes)
    {
        (Stage, Result, Message) = (result.Outcome == ImportOutcome.Drafted ? ImportStage.Reading : ImportStage.Ended, result, result.Message);
        Held = result.Outcome == ImportOutcome.AskFirst ? bytes : null;
        IsProblem = result.Outcome == ImportOutcome.Refused;
    }

    /// <summary>The server has read it, or could not.</summary>
    public void Read(DraftRow draft)
    {
        Stage = ImportStage.Ended;
        IsProblem = draft.Message is not null;
        Message = draft.Message ?? $"读出{draft.Tasks}项任务，有{draft.Doubts}处待核对。";
    }

    /// <summary>An archive: its files follow, each on its own way.</summary>
    public void Unpack(int count) => (Stage, Message, Held) = (ImportStage.Ended, $"压缩包里有{count}个文件，逐个接收如下。", null);

    public void Fail(string why) => (Stage, Result, Message, Held, IsProblem) = (ImportStage.Ended, null, why, null, true);

    /// <summary>工作秘密 or 内部 may be stored here: it goes on the way again.</summary>
    public void ConfirmInternal() => (Stage, Result, Message, InternalConfirmed) = (ImportStage.Waiting, null, null, true);

    public void Decline() => Fail("没有导入，没有保存任何内容。");
}

public enum ImportStage
{
    Waiting,
    Uploading,
    Checking,

    /// <summary>By the server, from the stored draft.</summary>
    Reading,
    Ended,
}
