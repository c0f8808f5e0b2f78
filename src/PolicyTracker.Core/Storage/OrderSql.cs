namespace PolicyTracker.Core.Storage;

/// <summary>How the columns are computed by which tasks are sorted and which follow from what a task's intervals keep; as in migration 0013.</summary>
internal static class OrderSql
{
    public const string Document = "coalesce(-document_id, 2147483647)";

    public const string Title = "left(title, 60)";

    public const string TitleCollation = "zh-x-icu";

    public const string Due = "coalesce(due_on, '-infinity'::date)";

    public const string State = """
        CASE state WHEN 'Draft' THEN 0 WHEN 'Assigned' THEN 1 WHEN 'InProgress' THEN 2 WHEN 'InReview' THEN 3
        WHEN 'Completed' THEN 4 WHEN 'Suspended' THEN 5 ELSE 6 END
        """;

    public const string Progress = "coalesce(verified_percent, claimed_percent, -1)";
}
