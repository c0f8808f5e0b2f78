namespace PolicyTracker.Parsing.Tests.Tasks;

/// <summary>An annexed table says once more what the plan says, or something else.</summary>
public sealed class RestatementTests
{
    private const string Items = "（一）推广节水器具。完成改造2万户。\n（二）建设再生水厂。新增规模5万吨。\n附件：重点任务分工表\n附件\n重点任务分工表\n";

    [Fact]
    public void Items_that_the_table_assigns_are_not_counted_twice() =>
        Assert.All(Tasks("| 1 | 推广节水器具 | 市水务局 |\n| 2 | 建设再生水厂 | 市住建局 |\n"), t => Assert.NotEmpty(t.Departments));

    [Fact]
    public void Items_that_the_table_does_not_name_stay_tasks() =>
        Assert.Equal(2, Tasks("| 1 | 开展节水宣传进校园 | 市教育局 |\n| 2 | 评选节水型企业 | 市工信局 |\n").Count(t => t.Departments.Count == 0));

    private static IReadOnlyList<ParsedTask> Tasks(string rows) =>
        Reading.Plan(Items + "| 序号 | 工作任务 | 责任单位 |\n|---|---|---|\n" + rows).Documents[0].Tasks;
}
