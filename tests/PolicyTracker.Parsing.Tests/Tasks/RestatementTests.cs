namespace PolicyTracker.Parsing.Tests.Tasks;

/// <summary>An annexed table says once more what the plan says, or something else.</summary>
public sealed class RestatementTests
{
    [Fact]
    public void What_a_covering_notice_asks_for_is_no_task_where_its_annex_hands_out_the_work() => Assert.DoesNotContain(
        Reading.Notice("江东市人民政府办公室关于印发《江东市节水方案》的通知\n江东政办发〔2019〕3号\n各县（区）人民政府：\n现将方案印发给你们，并提出以下要求。\n一、要高度重视。各单位要逐项制定方案。\n二、要协同配合。\n江东市人民政府办公室\n2019年3月1日\n江东市节水方案\n一、主要任务\n（一）推广器具。（市水务局负责）\n")
            .Documents[0].Tasks, t => t.Departments.Count == 0);

    private const string Items = "（一）推广节水器具。完成改造2万户。\n（二）建设再生水厂。新增规模5万吨。\n附件：重点任务分工表\n附件\n重点任务分工表\n";

    [Fact]
    public void Items_that_the_table_assigns_are_not_counted_twice() =>
        Assert.All(Tasks("| 1 | 推广节水器具 | 市水务局 |\n| 2 | 建设再生水厂 | 市住建局 |\n"), t => Assert.NotEmpty(t.Departments));

    [Fact]
    public void Items_that_the_table_does_not_name_stay_tasks() =>
        Assert.Equal(2, Tasks("| 1 | 开展节水宣传进校园 | 市教育局 |\n| 2 | 评选节水型企业 | 市工信局 |\n").Count(t => t.Departments.Count == 0));

    [Fact]
    public void A_chapter_that_the_table_leaves_out_keeps_its_items() => Assert.Equal(
        ["（一） 落实水价补贴", "（二） 开展考核"],
        Reading.Notice("江东市节水方案\n一、主要任务\n（一）推广节水器具。完成改造2万户。\n二、组织实施\n（一）落实水价补贴。对改造户给予补贴。\n（二）开展考核。结果通报各县。\n附件：重点任务分工表\n附件\n重点任务分工表\n"
            + "| 序号 | 工作任务 | 责任单位 |\n|---|---|---|\n| 1 | 推广节水器具 | 市水务局 |\n").Documents[0].Tasks.Where(t => t.Departments.Count == 0).Select(t => t.Number + " " + t.Title));

    private static IReadOnlyList<ParsedTask> Tasks(string rows) =>
        Reading.Plan(Items + "| 序号 | 工作任务 | 责任单位 |\n|---|---|---|\n" + rows).Documents[0].Tasks;
}
