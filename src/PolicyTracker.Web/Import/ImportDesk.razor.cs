using System.Diagnostics;
using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Import;
using PolicyTracker.Core.Import.Desk;
using PolicyTracker.Core.Storage;
using PolicyTracker.Web.Accounts;
using PolicyTracker.Web.Logging;

namespace PolicyTracker.Web.Import;

/// <summary>Takes files one after the other; one that fails does not stop the next. What is stored goes on without this page.</summary>
public sealed partial class ImportDesk : IDisposable
{
    private const int MostFiles = NoticeArchive.MostFiles;
    private const int ChunkBytes = 64 * 1024;
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(300);

    private readonly List<ImportingFile> files = [];
    private readonly CancellationTokenSource gone = new();
    private IReadOnlyList<DraftRow> drafts = [];
    private IReadOnlyList<RecentImport> recent = [];
    private CancellationTokenSource? running;
    private string? problem;
    private string announcement = "";
    private string? pastedName;
    private string? pastedText;

    // A new input after each round: the browser does not tell when the same file is chosen again.
    private int round;

    [Inject]
    private DraftActions Actions { get; set; } = default!;

    [Inject]
    private DraftQueue Queue { get; set; } = default!;

    [Inject]
    private CurrentActor Current { get; set; } = default!;

    [Inject]
    private IDbContextFactory<TrackerDb> Databases { get; set; } = default!;

    [Inject]
    private ILogger<ImportDesk> Log { get; set; } = default!;

    private bool CanChoose => RendererInfo.IsInteractive && running is null;

    // A file that has arrived is stored whether or not anybody still looks; only the watching ends.
    public void Dispose()
    {
        gone.Cancel();
        gone.Dispose();
    }

    protected override async Task OnInitializedAsync() => await ReadListsAsync();

    private async Task ReadListsAsync()
    {
        var actor = await Current.RequireAsync();
        await using var db = await Databases.CreateDbContextAsync();
        drafts = await DraftListQuery.WaitingAsync(db, actor);
        recent = await RecentImportsQuery.LatestAsync(db, actor);
    }

    private async Task ChooseAsync(InputFileChangeEventArgs chosen)
    {
        problem = chosen.FileCount > MostFiles ? $"一次最多选择{MostFiles}个文件，这次选了{chosen.FileCount}个，请分几次导入。" : null;
        if (problem is null && running is null)
        {
            await TakeAllAsync([.. chosen.GetMultipleFiles(MostFiles).Select(file => new ImportingFile(file))]);
        }
    }

    private async Task PasteAsync()
    {
        problem = string.IsNullOrWhiteSpace(pastedText) ? "请先粘贴通知的文字。" : null;
        if (problem is null && running is null)
        {
            var name = string.IsNullOrWhiteSpace(pastedName) ? "粘贴的文字" : pastedName.Trim();
            var content = Encoding.UTF8.GetBytes(pastedText!);
            (pastedName, pastedText) = (null, null);
            await TakeAllAsync([new ImportingFile($"{name}.txt", content)]);
        }
    }

    private async Task ConfirmInternalAsync(ImportingFile file)
    {
        if (running is null)
        {
            file.ConfirmInternal();
            await TakeAllAsync([file]);
        }
    }

    private async Task TakeAllAsync(List<ImportingFile> added)
    {
        files.InsertRange(0, added.Where(file => !files.Contains(file)));
        using var cancelling = running = new CancellationTokenSource();
        for (var i = 0; i < added.Count; i++)
        {
            // What an archive holds follows it in the list, and is taken next.
            var unpacked = added[i].Stage == ImportStage.Ended ? [] : await TakeAsync(added[i], cancelling.Token);
            added.InsertRange(i + 1, unpacked);
            files.InsertRange(files.IndexOf(added[i]) + 1, unpacked);
            announcement = $"{added[i].Name}：{added[i].Standing}。{added[i].Message}";
            StateHasChanged();
        }

        running = null;
        round++;
        await WatchAsync();
    }

