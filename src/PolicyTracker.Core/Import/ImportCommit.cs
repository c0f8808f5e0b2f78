using Microsoft.EntityFrameworkCore;
using Npgsql;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Departments;
using PolicyTracker.Core.Documents;
using PolicyTracker.Core.Import.Desk;
using PolicyTracker.Core.Inbox;
using PolicyTracker.Core.Storage;
using PolicyTracker.Core.Tasks;
using PolicyTracker.Parsing;

namespace PolicyTracker.Core.Import;

/// <summary>
/// 入库: the one way in which notices become rows, for the desk, the command line and the seed. Works within the transaction that
/// its caller has begun and ends. A document whose number is there already is a new version: its tasks go on.
/// </summary>
internal sealed class ImportCommit(TrackerDb db, Actor by, DateTimeOffset now)
{
    private readonly DepartmentRegister register = new(db);

    /// <param name="step">Called when the rows are made and only have to be saved.</param>
    public async Task<IReadOnlyList<PolicyDocument>> SaveAsync(DraftNotice notice, SourceFile file, Action? step, CancellationToken cancellation)
    {
        var named = new List<(DraftDocument Read, Jurisdiction Place, Dictionary<DraftTask, List<Responsibility>> Units)>();
        foreach (var read in notice.Documents)
        {
            var place = await PlaceAsync(read, cancellation);
            named.Add((read, place, await UnitsAsync(read, place, cancellation)));
        }

        // The departments first: what is known of a task from now on holds their numbers.
        await db.SaveChangesAsync(cancellation);
        var documents = new List<PolicyDocument>();
        foreach (var (read, place, units) in named)
        {
            documents.Add(await DocumentAsync(read, place, units, file, cancellation));
        }

        step?.Invoke();
        db.Documents.AddRange(documents);
        await SaveAsync(cancellation);
        return documents;
    }

