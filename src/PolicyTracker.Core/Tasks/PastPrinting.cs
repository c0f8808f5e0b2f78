using Microsoft.EntityFrameworkCore;

namespace PolicyTracker.Core.Tasks;

/// <summary>The printed words of a past day: a task that went on in a new version of its notice is shown as the version of that day prints it.</summary>
internal static class PastPrinting
{
    public static async Task<TaskView> AsPrintedThenAsync(this TaskView view, KnownTasks known, CancellationToken cancellation)
    {
        if (known.End is not { } end)
        {
            return view;
        }

        var id = view.Row.Id;
        var then = await known.Db.EarlierPrintings.Where(p => p.TaskId == id && p.Document!.ImportedAt >= end).OrderBy(p => p.Document!.ImportedAt).ThenBy(p => p.Id)
            .Select(p => new { p.Printed, p.EarlierId, p.Earlier!.Title, p.Earlier.DocumentNumber, p.Earlier.IssuingAuthority, p.Earlier.IssuedOn, p.Earlier.SourceFile!.Lines })
            .FirstOrDefaultAsync(cancellation);
        var next = await known.Db.History.Where(act => act.TaskId == id && act.Act == TaskAct.Revise && act.At >= end).OrderBy(act => act.At).ThenBy(act => act.Id)
            .Select(act => act.Words).FirstOrDefaultAsync(cancellation);
        var shown = then is null
            ? view
            : Printed(view, then.Printed) with { Source = then.Lines[(then.Printed.FirstLine - 1)..then.Printed.LastLine], IssuingAuthority = then.IssuingAuthority, IssuedOn = then.IssuedOn };
        return shown with
        {
            Row = then is null ? shown.Row : shown.Row with { DocumentId = then.EarlierId, DocumentTitle = then.Title, DocumentNumber = then.DocumentNumber },
            // What a version printed goes with it.
            IsPrintingLost = next == EarlierPrinting.TakenBack,
        };
    }

    private static TaskView Printed(TaskView view, PrintedTask printed) => view with
    {
        Row = view.Row with
        {
            Number = printed.Number,
            Title = printed.Title,
            Path = printed.Path,
            FirstLine = printed.FirstLine,
            DeadlineRaw = printed.DeadlineRaw,
            Clock = view.Row.Clock with { Kind = printed.DeadlineKind, Cycle = printed.Cycle },
            Plan = view.Row.Plan with { StartsOn = printed.StartsOn },
            Leaders = printed.Leaders,
        },
        Text = printed.Text,
        LastLine = printed.LastLine,
        StartsOn = printed.StartsOn,
        PrintedDueOn = printed.PrintedDueOn,
        Milestones = printed.Milestones,
        Leaders = printed.Leaders,
    };
}