    private async Task<IReadOnlyList<ImportingFile>> TakeAsync(ImportingFile file, CancellationToken cancellation)
    {
        try
        {
            cancellation.ThrowIfCancellationRequested();
            // The rights of this moment, for each file: an administrator may cease to be one while a long list runs.
            var actor = await Current.RequireAsync(cancellation);
            if (!actor.Is(AccountRole.Administrator))
            {
                throw new ForbiddenException("您的账号已不能导入文件。");
            }

            if (RefusalOf(file.Size) is { } refusal)
            {
                file.Fail(refusal);
                return [];
            }

            var bytes = file.Held ?? await UploadAsync(file, cancellation);
            file.Check();
            StateHasChanged();
            return await StoreAsync(file, bytes, actor, cancellation);
        }
        catch (RuleException rule)
        {
            file.Fail(rule.Message);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            file.Fail("已取消，没有保存任何内容。");
        }
        catch (Exception failure)
        {
            var reference = ReferenceNumber.Current();
            // Without the file's name: nobody has looked yet whether the file is a secret one.
            Log.LogError(failure, "A file of {Bytes} bytes could not be taken ({Reference})", file.Size, reference);
            file.Fail($"服务器处理这个文件时出错，没有保存任何内容。请重新选择再试；仍然不行的，请把参考号 {reference} 告诉系统管理员。");
        }

        return [];
    }

    // Opening a file takes the processor for a while; meanwhile the page must still hear 取消.
    private async Task<IReadOnlyList<ImportingFile>> StoreAsync(ImportingFile file, byte[] bytes, Actor actor, CancellationToken cancellation)
    {
        var unpacked = await Task.Run(() => NoticeArchive.IsArchive(bytes) ? NoticeArchive.Read(bytes) : null, cancellation);
        if (unpacked is not null)
        {
            file.Unpack(unpacked.Count);
            return [.. unpacked.Select(Unpacked)];
        }

        file.End(await Task.Run(() => Actions.BringInAsync(actor, file.Name, bytes, file.InternalConfirmed, cancellation), cancellation), bytes);
        Queue.Wake();
        return [];
    }

    private static ImportingFile Unpacked(ArchivedFile inner)
    {
        var file = new ImportingFile(inner.Name, inner.Content ?? []);
        if (inner.Refusal is { } refusal)
        {
            file.Fail(refusal);
        }

        return file;
    }

    /// <summary>Looks how far the server is with what was brought in, until it is through or nobody looks any more.</summary>
    private async Task WatchAsync()
    {
        await ReadListsAsync();
        while (files.Exists(file => file.Stage == ImportStage.Reading) && !gone.IsCancellationRequested)
        {
            foreach (var file in files.Where(file => file.Stage == ImportStage.Reading))
            {
                if (drafts.FirstOrDefault(draft => draft.Id == file.Result!.DraftId) is { State: not DraftState.Reading } read)
                {
                    file.Read(read);
                    announcement = $"{file.Name}：{file.Standing}。{file.Message}";
                }
            }

            StateHasChanged();
            await Task.Delay(Look);
            await ReadListsAsync();
        }
    }

    private async Task DiscardAsync(int draft)
    {
        problem = null;
        try
        {
            await Actions.DiscardAsync(await Current.RequireAsync(), draft);
            files.RemoveAll(file => file.Result?.DraftId == draft);
        }
        catch (RuleException rule)
        {
            problem = rule.Message;
        }

        await ReadListsAsync();
    }

    private static string? RefusalOf(long size) => size switch
    {
        0 => "文件是空的，没有可以读的内容。请检查文件是否完整。",
        > NoticeImport.MaxBytes => $"文件有{ImportFormats.Size(size)}，超过{ImportFormats.MaxSize}。请拆分后再导入。",
        _ => null,
    };

    private async Task<byte[]> UploadAsync(ImportingFile file, CancellationToken cancellation)
    {
        await using var stream = file.File!.OpenReadStream(NoticeImport.MaxBytes, cancellation);
        var bytes = new byte[file.Size];
        var sinceShown = Stopwatch.StartNew();
        file.Upload(0);
        StateHasChanged();
        for (var read = 0; read < bytes.Length;)
        {
            var got = await stream.ReadAsync(bytes.AsMemory(read, Math.Min(ChunkBytes, bytes.Length - read)), cancellation);
            if (got == 0)
            {
                throw new RuleException("文件没有传完就断了，没有保存任何内容。请重新选择这个文件。");
            }

            file.Upload(read += got);
            if (sinceShown.ElapsedMilliseconds > 100)
            {
                sinceShown.Restart();
                StateHasChanged();
            }
        }

        return bytes;
    }

    private void Cancel() => running?.Cancel();
}
