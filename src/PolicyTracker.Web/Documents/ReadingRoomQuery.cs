using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Documents;
using PolicyTracker.Core.Storage;
using PolicyTracker.Core.Supervision;
using PolicyTracker.Core.Tasks;
using PolicyTracker.Parsing;

namespace PolicyTracker.Web.Documents;

/// <summary>A document as it was printed, with its tasks.</summary>
/// <param name="Lines">The document's own lines; the first is line <see cref="DocumentHead.FirstLine"/> of the file.</param>
/// <param name="Doubts">待核对: what the reader of the file would query in these lines.</param>
public sealed record ReadingRoom(
    DocumentHead Head, IReadOnlyList<string> Lines, IReadOnlyList<OutlineEntry> Outline, IReadOnlyList<MarginTask> Tasks, IReadOnlyList<Doubt> Doubts);

public sealed record DocumentHead(
    int Id, string Title, string? DocumentNumber, string? IssuingAuthority, string? Addressees, string? IndexNumber, DateOnly? IssuedOn, DateOnly? PublishedOn,
    int JurisdictionId, string Jurisdiction, string FileName, int FirstLine, int LastLine, DateTimeOffset ImportedAt, string? ImportedBy);

/// <summary>A task in the margin.</summary>
public sealed record MarginTask(
    long Id, string? Number, string Title, int FirstLine, int LastLine, TaskClock Clock, string? DeadlineRaw, int JurisdictionId,
    IReadOnlyList<MarginDepartment> Departments)
{
    public SignalThresholds Thresholds { get; init; } = SignalThresholds.Default;

    public TaskState State => Clock.State;

    public DateOnly? DueOn => Clock.DueOn;

    public LightSignal LightOn(DateOnly today) => LightSignal.Of(Clock, today, Thresholds);
}

public sealed record MarginDepartment(int? Id, string Name, Role Role);

public sealed record Doubt(int Line, string Message);

public static class ReadingRoomQuery
{
    /// <summary>Null when there is no such document or the person may not read it.</summary>
    /// <param name="asOf">查看日期; null: now.</param>
    public static async Task<ReadingRoom?> FindAsync(TrackerDb db, Actor actor, int id, DateOnly? asOf, DateOnly today, CancellationToken cancellation)
    {
        var found = await db.Documents.AsNoTracking().ReadableBy(actor)
            .Where(d => d.Id == id)
            .Select(d => new
            {
                Head = new DocumentHead(
                    d.Id, d.Title, d.DocumentNumber, d.IssuingAuthority, d.Addressees, d.IndexNumber, d.IssuedOn, d.PublishedOn,
                    d.JurisdictionId, d.Jurisdiction!.Name, d.SourceFile!.FileName, d.FirstLine, d.LastLine, d.ImportedAt, d.SourceFile.ImportedBy),
                d.SourceFile.Sha256,
                d.SourceFile.Lines,
                d.SourceFile.Diagnostics,
            })
            .SingleOrDefaultAsync(cancellation);
        if (found is null)
        {
            return null;
        }

        var head = found.Head;
        var lines = found.Lines[(head.FirstLine - 1)..Math.Min(head.LastLine, found.Lines.Length)];
        return new ReadingRoom(
            head, lines, DocumentOutline.Of(found.Sha256, head.FirstLine, new SourceText(head.FileName, lines)), await TasksAsync(KnownTasks.On(db, asOf), actor, id, asOf ?? today, cancellation),
            [.. found.Diagnostics.Select(DoubtOf).Where(doubt => head.FirstLine <= doubt.Line && doubt.Line <= head.LastLine)]);
    }

    private static async Task<List<MarginTask>> TasksAsync(KnownTasks known, Actor actor, int id, DateOnly today, CancellationToken cancellation)
    {
        var thresholds = await ThresholdBook.OnAsync(known.Db, today, cancellation);
        var tasks = await known.OfDocuments(known.ReadableBy(actor), id).AsNoTracking()
            .OrderBy(task => task.Ordinal)
            .Select(task => new MarginTask(
                task.Id, task.Number, task.Title, task.FirstLine, task.LastLine, new TaskClock(task.State, task.DueOn, task.DeadlineKind, task.Cycle, task.ClockStoppedOn), task.DeadlineRaw, task.JurisdictionId,
                task.Responsibilities.OrderBy(r => r.Position)
                    .Select(r => new MarginDepartment(r.DepartmentId, r.Department == null ? r.PrintedName : r.Department.Name, r.Role)).ToList()))
            .AsSplitQuery()
            .ToListAsync(cancellation);
        if (known.AsOf is not null)
        {
            var ids = tasks.ConvertAll(task => task.Id);
            var units = await known.Responsibilities.Where(r => ids.Contains(r.TaskId)).UnitsAsync(cancellation);
            tasks = tasks.ConvertAll(task => task with { Departments = [.. units[task.Id].Select(unit => new MarginDepartment(unit.DepartmentId, unit.Name, unit.Role))] });
        }

        return [.. tasks.Select(task => task with { Thresholds = thresholds.Of(task.JurisdictionId) })];
    }

    // Stored as "37: words".
    private static Doubt DoubtOf(string diagnostic)
    {
        var colon = diagnostic.IndexOf(": ", StringComparison.Ordinal);
        return colon > 0 && int.TryParse(diagnostic.AsSpan(0, colon), NumberStyles.None, CultureInfo.InvariantCulture, out var line)
            ? new Doubt(line, diagnostic[(colon + 2)..])
            : new Doubt(0, diagnostic);
    }
}
