namespace PolicyTracker.Core.Tasks;

/// <summary>A column of the ledger besides that of the task itself, which is always there and stands first.</summary>
public enum TaskColumn
{
    Lead,
    Others,
    Responsible,
    Support,
    Due,
    Progress,
    Gap,
    Light,
    Status,
    Judgement,
    Leaders,
    Jurisdiction,
    Source,
}

public static class TaskColumns
{
    public static string Word(this TaskColumn column) => column switch
    {
        TaskColumn.Lead => "牵头",
        TaskColumn.Others => "责任/配合",
        TaskColumn.Responsible => "责任",
        TaskColumn.Support => "配合",
        TaskColumn.Due => "时限",
        TaskColumn.Progress => "进展",
        TaskColumn.Gap => "进度差",
        TaskColumn.Light => "灯",
        TaskColumn.Status => "状态",
        TaskColumn.Judgement => "督查研判",
        TaskColumn.Leaders => "责任领导",
        TaskColumn.Jurisdiction => "辖区",
        TaskColumn.Source => "来源",
    };

    /// <summary>In pixels of an office's screen, as wide as what usually stands in it.</summary>
    public static int UsualWidth(this TaskColumn column) => column switch
    {
        TaskColumn.Lead or TaskColumn.Others or TaskColumn.Responsible or TaskColumn.Support => 140,
        TaskColumn.Due => 148,
        TaskColumn.Progress => 76,
        TaskColumn.Gap => 120,
        TaskColumn.Light => 124,
        TaskColumn.Status => 80,
        TaskColumn.Judgement => 96,
        TaskColumn.Leaders => 120,
        TaskColumn.Jurisdiction => 104,
        TaskColumn.Source => 208,
    };
}

/// <param name="Width">In pixels of an office's screen; null: the usual one.</param>
public sealed record ColumnChoice(TaskColumn Column, int? Width = null);

/// <summary>Which columns the ledger shows, in their order, and how wide they are.</summary>
/// <param name="TitleWidth">The least width of the task's own column, which otherwise takes what is left; null: the usual one.</param>
public sealed record LedgerLayout(IReadOnlyList<ColumnChoice> Columns, int? TitleWidth = null)
{
    public const int Narrowest = 48;

    public const int Widest = 800;

    public const int UsualTitleWidth = 240;

    public static readonly LedgerLayout Usual = new([.. new[]
    {
        TaskColumn.Lead, TaskColumn.Others, TaskColumn.Due, TaskColumn.Progress, TaskColumn.Light, TaskColumn.Status, TaskColumn.Source,
    }.Select(column => new ColumnChoice(column))]);

    /// <summary>The least width of the whole table.</summary>
    public int Width => (TitleWidth ?? UsualTitleWidth) + Columns.Sum(choice => WidthOf(choice));

    public static int WidthOf(ColumnChoice choice) => choice.Width ?? choice.Column.UsualWidth();

    /// <param name="column">Null: the task's own.</param>
    public LedgerLayout Widened(TaskColumn? column, int width)
    {
        var kept = Math.Clamp(width, Narrowest, Widest);
        return column is null
            ? this with { TitleWidth = kept }
            : this with { Columns = [.. Columns.Select(choice => choice.Column == column ? choice with { Width = kept } : choice)] };
    }

    /// <summary>Each column once and no width out of bounds, whatever was sent.</summary>
    public LedgerLayout Sound() => new(
        [.. Columns.Where(choice => Enum.IsDefined(choice.Column)).DistinctBy(choice => choice.Column)
            .Select(choice => choice with { Width = choice.Width is { } width ? Math.Clamp(width, Narrowest, Widest) : null })],
        TitleWidth is { } title ? Math.Clamp(title, Narrowest, Widest) : null);
}
