namespace PolicyTracker.Parsing.Tasks;

/// <summary>What the columns of an assignment table hold, and what each of its rows asks about them.</summary>
internal sealed class TableColumns
{
    public TableColumns(ColumnRole[] roles)
    {
        Roles = roles;
        FirstNumber = Array.IndexOf(roles, ColumnRole.Number);
        (FirstWork, LastWork) = (Array.FindIndex(roles, ColumnRoles.IsTask), Array.FindLastIndex(roles, ColumnRoles.IsTask));
        Place = Array.IndexOf(roles, ColumnRole.Place) is var place && place < FirstWork ? place : -1;
    }

    public ColumnRole[] Roles { get; }

    /// <summary>The first column of numbers; -1 for none.</summary>
    public int FirstNumber { get; }

    /// <summary>Where the work is to be done (隐患部位), when a column in front of the work says so; else -1.</summary>
    public int Place { get; }

    public int FirstWork { get; }

    /// <summary>Of several columns for the work the finest.</summary>
    public int LastWork { get; }

    /// <summary>A day in front of the work stands for the rows below it that print none.</summary>
    public bool SharesDay(int column) => Roles[column] == ColumnRole.Time && column < FirstWork;
}
