using System.Diagnostics;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Import;
using PolicyTracker.Core.Storage;
using PolicyTracker.Web.Accounts;
using PolicyTracker.Web.Logging;

namespace PolicyTracker.Web.Import;

/// <summary>Takes files one after the other; one that fails does not stop the next.</summary>
public sealed partial class ImportDesk
{
    private const int MostFiles = 50;
    private const int ChunkBytes = 64 * 1024;

    private readonly List<ImportingFile> files = [];
    private IReadOnlyList<RecentImport> recent = [];
    private CancellationTokenSource? running;
    private string? problem;
    private string announcement = "";

    // A new input after each round: the browser does not tell when the same file is chosen again.
    private int round;

    [Inject]
    private NoticeImport Import { get; set; } = default!;

    [Inject]
    private CurrentActor Current { get; set; } = default!;

    [Inject]
    private IDbContextFactory<TrackerDb> Databases { get; set; } = default!;

    [Inject]
    private ILogger<ImportDesk> Log { get; set; } = default!;

    private bool CanChoose => RendererInfo.IsInteractive && running is null;

    public void Dispose() => running?.Cancel();

    protected override async Task OnInitializedAsync() => await ReadRecentAsync();

    private async Task ReadRecentAsync()
    {
        var actor = await Current.RequireAsync();
        await using var db = await Databases.CreateDbContextAsync();
        recent = await RecentImportsQuery.LatestAsync(db, actor);
    }

    private async Task ImportAsync(InputFileChangeEventArgs chosen)
    {
        problem = chosen.FileCount > MostFiles ? $"一次最多选择{MostFiles}个文件，这次选了{chosen.FileCount}个，请分几次导入。" : null;
        if (problem is not null || running is not null)
        {
            return;
        }

        var added = chosen.GetMultipleFiles(MostFiles).Select(file => new ImportingFile(file)).ToList();
        files.InsertRange(0, added);
        await ImportAllAsync(added);
    }

    private async Task ConfirmInternalAsync(ImportingFile file)
    {
        if (running is null)
        {
            file.ConfirmInternal();
            await ImportAllAsync([file]);
        }
    }

    private async Task ImportAllAsync(IReadOnlyList<ImportingFile> added)
    {
        using var cancelling = running = new CancellationTokenSource();
        foreach (var file in added)
        {
            await ImportAsync(file, cancelling.Token);
            announcement = $"{file.Name}：{file.Standing}。{file.Message}";
            StateHasChanged();
        }

        running = null;
        round++;
        await ReadRecentAsync();
    }

    private async Task ImportAsync(ImportingFile file, CancellationToken cancellation)
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

            if (RefusalOf(file.File.Size) is { } refusal)
            {
                file.Fail(refusal);
                return;
            }

            var bytes = file.Held ?? await UploadAsync(file, cancellation);
            var progress = new Progress<ImportStep>(step =>
            {
                file.Reach(step);
                StateHasChanged();
            });
            // Reading takes the processor for a while; meanwhile the page must still hear 取消.
            file.End(await Task.Run(() => Import.ImportAsync(file.Name, bytes, actor, progress, file.InternalConfirmed, cancellation), cancellation), bytes);
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
            Log.LogError(failure, "Import of a file of {Bytes} bytes failed ({Reference})", file.File.Size, reference);
            file.Fail($"服务器处理这个文件时出错，没有保存任何内容。请重新选择再试；仍然不行的，请把参考号 {reference} 告诉系统管理员。");
        }
    }

    private static string? RefusalOf(long size) => size switch
    {
        0 => "文件是空的，没有可以读的内容。请检查文件是否完整。",
        > NoticeImport.MaxBytes => $"文件有{ImportFormats.Size(size)}，超过{ImportFormats.MaxSize}。请拆分后再导入。",
        _ => null,
    };

    private async Task<byte[]> UploadAsync(ImportingFile file, CancellationToken cancellation)
    {
        await using var stream = file.File.OpenReadStream(NoticeImport.MaxBytes, cancellation);
        var bytes = new byte[file.File.Size];
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
