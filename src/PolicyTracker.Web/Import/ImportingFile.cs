using Microsoft.AspNetCore.Components.Forms;
using PolicyTracker.Core.Import;

namespace PolicyTracker.Web.Import;

/// <summary>A chosen file on its way: 上传 → 阅读 → 匹配单位 → 保存.</summary>
public sealed class ImportingFile(IBrowserFile file)
{
    public static readonly IReadOnlyList<(ImportStage Stage, string Word)> Steps =
        [(ImportStage.Uploading, "上传"), (ImportStage.Reading, "阅读"), (ImportStage.Matching, "匹配单位"), (ImportStage.Saving, "保存")];

    public IBrowserFile File { get; } = file;

    public string Name { get; } = Path.GetFileName(file.Name);

    public ImportStage Stage { get; private set; }

    public long Uploaded { get; private set; }

    public ImportResult? Result { get; private set; }

    /// <summary>What stands to be read about the end, for the person; null while it runs.</summary>
    public string? Message { get; private set; }

    /// <summary>The bytes of a file that waits for an answer; it need not be sent again.</summary>
    public byte[]? Held { get; private set; }

    public bool InternalConfirmed { get; private set; }

    public bool IsQuestion => Stage == ImportStage.Ended && Result?.Outcome == ImportOutcome.AskFirst;

    public bool IsRunning => Stage is > ImportStage.Waiting and < ImportStage.Ended;

    public bool IsProblem => Stage == ImportStage.Ended && Result is null or { Outcome: ImportOutcome.Refused };

    /// <summary>Of the whole way, in percent: the upload is the part that can be measured.</summary>
    public int Percent => Stage switch
    {
        ImportStage.Waiting => 0,
        ImportStage.Uploading => (int)(60 * Uploaded / Math.Max(1, File.Size)),
        ImportStage.Reading => 60,
        ImportStage.Matching => 75,
        ImportStage.Saving => 90,
        ImportStage.Ended => 100,
    };

    public string Standing => (Stage, Result?.Outcome) switch
    {
        (ImportStage.Waiting, _) => "等待",
        (ImportStage.Ended, ImportOutcome.Imported) => "已导入",
        (ImportStage.Ended, ImportOutcome.AlreadyThere) => "以前导入过",
        (ImportStage.Ended, ImportOutcome.AskFirst) => "等待确认",
        (ImportStage.Ended, _) => "未导入",
        _ => "正在导入",
    };

    public void Upload(long soFar) => (Stage, Uploaded) = (ImportStage.Uploading, soFar);

    public void Reach(ImportStep step)
    {
        // A report may arrive after the end that it announced.
        if (Stage != ImportStage.Ended)
        {
            Stage = step switch
            {
                ImportStep.Reading => ImportStage.Reading,
                ImportStep.Matching => ImportStage.Matching,
                ImportStep.Saving => ImportStage.Saving,
            };
        }
    }

    public void End(ImportResult result, byte[] bytes) => (Stage, Result, Message, Held) =
        (ImportStage.Ended, result, result.Message, result.Outcome == ImportOutcome.AskFirst ? bytes : null);

    public void Fail(string why) => (Stage, Result, Message, Held) = (ImportStage.Ended, null, why, null);

    /// <summary>工作秘密 or 内部 may be stored here: it goes on the way again.</summary>
    public void ConfirmInternal() => (Stage, Result, Message, InternalConfirmed) = (ImportStage.Waiting, null, null, true);

    public void Decline() => Fail("没有导入，没有保存任何内容。");
}

public enum ImportStage
{
    Waiting,
    Uploading,
    Reading,
    Matching,
    Saving,
    Ended,
}
