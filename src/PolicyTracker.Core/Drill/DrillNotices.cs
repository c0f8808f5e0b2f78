using System.Security.Cryptography;
using System.Text;
using PolicyTracker.Core.Departments;
using PolicyTracker.Core.Documents;
using PolicyTracker.Core.Tasks;
using PolicyTracker.Parsing;

namespace PolicyTracker.Core.Drill;

/// <summary>A made-up notice with its file and its tasks, lived until the last day.</summary>
internal sealed record DrillNotice(int Id, SourceFile File, PolicyDocument Document, IReadOnlyList<PolicyTask> Tasks);

/// <summary>Notices of five years, one after another: the same seed and the same places give the same notices.</summary>
internal sealed class DrillNotices(IReadOnlyList<DrillPlace> places, int tasks)
{
    /// <summary>Fixed, as the seed is: what is made does not depend on the day on which it is made.</summary>
    public static readonly DateOnly LastDay = new(2026, 11, 20);

    private const int Seed = 20261120;
    private const int Days = 5 * 365;
    private const int FewestTasks = 20;
    private const int MostTasks = 180;
    private readonly Random random = new(Seed);

    public IEnumerable<DrillNotice> Make()
    {
        var left = tasks;
        for (var id = 1; left > 0; id++)
        {
            var count = Math.Min(left, random.Next(FewestTasks, MostTasks + 1));
            left -= count;
            yield return Notice(id, count);
        }
    }

    private DrillNotice Notice(int id, int count)
    {
        var place = places[random.Next(places.Count)];
        // Later years bring more.
        var issued = LastDay.AddDays(-3 - (int)(Days * (1 - Math.Sqrt(random.NextDouble()))));
        var subject = DrillWords.Subject(random);
        var number = $"{place.Code}府办发〔{issued.Year}〕{id}号";
        var title = $"{place.Place.Name}人民政府办公室关于印发{issued.Year}年{subject}工作方案的通知";
        var lines = new List<string> { title, number, "各有关单位：", $"现将《{issued.Year}年{subject}工作方案》印发给你们，请认真组织实施。", "一、主要任务" };
        var imported = OfficeTime.StartOf(issued.AddDays(random.Next(0, 3))).AddHours(9).AddMinutes(random.Next(0, 400));
        var lives = new DrillLives(random, place, imported);
        var made = new List<PolicyTask>();
        for (var ordinal = 1; ordinal <= count; ordinal++)
        {
            var read = Read(place, issued, ordinal, lines.Count + 1);
            lines.Add(read.Number + read.Text);
            made.Add(lives.Live(read, Units(place, read), ordinal, issued));
        }

        lines.AddRange([$"{place.Place.Name}人民政府办公室", $"{issued:yyyy年M月d日}"]);
        return new DrillNotice(id, File(id, lines, imported), Document(place, title, number, issued, lines.Count, imported), made);
    }

    private ParsedTask Read(DrillPlace place, DateOnly issued, int ordinal, int line)
    {
        var (title, text) = DrillWords.Task(random, ordinal);
        var leaders = random.Next(5) == 0 ? new[] { $"分管副{place.Prefix switch { "省" => "省", "市" => "市", "区" => "区", _ => "县" }}长{DrillWords.Person(random)}" } : [];
        return new ParsedTask($"{ordinal}.", ["一、主要任务"], title, text, new LineRange(line, line), [], Deadline(issued), [], leaders);
    }

    // Most fall due at the end of a month, of a quarter or of a year.
    private ParsedDeadline? Deadline(DateOnly issued)
    {
        var kind = random.Next(100);
        if (kind < 72)
        {
            var due = EndOfMonth(issued.AddMonths(random.Next(2, 16)));
            due = random.Next(3) switch { 0 => due, 1 => new DateOnly(due.Year, 12, 31), _ => EndOfMonth(new DateOnly(due.Year, ((due.Month + 2) / 3 * 3), 1)) };
            due = random.Next(8) == 0 ? due.AddDays(-random.Next(1, 28)) : due;
            return kind < 66
                ? new ParsedDeadline($"{due:yyyy年M月d日}前", null, due, DeadlineKind.By)
                : new ParsedDeadline($"{issued:yyyy年M月}至{due:yyyy年M月}", issued, due, DeadlineKind.Range);
        }

        return kind switch
        {
            < 84 => new ParsedDeadline("长期坚持", null, null, DeadlineKind.Ongoing),
            < 88 => new ParsedDeadline(random.Next(2) == 0 ? "每季度末" : "每年底前", null, null, DeadlineKind.Recurring),
            _ => null,
        };
    }

    private static DateOnly EndOfMonth(DateOnly day) => new DateOnly(day.Year, day.Month, 1).AddMonths(1).AddDays(-1);

    // Some units have far more to do than others.
    private Department Unit(DrillPlace place) => place.Departments[Math.Min(random.Next(place.Departments.Count), random.Next(place.Departments.Count))];

    private List<Responsibility> Units(DrillPlace place, ParsedTask read)
    {
        var kind = random.Next(100);
        if (kind == 0)
        {
            // A name that nobody has matched: the task waits to be assigned.
            return [new Responsibility { Position = 0, Role = Role.Responsible, PrintedName = "有关责任单位" }];
        }

        List<(Department Unit, Role Role)> wanted = kind < 45 ? [(Unit(place), Role.Responsible)] : [(Unit(place), Role.Lead)];
        if (place.Group is not null && random.Next(12) == 0)
        {
            wanted.Add((place.Group, Role.Responsible));
        }

        for (var more = random.Next(read.Deadline is null ? 2 : 4); more > 0; more--)
        {
            wanted.Add((Unit(place), random.Next(3) == 0 ? Role.Support : Role.Responsible));
        }

        return [.. wanted.DistinctBy(part => part.Unit.Id).Select((part, position) => new Responsibility
        {
            Position = position,
            Role = part.Role,
            PrintedName = part.Unit.Name,
            DepartmentId = part.Unit.Id,
            Department = part.Unit,
        })];
    }

    private static SourceFile File(int id, List<string> lines, DateTimeOffset imported)
    {
        var content = Encoding.UTF8.GetBytes(string.Join('\n', lines));
        return new SourceFile
        {
            FileName = $"演练通知{id}.txt",
            Content = content,
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(content)),
            Lines = [.. lines],
            ImportedAt = imported,
            ImportedBy = "演练数据",
        };
    }

    private static PolicyDocument Document(DrillPlace place, string title, string number, DateOnly issued, int lines, DateTimeOffset imported) => new()
    {
        JurisdictionId = place.Place.Id,
        Title = title,
        DocumentNumber = number,
        IssuingAuthority = $"{place.Place.Name}人民政府办公室",
        Addressees = "各有关单位",
        IssuedOn = issued,
        FirstLine = 1,
        LastLine = lines,
        ImportedAt = imported,
    };
}
