using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Import;
using PolicyTracker.Core.Import.Desk;
using PolicyTracker.Core.Storage;

namespace PolicyTracker.Tests.Core.Import.Desk;

/// <summary>A database of its own with two administrators, and the way of a file through the desk.</summary>
public sealed class DeskFixture : IAsyncLifetime
{
    private readonly TrackerFixture tracker = new();

    public Actor Administrator { get; private set; } = null!;

    public Actor Colleague { get; private set; } = null!;

    public DraftActions Actions => tracker.Get<DraftActions>();

    public DraftReader Reader => tracker.Get<DraftReader>();

    public DraftConfirmation Confirmation => tracker.Get<DraftConfirmation>();

    public ImportUndo Undo => tracker.Get<ImportUndo>();

    public TrackerDb Db() => tracker.Db();

    public T Get<T>()
        where T : notnull => tracker.Get<T>();

    public async Task InitializeAsync()
    {
        await tracker.InitializeAsync();
        Administrator = await PersonAsync("管理员甲", AccountRole.Administrator);
        Colleague = await PersonAsync("管理员乙", AccountRole.Administrator);
    }

    public Task DisposeAsync() => tracker.DisposeAsync();

    public async Task<Actor> PersonAsync(string name, string role, int? department = null)
    {
        await using var db = Db();
        var account = new Account { UserName = name, NormalizedUserName = name, DisplayName = name, JurisdictionId = 1, DepartmentId = department };
        db.Add(account);
        await db.SaveChangesAsync();
        db.UserRoles.Add(new() { UserId = account.Id, RoleId = await db.Roles.Where(r => r.Name == role).Select(r => r.Id).SingleAsync() });
        await db.SaveChangesAsync();
        return (await Actor.LoadAsync(db, account.Id))!;
    }

    /// <summary>A notice with a number of its own: two that share one are versions of one document.</summary>
    public Task<ImportResult> BringInAsync(string text, string name = "通知.txt", bool internalConfirmed = false) =>
        Actions.BringInAsync(Administrator, name, Encoding.UTF8.GetBytes(text), internalConfirmed);

    /// <summary>Brings a text in, has it read and opens it.</summary>
    public async Task<DraftSession> OpenAsync(string text, Actor? by = null)
    {
        var brought = await BringInAsync(text);
        Assert.Equal(ImportOutcome.Drafted, brought.Outcome);
        await ReadAllAsync();
        return await OpenAsync(brought.DraftId!.Value, by);
    }

    public async Task<DraftSession> OpenAsync(int id, Actor? by = null) =>
        await DraftSession.OpenAsync(tracker.Get<IDbContextFactory<TrackerDb>>(), TimeProvider.System, by ?? Administrator, id)
        ?? throw new InvalidOperationException("The draft is not open.");

    public async Task ReadAllAsync()
    {
        while (await Reader.ReadNextAsync(default))
        {
        }
    }

    /// <summary>Every doubt is looked at and found right.</summary>
    public Task AcceptAllAsync(DraftSession session) => AcceptAllAsync(session, Administrator);

    public static async Task AcceptAllAsync(DraftSession session, Actor by)
    {
        foreach (var document in session.Notice.Documents.Where(document => !session.Standing[document].Place.Exists))
        {
            await session.StepAsync(by, "同意新建辖区", [new AgreeToPlace(document.Key, document.Issuer!)]);
        }

        if (session.Doubts.Count > 0)
        {
            await session.StepAsync(by, "接受", [], session.Doubts.Select(doubt => doubt.Key));
        }

        Assert.Empty(session.Doubts);
    }

    public async Task<int> ConfirmAsync(DraftSession session)
    {
        await AcceptAllAsync(session);
        return (await Confirmation.ConfirmAsync(Administrator, session.Id, session.Revision))[0].Id;
    }
}
