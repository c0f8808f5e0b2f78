namespace PolicyTracker.Parsing.Tests.Tasks;

/// <summary>The same two organs in every form that tags are printed in: behind the last sentence of an item, and on a line of their own.</summary>
public sealed class FormsOfTagsTests
{
    public static TheoryData<string> Forms =>
    [
        "（责任单位：甲、乙）", "〔责任单位：甲、乙〕", "【责任单位：甲、乙】", "[责任单位：甲、乙]", "责任单位：甲、乙。", "责任单位：甲、乙", "——责任单位：甲、乙", "★责任单位：甲、乙",
        "责任单位——甲、乙", "责任单位—甲、乙", "责任单位: 甲,乙", "责任单位 甲、乙", "（责任单位:甲 乙）", "（责任单位：甲；乙）", "（责任单位：甲/乙）", "（责任单位：甲，乙）", "（责任单位：甲、乙等）",
        "（甲、乙）", "（甲、乙负责）", "责任单位为甲、乙", "责任单位是甲、乙。", "（责任单位为甲、乙）", "（责任单位是：甲、乙）", "（责任单位为：甲、乙）", "由甲、乙负责。", "**责任单位：**甲、乙",
        "- 责任单位：甲、乙", "● 责任单位：甲、乙", "（责任单位 ： 甲 、 乙 ）", "（责 任 单 位：甲、乙）", "（责任单位：甲、乙。）", "（责任单位：甲、乙）。", "（责任单位：甲、乙;）", "（责任单位：甲和乙）",
        "（责任单位：甲及乙）", "（责任单位：①甲②乙）", "（责任单位：1.甲 2.乙）", "（责任单位：甲、乙、）", "（责任单位：甲、、乙）", "（责任单位：甲丶乙）", "（责任单位：甲·乙）", "（责任单位：甲、乙",
        "（责任单位：甲、乙。配合单位：略）", "[责任单位]甲、乙", "【责任单位】甲、乙", "（责任单位）甲、乙", "{责任单位：甲、乙}", "责任单位（牵头）：甲、乙",
    ];

    public static TheoryData<string> WithDates =>
    [
        "（责任单位：甲、乙，完成时限：2019年12月）", "（责任单位：甲、乙  完成时限：2019年12月）", "（责任单位：甲、乙|完成时限：2019年12月）", "（2019年12月底前完成，责任单位：甲、乙）",
        "（甲、乙，2019年12月底前）", "（甲、乙；2019年12月底前完成）", "（甲、乙负责，2019年12月底前完成）", "（2019年12月底前，甲、乙负责）", "（2019年12月底前甲、乙负责完成）",
        "（2019年12月底前）（责任单位：甲、乙）", "（2019年12月底前完成）（甲、乙负责）", "（责任单位：甲、乙）（2019年12月底前）",
        "责任单位：甲、乙；完成时间：2019年12月", "责任单位：甲、乙 完成时间：2019年12月", "完成时限：2019年12月；责任单位：甲、乙", "完成时限：2019年12月 责任单位：甲、乙",
    ];

    [Theory]
    [MemberData(nameof(Forms))]
    public void Both_organs_are_read(string form) => Assert.All(Items(form), items => Assert.All(items, item => Assert.Equal(["市教育局", "市水务局"], Names(item))));

    [Theory]
    [InlineData("责任单位：甲\n乙")]
    [InlineData("责任单位：\n甲、乙")]
    [InlineData("责任单位：\n甲\n乙")]
    [InlineData("责任单位：甲、\n乙")]
    public void On_lines_of_their_own_too(string form) => Assert.All(Own(form), item => Assert.Equal(["市教育局", "市水务局"], Names(item)));

    [Theory]
    [MemberData(nameof(WithDates))]
    public void So_is_the_date_beside_them(string form) => Assert.All(Items(form), items => Assert.All(items, item =>
    {
        Assert.Equal(["市教育局", "市水务局"], Names(item));
        Assert.Equal("By ..2019-12-31", Reading.Deadline(item.Deadline));
    }));

