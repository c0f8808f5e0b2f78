using System.Globalization;
using PolicyTracker.Core.Tasks;
using PolicyTracker.Parsing;
using PolicyTracker.Web.Shared;

namespace PolicyTracker.Web.Api;

/// <summary>Reads a filter out of an address, for the ledger's page and the API alike, and says which parts made no sense.</summary>
public sealed class TaskFilterReader(IQueryCollection query, DateOnly today)
{
    /// <summary>No portal knew anything before.</summary>
    private static readonly DateOnly Earliest = new(2000, 1, 1);

    private readonly List<string> problems = [];

    /// <summary>One Chinese sentence for each parameter that could not be read; the filter then goes without it.</summary>
    public IReadOnlyList<string> Problems => problems;

    public static (TaskFilter Filter, IReadOnlyList<string> Problems) Read(IQueryCollection query, DateOnly today)
    {
        var reader = new TaskFilterReader(query, today);
        return (reader.Read(), reader.problems);
    }

    /// <summary>The past day alone; null where another page's day is the present, or none that can be told.</summary>
    public static (DateOnly? AsOf, IReadOnlyList<string> Problems) ReadAsOf(IQueryCollection query, DateOnly today)
    {
        var reader = new TaskFilterReader(query, today);
        return (reader.AsOf(), reader.problems);
    }

    private TaskFilter Read()
    {
        var (order, descending) = Order();
        var (gap, gapPoints) = Gap();
        var asOf = AsOf();
        return new TaskFilter
        {
            Jurisdiction = Number("jurisdiction"),
            Document = Number("document"),
            Department = Number("department"),
            Role = Word<Role>("role"),
            States = States(),
            Light = Word<TimeLight>("light"),
            Waiting = WaitingFor(asOf),
            Gap = gap,
            GapPoints = gapPoints,
            Verification = Word<Verification>("verified"),
            Changed = Word<TaskAct>("changed"),
            Since = Date("since"),
            DueFrom = Date("due-from"),
            DueTo = Date("due-to"),
            Leader = Text("leader"),
            Q = Text("q"),
            AsOf = asOf,
            Order = order,
            Descending = descending,
            ExactTotal = ExactTotal(),
            Page = Within("page", 1, 1, 1_000_000),
            PageSize = Within("page-size", 20, 1, TaskFilter.MaxPageSize),
        };
    }

    private string? Text(string name) => query[name].ToString().Trim() is { Length: > 0 } text ? text : null;

    private int? Number(string name) => Text(name) is not { } text ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : Problem<int>($"{name} 应是编号，而不是“{text}”。");

    private int Within(string name, int otherwise, int least, int most)
    {
        var number = Number(name);
        if (number is { } given && (given < least || given > most))
        {
            problems.Add($"{name} 应在{least}到{most}之间。");
            return otherwise;
        }

        return number ?? otherwise;
    }

    private DateOnly? Date(string name) => Text(name) is not { } text ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date
        : Problem<DateOnly>($"{name} 应写成 2026-11-22 这样的日期，而不是“{text}”。");

    // Today is the present, whatever else happens on it.
    private DateOnly? AsOf()
    {
        switch (Date(AsOfAddress.Name))
        {
            case { } day when day > today:
                problems.Add($"查看日期（as-of）不能晚于今天（{today:yyyy年M月d日}）：以后的情况现在还不知道。");
                return null;
            case { } day when day < Earliest:
                problems.Add($"查看日期（as-of）不能早于{Earliest:yyyy年M月d日}。");
                return null;
            case { } day when day < today:
                return day;
            default:
                return null;
        }
    }

    private Waiting? WaitingFor(DateOnly? asOf)
    {
        var waiting = Word<Waiting>("waiting");
        if (waiting is not { } asked || asOf is null || asked.IsKnownOfThePast())
        {
            return waiting;
        }

        problems.Add($"过去的日期不能按“{asked.Word()}”筛选：各单位当时的签收和反馈没有按天保留。");
        return null;
    }

    private T? Word<T>(string name)
        where T : struct, Enum => Text(name) is not { } text ? null
        : IsWord(text) && Enum.TryParse<T>(text, ignoreCase: true, out var word) ? word
        : Problem<T>($"{name} 应是 {string.Join('、', Enum.GetNames<T>())} 之一，而不是“{text}”。");

    private bool? ExactTotal()
    {
        switch (Text("total"))
        {
            case null:
                return null;
            case "exact":
                return true;
            case "quick":
                return false;
            case var text:
                problems.Add($"total 应是 exact 或 quick，而不是“{text}”。");
                return null;
        }
    }

    // gap=red is a colour, gap=20 means at least 20 points behind the plan.
    private (TimeLight? Colour, int? Points) Gap()
    {
        switch (Text("gap"))
        {
            case null:
                return (null, null);
            case var text when IsWord(text) && Enum.TryParse<TimeLight>(text, ignoreCase: true, out var colour):
                return (colour, null);
            case var text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var points) && points is >= 1 and <= 100:
                return (null, points);
            case var text:
                problems.Add($"gap 应是 {string.Join('、', Enum.GetNames<TimeLight>())} 之一，或1到100之间的百分点，而不是“{text}”。");
                return (null, null);
        }
    }

    // status=open stands for all open states; several states are separated by commas.
    private IReadOnlyList<TaskState> States()
    {
        var states = new List<TaskState>();
        foreach (var text in query["status"].SelectMany(value => (value ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)))
        {
            if (text.Equals("open", StringComparison.OrdinalIgnoreCase))
            {
                states.AddRange(TaskStates.Open);
            }
            else if (IsWord(text) && Enum.TryParse<TaskState>(text, ignoreCase: true, out var state))
            {
                states.Add(state);
            }
            else
            {
                problems.Add($"status 应是 open、{string.Join('、', Enum.GetNames<TaskState>())} 之一，而不是“{text}”。");
            }
        }

        return [.. states.Distinct()];
    }

    private (TaskOrder Order, bool Descending) Order()
    {
        var text = Text("sort");
        var descending = text is ['-', ..];
        var name = text?.TrimStart('-');
        if (name is null)
        {
            return (TaskOrder.Document, false);
        }

        if (IsWord(name) && Enum.TryParse<TaskOrder>(name, ignoreCase: true, out var order))
        {
            return (order, descending);
        }

        problems.Add($"sort 应是 due、status、progress、title 之一（前面加 - 为降序），而不是“{text}”。");
        return (TaskOrder.Document, false);
    }

    // Enum.TryParse also takes numbers, which are no part of the contract.
    private static bool IsWord(string text) => text.All(char.IsAsciiLetter);

    private T? Problem<T>(string sentence)
        where T : struct
    {
        problems.Add(sentence);
        return null;
    }
}