    // To look through some thousand rows for what has changed takes as long as to save them, and each of the messages, the audit and
    // the save would do it again, though none of them changes a row that is there.
    private async Task SaveAsync(CancellationToken cancellation)
    {
        db.ChangeTracker.DetectChanges();
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            await Recipients.TellAsync(db, cancellation);
            await SaveAndCopyAsync(cancellation);
        }
        finally
        {
            db.ChangeTracker.AutoDetectChangesEnabled = true;
        }
    }

    // Most of the rows are such as nothing refers to: a copy takes them, and counts them, in one go.
    private async Task SaveAndCopyAsync(CancellationToken cancellation)
    {
        var responsibilities = TakeNew<Responsibility>(responsibility => responsibility.Task!);
        var intervals = TakeNew<TaskInterval>(interval => interval.Task!);
        await db.SaveChangesAsync(cancellation);
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        await new TableCopy(db.Model, typeof(Responsibility), nameof(Responsibility.TaskId)).WriteAsync(connection, Numbered(responsibilities), cancellation);
        await new TableCopy(db.Model, typeof(TaskInterval), nameof(TaskInterval.TaskId)).WriteAsync(connection, Numbered(intervals), cancellation);
    }

    /// <summary>Takes the rows of new tasks out of the save.</summary>
    private List<(T Row, PolicyTask Task)> TakeNew<T>(Func<T, PolicyTask> taskOf)
        where T : class
    {
        var taken = db.ChangeTracker.Entries<T>().Where(entry => entry.State == EntityState.Added)
            .Select(entry => (Entry: entry, Task: taskOf(entry.Entity))).Where(one => one.Task.Id == 0).ToList();
        taken.ForEach(one => one.Entry.State = EntityState.Detached);
        return taken.ConvertAll(one => (one.Entry.Entity, one.Task));
    }

    private static IEnumerable<(T Row, long[] Given)> Numbered<T>(List<(T Row, PolicyTask Task)> rows) => rows.Select(row => (row.Row, new[] { row.Task.Id }));

    public static Task<List<ImportedDocument>> ImportedAsync(TrackerDb db, string sha256, CancellationToken cancellation) =>
        db.Documents
            .Where(document => document.SourceFile!.Sha256 == sha256)
            .OrderBy(document => document.FirstLine)
            .Select(document => new ImportedDocument(
                document.Id, document.Title, document.Jurisdiction!.Name,
                document.Tasks.Count, document.Tasks.Count(task => task.State != TaskState.Draft))
            {
                IsNewVersion = db.DocumentRelations.Any(r => r.LaterId == document.Id && r.Kind == DocumentRelationKind.NewVersion),
                GoingOn = db.EarlierPrintings.Count(printing => printing.DocumentId == document.Id),
            })
            .ToListAsync(cancellation);

    private async Task<Jurisdiction> PlaceAsync(DraftDocument read, CancellationToken cancellation)
    {
        var jurisdiction = read.JurisdictionId is { } chosen
            ? await db.Jurisdictions.SingleAsync(j => j.Id == chosen, cancellation)
            : await register.JurisdictionOfAsync(read.Issuer, cancellation);
        return by.Reads(jurisdiction.Path)
            ? jurisdiction
            : throw new ForbiddenException($"《{read.Title}》属于{jurisdiction.Name}，不在您的辖区之内，未导入。");
    }

    private async Task<PolicyDocument> DocumentAsync(
        DraftDocument read, Jurisdiction jurisdiction, Dictionary<DraftTask, List<Responsibility>> units, SourceFile file, CancellationToken cancellation)
    {
        var document = new PolicyDocument
        {
            SourceFile = file,
            JurisdictionId = jurisdiction.Id,
            Title = read.Title,
            DocumentNumber = read.DocNumber,
            IssuingAuthority = read.Issuer,
            Addressees = read.Addressees,
            IndexNumber = read.IndexNumber,
            IssuedOn = read.IssuedOn,
            PublishedOn = read.PublishedOn,
            FirstLine = read.FirstLine,
            LastLine = read.LastLine,
            ImportedAt = now,
        };
        var there = await EarlierNotices.OfAsync(db, read, jurisdiction.Id, file.Lines, cancellation);
        Relate(document, there);
        AddTasks(document, read, await VersionKeeping.OfAsync(db, read, there.Version, cancellation), units, jurisdiction);
        return document;
    }

    private void Relate(PolicyDocument document, EarlierNotices there)
    {
        if (there.Version is { } earlier)
        {
            db.DocumentRelations.Add(new DocumentRelation { Later = document, EarlierId = earlier.Id, Kind = DocumentRelationKind.NewVersion });
        }

        foreach (var annulled in there.Annulled)
        {
            db.DocumentRelations.Add(new DocumentRelation { Later = document, EarlierId = annulled.Id, Kind = DocumentRelationKind.Annuls, Words = annulled.Words });
        }
    }

    private void AddTasks(
        PolicyDocument document, DraftDocument read, VersionKeeping? keeping, Dictionary<DraftTask, List<Responsibility>> units, Jurisdiction jurisdiction)
    {
        var ordinal = 0;
        foreach (var task in read.Tasks)
        {
            ordinal++;
            document.Tasks.Add(keeping?.GoOn(task, document, ordinal, units[task], new ActBy(by, now)) ?? NewTask(task));
        }

        PolicyTask NewTask(DraftTask task)
        {
            var made = PolicyTask.FromNotice(task.AsRead(), ordinal, jurisdiction.Id, units[task], read.IssuedOn ?? read.PublishedOn, by, now);
            made.OpenInterval();
            return made;
        }
    }

    private async Task<Dictionary<DraftTask, List<Responsibility>>> UnitsAsync(DraftDocument read, Jurisdiction jurisdiction, CancellationToken cancellation)
    {
        // Two tasks may say the same: each has units of its own.
        var units = new Dictionary<DraftTask, List<Responsibility>>(ReferenceEqualityComparer.Instance);
        foreach (var task in read.Tasks)
        {
            units.Add(task, await UnitsAsync(read, task, jurisdiction, cancellation));
        }

        return units;
    }

    private async Task<List<Responsibility>> UnitsAsync(DraftDocument document, DraftTask task, Jurisdiction jurisdiction, CancellationToken cancellation)
    {
        var (units, decisions) = (new List<Responsibility>(), Decisions(document));
        foreach (var unit in task.Units)
        {
            units.Add(new Responsibility
            {
                Position = units.Count,
                Role = unit.Role,
                PrintedName = unit.Name,
                Note = unit.Note,
                Department = await register.FindOrAddAsync(unit.Name, unit.Kind, jurisdiction, cancellation, decisions),
            });
        }

        return units;
    }

    private static Dictionary<string, NameDecision> Decisions(DraftDocument document) => document.Names.ToDictionary(
        name => name.Key,
        name => (NameDecision)(name.Value switch
        {
            { SameAs: { } other } => new NameDecision.SameAs(other),
            { Fate: NameFate.Known, DepartmentId: { } id } => new NameDecision.Use(id),
            { Fate: NameFate.New } => new NameDecision.MakeNew(),
            _ => new NameDecision.Wait(),
        }),
        StringComparer.Ordinal);
}

internal static class DraftTasks
{
    /// <summary>In the form that a task is made of.</summary>
    public static ParsedTask AsRead(this DraftTask task) => new(
        task.Number, task.Path, task.Title, task.Text, new LineRange(task.FirstLine, task.LastLine),
        [.. task.Units.Select(unit => new ParsedDepartment(unit.Name, unit.Role, unit.Kind, unit.Note))],
        task.Deadline is { } deadline ? new ParsedDeadline(deadline.Raw, deadline.Start, deadline.End, deadline.Kind) : null,
        task.Milestones, task.Leaders);
}
