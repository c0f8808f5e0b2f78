using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Departments;
using PolicyTracker.Core.Storage;
using PolicyTracker.Core.Tasks;
using PolicyTracker.Parsing;

namespace PolicyTracker.Tests.Core.Tasks;

/// <summary>
/// A city with a lead, a responsible, a supporting and an uninvolved department, a group with one member, and a person for
/// each part; a clock that tests move.
/// </summary>
public sealed class LifeFixture : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("policytracker-life-").FullName;
    private ServiceProvider? services;

    public SettableClock Clock { get; } = SettableClock.At(new DateOnly(2031, 6, 1));

    public int CityId { get; private set; }

    public Department Lead { get; private set; } = null!;

    public Department Responsible { get; private set; } = null!;

    public Department Support { get; private set; } = null!;

    public Department Other { get; private set; } = null!;

    public Department Group { get; private set; } = null!;

    public Department Member { get; private set; } = null!;

    public Actor Supervisor { get; private set; } = null!;

    public T Get<T>()
        where T : notnull => services!.GetRequiredService<T>();

    public TaskActions Actions => services!.GetRequiredService<TaskActions>();

    public DateOnly Today => DateOnly.FromDateTime(Clock.GetUtcNow().ToOffset(TimeSpan.FromHours(8)).DateTime);

    public TrackerDb Db() => services!.GetRequiredService<IDbContextFactory<TrackerDb>>().CreateDbContext();

    public async Task InitializeAsync()
    {
        var database = await TestCluster.CreateDatabaseAsync("life");
        var collection = new ServiceCollection();
        collection.AddLogging().AddSingleton<TimeProvider>(Clock);
        collection.AddTracker(database, folder);
        services = collection.BuildServiceProvider();
        await using var db = Db();
        var city = new Jurisdiction { ParentId = Jurisdiction.RootId, Name = "测试市", Level = JurisdictionLevel.City };
        db.Add(city);
        await db.SaveChangesAsync();
        city.Path = $"/1/{city.Id}/";
        CityId = city.Id;
        (Lead, Responsible, Support) = (New("市水务局"), New("市财政局"), New("市卫生健康局"));
        (Other, Member, Group) = (New("市体育局"), New("东区人民政府"), New("各区人民政府", DepartmentKind.Group));
        db.AddRange(Lead, Responsible, Support, Other, Member, Group);
        await db.SaveChangesAsync();
        db.GroupMembers.Add(new GroupMember { GroupId = Group.Id, MemberId = Member.Id });
        await db.SaveChangesAsync();
        Supervisor = await PersonAsync(AccountRole.Supervisor);

        Department New(string name, DepartmentKind kind = DepartmentKind.Department) => Department.Named(name, kind, city.Id);
    }

    public async Task DisposeAsync()
    {
        await services!.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>Somebody with one role, as the database loads the account.</summary>
    public async Task<Actor> PersonAsync(string role, Department? department = null, int? jurisdiction = null)
    {
        await using var db = Db();
        var name = Guid.NewGuid().ToString("N");
        var account = new Account
        {
            UserName = name,
            NormalizedUserName = name.ToUpperInvariant(),
            DisplayName = $"{department?.Name}{AccountRole.Word(role)}",
            JurisdictionId = jurisdiction ?? CityId,
            DepartmentId = department?.Id,
        };
        db.Add(account);
        await db.SaveChangesAsync();
        db.UserRoles.Add(new() { UserId = account.Id, RoleId = await db.Roles.Where(r => r.Name == role).Select(r => r.Id).SingleAsync() });
        await db.SaveChangesAsync();
        return (await Actor.LoadAsync(db, account.Id))!;
    }

    public Task<Actor> StaffAsync(Department department) => PersonAsync(AccountRole.Staff, department);

    /// <summary>A task of the city that nobody has yet.</summary>
    public Task<long> DraftAsync(DateOnly? dueOn = null) => Actions.RegisterAsync(Supervisor, new RegisterForm
    {
        Title = "完成老旧管网改造",
        Text = "年底前完成城区老旧管网改造。",
        SourceKind = SourceKind.LeaderInstruction,
        Source = "市长在专报上的批示",
        DueOn = dueOn ?? Today.AddDays(100),
    });

    /// <summary>Assigned to the lead, the responsible and the supporting department unless others are given.</summary>
    public async Task<long> AssignedAsync(params UnitChoice[] units)
    {
        var id = await DraftAsync();
        await Actions.AssignAsync(Supervisor, id, new AssignForm
        {
            Responsibilities = units.Length > 0 ? [.. units] : [Unit(Lead, Role.Lead), Unit(Responsible, Role.Responsible), Unit(Support, Role.Support)],
        });
        return id;
    }

    public static UnitChoice Unit(Department department, Role role) => new() { Department = department.Id, Role = role };

    public async Task<TaskView> ViewAsync(long id, Actor? actor = null)
    {
        await using var db = Db();
        return (await TaskPageQuery.FindAsync(db, actor ?? Supervisor, id, Today))!;
    }
}
