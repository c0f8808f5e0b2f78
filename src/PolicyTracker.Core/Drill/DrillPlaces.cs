using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Departments;
using PolicyTracker.Core.Storage;
using PolicyTracker.Core.Tasks;
using PolicyTracker.Parsing;

namespace PolicyTracker.Core.Drill;

/// <summary>A jurisdiction that issues made-up notices, with its departments.</summary>
/// <param name="Code">In document numbers, e.g. 演三府办发.</param>
internal sealed record DrillPlace(Jurisdiction Place, string Prefix, string Code, IReadOnlyList<Department> Departments, Department? Group)
{
    /// <summary>A member of the staff, as the database would load the account.</summary>
    public ActBy Staff(Department unit, DateTimeOffset at) => new(
        new Actor(null, $"{unit.Name}承办人", [AccountRole.Staff], Place.Id, Place.Path, unit.Id)
        {
            DepartmentIds = Group is not null && Group.Members.Exists(member => member.MemberId == unit.Id) ? [unit.Id, Group.Id] : [unit.Id],
        },
        at, new ActingUnit(unit.Id, unit.Name));

    public ActBy Supervisor(DateTimeOffset at) => new(new Actor(null, "督查室", [AccountRole.Supervisor], Place.Id, Place.Path, null), at);
}

/// <summary>演练省 with its cities and counties; no such place exists.</summary>
internal static class DrillPlaces
{
    private const int TasksOfCity = 25_000;
    private const int MostCities = 20;

    private static readonly string[] Numerals =
        ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二", "十三", "十四", "十五", "十六", "十七", "十八", "十九", "二十"];

    private static readonly string[] Counties = ["甲区", "乙区", "丙县", "丁县", "戊县"];

    private static readonly string[] Organs =
    [
        "发展改革委", "教育局", "科技局", "经济和信息化局", "民族宗教局", "公安局", "民政局", "司法局", "财政局", "人力资源社会保障局", "自然资源局", "生态环境局",
        "住房城乡建设局", "交通运输局", "水利局", "农业农村局", "林业局", "商务局", "文化广电旅游局", "卫生健康委", "医疗保障局", "退役军人局", "应急管理局", "审计局",
        "国资委", "市场监管局", "体育局", "统计局", "机关事务局", "信访局", "城市管理局", "政务服务局", "税务局", "总工会", "妇联", "残联",
    ];

    public static async Task<IReadOnlyList<DrillPlace>> AddAsync(TrackerDb db, int tasks, CancellationToken cancellation)
    {
        var province = await AddAsync(db, "/1/", Jurisdiction.RootId, "演练省", JurisdictionLevel.Province, cancellation);
        var places = new List<DrillPlace> { await PlaceAsync(db, province, "省", "演", [], cancellation) };
        foreach (var numeral in Numerals.Take(Math.Clamp(tasks / TasksOfCity, 1, MostCities)))
        {
            var city = await AddAsync(db, province.Path, province.Id, $"演练{numeral}市", JurisdictionLevel.City, cancellation);
            var below = new List<DrillPlace>();
            foreach (var county in Counties)
            {
                var place = await AddAsync(db, city.Path, city.Id, $"演练{numeral}市{county}", JurisdictionLevel.County, cancellation);
                below.Add(await PlaceAsync(db, place, county[1..], $"演{numeral}{county[..1]}", [], cancellation));
            }

            places.Add(await PlaceAsync(db, city, "市", $"演{numeral}", Counties, cancellation));
            places.AddRange(below);
        }

        return places;
    }

    private static async Task<Jurisdiction> AddAsync(TrackerDb db, string above, int parent, string name, JurisdictionLevel level, CancellationToken cancellation)
    {
        var place = new Jurisdiction { ParentId = parent, Name = name, Level = level };
        db.Add(place);
        await db.SaveChangesAsync(cancellation);
        place.Path = $"{above}{place.Id}/";
        return place;
    }

    // The governments of the counties are units of the city, which hands them their part by the name of their group.
    private static async Task<DrillPlace> PlaceAsync(TrackerDb db, Jurisdiction place, string prefix, string code, string[] counties, CancellationToken cancellation)
    {
        List<Department> units = [.. Organs.Select(organ => Department.Named(prefix + organ, DepartmentKind.Department, place.Id))];
        List<Department> members = [.. counties.Select(county => Department.Named($"{county}人民政府", DepartmentKind.Department, place.Id))];
        var group = counties.Length == 0 ? null : Department.Named("各县（区）人民政府", DepartmentKind.Group, place.Id);
        db.AddRange([.. units, .. members]);
        if (group is not null)
        {
            db.Add(group);
        }

        await db.SaveChangesAsync(cancellation);
        group?.Members.AddRange(members.Select(member => new GroupMember { GroupId = group.Id, MemberId = member.Id }));
        await db.SaveChangesAsync(cancellation);
        return new DrillPlace(place, prefix, code, units, group);
    }
}
