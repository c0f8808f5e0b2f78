using Microsoft.EntityFrameworkCore;
using Microsoft.JSInterop;
using PolicyTracker.Core;
using PolicyTracker.Core.Departments;
using PolicyTracker.Core.Import.Desk;

namespace PolicyTracker.Web.Import;

/// <summary>What is pressed becomes steps of the draft.</summary>
public sealed partial class DraftDesk
{
    private Task AcceptAsync() => Current is { } doubt ? StepAsync($"接受：{doubt.Kind.Word()}", Acceptance(doubt), [doubt.Key]) : Task.CompletedTask;

    private Task AcceptClassAsync()
    {
        if (Current is not { } doubt)
        {
            return Task.CompletedTask;
        }

        var alike = session!.Doubts.Where(other => other.Kind == doubt.Kind && other.Class == doubt.Class).ToList();
        return StepAsync($"接受同类{alike.Count}处：{doubt.Kind.Word()}", [.. alike.SelectMany(Acceptance)], [.. alike.Select(other => other.Key)]);
    }

    // To accept is to let happen what the panel says would.
    private IReadOnlyList<DraftEdit> Acceptance(Doubt doubt)
    {
        var document = session!.Notice.Document(doubt.Document);
        return doubt.Kind switch
        {
            DoubtKind.Place when !session.Standing[document].Place.Exists => [new AgreeToPlace(document.Key, document.Issuer!)],
            DoubtKind.Name => [new DecideName(document.Key, doubt.Name!,
                session.Standing[document].Names[doubt.Name!].Proposals is [var best, ..] ? best.Choice : new NameChoice(NameFate.Waits))],
            _ => [],
        };
    }

    private Task DecideNameAsync(NameChoice choice) =>
        Current is { Name: { } name } doubt ? StepAsync($"“{name}”{choice.Fate.Word()}", [new DecideName(doubt.Document, name, choice)]) : Task.CompletedTask;

    private async Task FindNameAsync(string typed)
    {
        if (Current is not { Name: { } name } doubt || string.IsNullOrWhiteSpace(typed))
        {
            return;
        }

        await using var db = await databases.CreateDbContextAsync();
        var owner = session!.Standing[session.Notice.Document(doubt.Document)].Names[name].OwnerId;
        if (await DepartmentByName.FindAsync(db, owner, typed) is { } found)
        {
            await DecideNameAsync(new NameChoice(NameFate.Known, found));
        }
        else
        {
            nameProblem = $"名录中没有“{typed.Trim()}”，请从提示中选择。";
        }
    }

    private void Correct()
    {
        if (Current is { Task: { } task })
        {
            Edit(task);
        }
        else
        {
            EditDocument();
        }
    }

    private void Edit(int task)
    {
        (editing, editingDocument, summary) = (new TaskInput(session!.Notice.Task(task)), null, null);
        shown = session.Notice.DocumentOf(task).Key;
    }

    private void EditDocument() => (editingDocument, editing, summary) = (new DocumentInput(Shown), null, null);

    private Task NoTaskAsync() => Current?.Task is { } task ? RemoveAsync(task) : Task.CompletedTask;

    private Task RemoveAsync(int task) => StepAsync($"不是任务：{Short(task)}", [new RemoveTask(task)], [], closes: true);

    private Task MergeAsync(int task) => StepAsync($"与下一项合并：{Short(task)}", [new MergeWithNext(task)], [], closes: true);

    private async Task SaveTaskAsync()
    {
        var input = editing!;
        var settled = Current?.Task == input.Key ? Current.Key : null;
        await RunAsync(async by =>
        {
            var edits = input.Edits(session!.Lines);
            if (edits.Count > 0 || settled is not null)
            {
                await session.StepAsync(by, $"更正任务：{Short(input.Key)}", edits, settled is null ? [] : [settled]);
            }

            editing = null;
        });
    }

    // The place of the caret is the browser's; where the text was changed first, it is saved with the cut.
    private async Task SplitAsync()
    {
        var input = editing!;
        var offset = await script.InvokeAsync<int>("policyDesk.caret", "task-text");
        await RunAsync(async by =>
        {
            if (input.Text.Trim() != input.Opened.Text.Trim())
            {
                throw new RuleException("文字已经改过，请先保存，再拆分。");
            }

            await session!.StepAsync(by, $"拆分任务：{Short(input.Key)}", [TaskCutting.Split(session.Lines, session.Notice.Task(input.Key), offset)]);
            editing = null;
        });
    }

    private async Task AddPassageAsync((int First, int Last) lines)
    {
        await RunAsync(async by => await session!.StepAsync(by, $"第{lines.First}至{lines.Last}行作为任务", [TaskCutting.Add(session.Lines, Shown, lines.First, lines.Last)]));
    }

    private async Task SaveDocumentAsync()
    {
        var input = editingDocument!;
        var settled = Current is { Task: null } doubt && doubt.Document == input.Key && doubt.Kind is DoubtKind.Field or DoubtKind.Text ? Current.Key : null;
        await RunAsync(async by =>
        {
            if (input.Edits() is { Count: > 0 } edits)
            {
                await session!.StepAsync(by, "更正文件信息", edits, settled is null ? [] : [settled]);
            }

            editingDocument = null;
        });
    }

    private Task StepAsync(string words, IReadOnlyList<DraftEdit> edits, IReadOnlyList<string>? settles = null, bool closes = false) => RunAsync(async by =>
    {
        await session!.StepAsync(by, words, edits, settles);
        editing = closes ? null : editing;
    });

    private string Short(int task) => session!.Notice.Tasks.FirstOrDefault(t => t.Key == task)?.Title is { } title ? title[..Math.Min(16, title.Length)] : "";
}