    [Theory]
    [InlineData("责任单位：市审计局（牵头单位）、市教育局（配合单位）", "市审计局/L 市教育局/S none")]
    [InlineData("时间：3月29日晚。责任单位：市教育局", "市教育局/R none")]
    public void A_role_behind_the_name_and_the_time_of_an_event_are_something_else(string sentence, string expected)
    {
        var task = Reading.Plan("（一）建设学校。完善机制。" + sentence).Documents[0].Tasks.Single();
        Assert.Equal(expected, $"{Reading.Departments(task)} {Reading.Deadline(task.Deadline)}");
    }

    [Theory]
    [InlineData("（市水务局主办 市教育局、商务局组织实施 市财政局、各县区积极配合）", "市水务局/L 市教育局/R 市商务局/R 市财政局/S 各县区/Sg")]
    [InlineData("（由市水务局具体负责 市财政局参与。）", "市水务局/R 市财政局/S")]
    [InlineData("〔市水务局牵头负责 市教育局抓好落实；2019年12月底前〕", "市水务局/L 市教育局/R")]
    [InlineData("（市水务局牵头 推进 市教育局配合）", "市水务局/L 市教育局/S")]
    public void A_blank_may_part_the_clauses(string tag, string expected) => Assert.Equal(expected, Reading.Departments(tag));

    [Theory]
    [InlineData("责任人：石磊 | 牵头单位：市水务局 | 责任领导：高洁 | 配合单位：市教育局、财政局")]
    [InlineData("（责任人：石磊 | 牵头单位：市水务局 | 责任领导：高洁 | 配合单位：市教育局、财政局）")]
    public void Bars_may_part_the_labels(string form) => Assert.All(new[] { "（一）建设学校。完善机制。" + form, "（一）建设学校。完善机制。\n" + form }, item =>
    {
        var task = Reading.Plan(item).Documents[0].Tasks.Single();
        Assert.Equal("市水务局/L 市教育局/S 市财政局/S", Reading.Departments(task));
        Assert.Equal(["石磊", "高洁"], task.Leaders);
    });

    [Fact]
    public void A_row_whose_cells_have_labels_stays_a_row() => Assert.Equal(
        ["1 市水务局/R", "2 市教育局/R"],
        Reading.Plan("| 序号 | 工作任务 | 责任单位 |\n|---|---|---|\n| 1 | 建设学校 | 责任单位：市水务局 |\n| 2 | 铺设道路 | 责任单位：市教育局 |\n").Documents[0].Tasks.Select(t => $"{t.Number} {Reading.Departments(t)}"));

    private static IEnumerable<IReadOnlyList<ParsedTask>> Items(string form) => [Inline(form), Own(form)];

    private static IReadOnlyList<ParsedTask> Inline(string form) => Assigned($"（一）建设学校。完善机制。{form}\n（二）铺设道路。健全制度。{form}\n", form);

    private static IReadOnlyList<ParsedTask> Own(string form) => Assigned($"（一）建设学校。完善机制。\n{form}\n（二）铺设道路。健全制度。\n{form}\n", form);

    private static IReadOnlyList<ParsedTask> Assigned(string items, string form)
    {
        IReadOnlyList<ParsedTask> tasks = [.. Reading.Plan(items.Replace(form, form.Replace("甲", "市水务局", StringComparison.Ordinal).Replace("乙", "市教育局", StringComparison.Ordinal), StringComparison.Ordinal)).Documents[0].Tasks.Where(t => t.Departments.Count > 0)];
        Assert.Equal(2, tasks.Count);
        return tasks;
    }

    private static IEnumerable<string> Names(ParsedTask task) => task.Departments.Select(d => d.Name).Order(StringComparer.Ordinal);
}
