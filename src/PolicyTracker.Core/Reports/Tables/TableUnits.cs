using System.Text;
using PolicyTracker.Core.Departments;
using PolicyTracker.Core.Tasks;
using PolicyTracker.Parsing;

namespace PolicyTracker.Core.Reports.Tables;

/// <summary>The three columns of units.</summary>
public static class TableUnits
{
    public static readonly IReadOnlyDictionary<LedgerColumn, Role> Roles = new Dictionary<LedgerColumn, Role>
    {
        [LedgerColumn.Leads] = Role.Lead,
        [LedgerColumn.Responsible] = Role.Responsible,
        [LedgerColumn.Supports] = Role.Support,
    };

    /// <summary>Says at their cells which names no unit bears, and which stand twice.</summary>
    internal static List<UnitChoice> Read(RowReading row, IReadOnlyList<UnitName> known)
    {
        var chosen = new List<UnitChoice>();
        foreach (var (column, role) in Roles)
        {
            foreach (var name in Names(row.Text(column)))
            {
                if (UnitName.Find(known, name) is not { } unit)
                {
                    row.Problem(column, Unknown(known, name));
                }
                else if (chosen.Exists(other => other.Department == unit.Id))
                {
                    row.Problem(column, $"“{name}”已经列过，一个单位只能列一次。");
                }
                else
                {
                    chosen.Add(new UnitChoice { Department = unit.Id, Role = role });
                }
            }
        }

        return chosen;
    }

    /// <summary>市财政局、市水务局，市民政局；市体育局. What stands in brackets belongs together: 各县(市、区)人民政府 is one name.</summary>
    public static IEnumerable<string> Names(string cell)
    {
        var name = new StringBuilder();
        var depth = 0;
        foreach (var letter in cell.Append('\n'))
        {
            depth += letter is '(' or '（' ? 1 : letter is ')' or '）' ? -1 : 0;
            if (letter is '\n' || (depth <= 0 && letter is '、' or ',' or '，' or ';' or '；'))
            {
                if (name.ToString().Trim() is { Length: > 0 } read)
                {
                    yield return read;
                }

                name.Clear();
                depth = 0;
            }
            else
            {
                name.Append(letter);
            }
        }
    }

    private static string Unknown(IReadOnlyList<UnitName> known, string name) => NearestName.Of(known, name) is { } nearest
        ? $"单位名录中没有“{name}”，是不是“{nearest}”？"
        : $"单位名录中没有“{name}”，请核对名称，或请管理员登记这个单位。";
}
