using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core;
using PolicyTracker.Core.Storage;
using PolicyTracker.Web.Accounts;
using PolicyTracker.Web.Api;
using PolicyTracker.Web.Shared;

namespace PolicyTracker.Web.Documents;

public sealed partial class ReadingRoomPage
{
    private ReadingRoom? room;

    // Before that, nothing is shown: a page is first drawn while its query still runs.
    private bool looked;
    private IReadOnlyList<ReadingStrip> strips = [];
    private IReadOnlyList<(int Id, string Name, int Count)> departments = [];
    private DateOnly today;
    private DateOnly? asOf;
    private IReadOnlyList<string> problems = [];
    private int? chosen;

    [Parameter]
    public int Id { get; set; }

    /// <summary>The department whose tasks stand out; words, because anything may stand in an address.</summary>
    [SupplyParameterFromQuery]
    public string? Department { get; set; }

    [CascadingParameter]
    private HttpContext Request { get; set; } = default!;

    [Inject]
    private CurrentActor Current { get; set; } = default!;

    [Inject]
    private IDbContextFactory<TrackerDb> Databases { get; set; } = default!;

    [Inject]
    private TimeProvider Time { get; set; } = default!;

    private string Present => $"/documents/{Id}";

    private string Here => AsOfAddress.Of(Present, asOf);

    /// <summary>With what is chosen: a line's address must not change what is shown.</summary>
    private string Address => chosen is { } department ? AsOfAddress.Of($"{Present}?department={department}", asOf) : Here;

    private DateOnly Day => asOf ?? today;

    /// <summary>The portal had not read it yet.</summary>
    private bool IsLater => room!.Head.ImportedAt.OfficeDay() > Day;

    /// <summary>What a citation begins with; portal.js adds the place and the words.</summary>
    private string Citation => $"《{room!.Head.Title}》{(room.Head.DocumentNumber is { } number ? $"（{number}）" : "")}";

    private List<MarginTask> Highlighted => [.. room!.Tasks.Where(task => !IsDimmed(task))];

    protected override async Task OnInitializedAsync()
    {
        today = Time.Today();
        (asOf, problems) = TaskFilterReader.ReadAsOf(Request.Request.Query, today);
        var actor = await Current.RequireAsync();
        await using var db = await Databases.CreateDbContextAsync();
        room = await ReadingRoomQuery.FindAsync(db, actor, Id, asOf, today, default);
        looked = true;
        if (room is null)
        {
            return;
        }

        departments =
        [
            .. room.Tasks.SelectMany(task => task.Departments.Where(d => d.Id is not null).Select(d => (d.Id, d.Name)).Distinct())
                .GroupBy(d => d).Select(group => (group.Key.Id!.Value, group.Key.Name, group.Count())).OrderByDescending(d => d.Item3),
        ];
        chosen = int.TryParse(Department, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && departments.Any(d => d.Id == id) ? id : null;
        var head = room.Head;
        var parts = new PrintedParts(head.Title, head.DocumentNumber, head.IssuingAuthority, head.Addressees, HeadingsByLine(room.Outline));
        strips = ReadingStrip.Cut(PrintedNotice.Read(room.Lines, head.FirstLine, parts), room.Tasks);
    }

    private static Dictionary<int, OutlineEntry> HeadingsByLine(IReadOnlyList<OutlineEntry> outline) =>
        outline.GroupBy(entry => entry.Line).ToDictionary(group => group.Key, group => group.First());

    private bool IsDimmed(MarginTask task) => chosen is { } department && task.Departments.All(d => d.Id != department);

    private string? StripClass(ReadingStrip strip) =>
        !strip.IsPassage ? null : strip.Within.All(IsDimmed) ? "passage dimmed" : "passage";
}
