using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Departments;
using PolicyTracker.Core.Documents;

namespace PolicyTracker.Core.Import.Desk;

/// <summary>
/// 导入草稿: a file that was brought in and waits to be read, checked and confirmed, whoever closes a browser or stops a server
/// meanwhile. The reading stays as it was; what people put right is a list of steps upon it, so that undo is a shorter list.
/// </summary>
public sealed class ImportDraft
{
    public int Id { get; init; }

    /// <summary>Of the person who brought it in: administrators of it and above see the draft.</summary>
    public int JurisdictionId { get; init; }

    public Jurisdiction? Jurisdiction { get; init; }

    public required string FileName { get; init; }

    public required string Sha256 { get; init; }

    public DraftState State { get; private set; }

    /// <summary>Why it failed; null for any other state.</summary>
    public string? Message { get; private set; }

    public required string BroughtBy { get; init; }

    public DateTimeOffset BroughtAt { get; init; }

    /// <summary>Who works on it, or was the last to.</summary>
    public string? WorkedBy { get; private set; }

    public int? WorkedById { get; private set; }

    public DateTimeOffset? WorkedAt { get; private set; }

    public List<DraftStep> Steps { get; private set; } = [];

    /// <summary>How many of the last steps are undone.</summary>
    public int Undone { get; private set; }

    /// <summary>
    /// Counts what changed what the draft says. Not xmin: who opens the page is written into the row too, and must not make
    /// somebody else's edit stale.
    /// </summary>
    public int Revision { get; private set; }

    /// <summary>Left to look at and read, for the list of drafts.</summary>
    public int DoubtCount { get; private set; }

    public int TaskCount { get; private set; }

    /// <summary>What it became; null before it is confirmed.</summary>
    public int? SourceFileId { get; private set; }

    public SourceFile? SourceFile { get; private set; }

    public DraftFile? File { get; set; }

    public bool IsLive => State is DraftState.Reading or DraftState.Open;

    /// <summary>The steps that hold.</summary>
    public IReadOnlyList<DraftStep> Holding => Steps[..^Undone];

    public void Open(int tasks, int doubts)
    {
        Require(DraftState.Reading);
        (State, TaskCount, DoubtCount) = (DraftState.Open, tasks, doubts);
    }

    public void Fail(string why)
    {
        Require(DraftState.Reading);
        (State, Message) = (DraftState.Failed, why);
    }

    /// <summary>A new step makes what was undone unreachable.</summary>
    public void Take(DraftStep step)
    {
        Require(DraftState.Open);
        Steps = [.. Holding, step];
        Undone = 0;
        Revision++;
    }

    public void Undo()
    {
        Require(DraftState.Open);
        if (Holding.Count == 0)
        {
            throw new RuleException("没有可以撤销的修改。");
        }

        Undone++;
        Revision++;
    }

    public void Redo()
    {
        Require(DraftState.Open);
        if (Undone == 0)
        {
            throw new RuleException("没有可以恢复的修改。");
        }

        Undone--;
        Revision++;
    }

    public void Count(int tasks, int doubts) => (TaskCount, DoubtCount) = (tasks, doubts);

    /// <summary>Somebody has it open.</summary>
    public void WorkOn(Actor by, DateTimeOffset now) => (WorkedBy, WorkedById, WorkedAt) = (by.Name, by.AccountId, now);

    /// <summary>放弃: what was in the file is gone; that it was brought in stays known.</summary>
    public void Discard()
    {
        if (State is DraftState.Confirmed or DraftState.Discarded)
        {
            throw new RuleException($"草稿{State.Word()}，不能再放弃。");
        }

        State = DraftState.Discarded;
        Steps = [];
        Undone = 0;
        Revision++;
        File?.Forget();
    }

    public void Confirm(SourceFile becomes)
    {
        Require(DraftState.Open);
        (State, SourceFile) = (DraftState.Confirmed, becomes);
        Revision++;
        File?.HandOver();
    }

    /// <summary>The import was undone: the draft with all its corrections is there to be worked on again.</summary>
    public void Reopen(byte[] content)
    {
        Require(DraftState.Confirmed);
        (State, SourceFile, SourceFileId) = (DraftState.Open, null, null);
        Revision++;
        File!.Content = content;
    }

    private void Require(DraftState state)
    {
        if (State != state)
        {
            throw new StaleException($"草稿现在{State.Word()}，不能这样做。请回到导入页看最新情况。");
        }
    }
}

/// <summary>The heavy part of a draft, apart from its row so that lists need not carry it.</summary>
public sealed class DraftFile
{
    public int DraftId { get; init; }

    public required byte[] Content { get; set; }

    /// <summary>The text as read: line n is <c>Lines[n - 1]</c>.</summary>
    public required string[] Lines { get; set; }

    /// <summary>The reading, by <see cref="StoredJson"/>; null until it is read.</summary>
    public string? Reading { get; set; }

    /// <summary>The bytes lie in the source file from now on.</summary>
    public void HandOver() => Content = [];

    public void Forget() => (Content, Lines, Reading) = ([], [], null);
}

public enum DraftState
{
    /// <summary>Waits for the server to read it.</summary>
    Reading,

    /// <summary>Is being checked.</summary>
    Open,
    Confirmed,
    Discarded,
    Failed,
}

public static class DraftStates
{
    public static string Word(this DraftState state) => state switch
    {
        DraftState.Reading => "正在识别",
        DraftState.Open => "待核对",
        DraftState.Confirmed => "已确认导入",
        DraftState.Discarded => "已放弃",
        DraftState.Failed => "识别失败",
    };
}
