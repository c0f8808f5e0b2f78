namespace PolicyTracker.Parsing.Tests.Tasks;

/// <summary>What a tag says besides who: on what ground, in person, until when, and what becomes of it.</summary>
public sealed class RemarksInTagsTests
{
    [Theory]
    [InlineData("（市水务局负责，具体方案另行制定）", "市水务局/R")]
    [InlineData("（市水务局牵头，市审计局配合，结果报市政府）", "市水务局/L 市审计局/S")]
    [InlineData("（市水务局牵头，市审计局配合，并报市政府备案）", "市水务局/L 市审计局/S")]
    [InlineData("（市水务局牵头，市审计局配合，各县区参照执行）", "市水务局/L 市审计局/S")]
    [InlineData("（市水务局牵头，市审计局配合；实行月调度）", "市水务局/L 市审计局/S")]
    [InlineData("（按照省统一部署，市水务局牵头，市审计局配合）", "市水务局/L 市审计局/S")]
    [InlineData("（市水务局负责；根据上级部署）", "市水务局/R")]
    public void Remarks_name_nobody(string tag, string expected) => Assert.Equal(expected, Reading.Departments(tag));

    [Theory]
    [InlineData("（由企业负责，费用自理）")]
    [InlineData("（业主负责，不收费用）")]
    public void Prose_in_brackets_is_still_none(string tag) => Assert.Equal("", Reading.Departments(tag));

    [Theory]
    [InlineData("（市水务局负责；立行立改）", "市水务局/R", "Open ..")]
    [InlineData("（市水务局负责；近期）", "市水务局/R", "Open ..")]
    [InlineData("（市水务局负责；2019.6）", "市水务局/R", "By ..2019-06-30")]
    [InlineData("（市水务局负责；2019-06-30前）", "市水务局/R", "By ..2019-06-30")]
    [InlineData("（市水务局负责；二〇一九年六月底前）", "市水务局/R", "By ..2019-06-30")]
    [InlineData("（市水务局负责；分年度实施）", "市水务局/R", "Open ..")]
    [InlineData("（市水务局负责；按时间节点推进）", "市水务局/R", "Open ..")]
    [InlineData("（市水务局负责；省级方案出台后1个月内）", "市水务局/R", "Open ..")]
    [InlineData("（市水务局负责；开学前）", "市水务局/R", "Open ..")]
    [InlineData("（市水务局负责/6月底前完成）", "市水务局/R", "By ..2019-06-30")]
    [InlineData("（市水务局负责）（6月底前完成）", "市水务局/R", "By ..2019-06-30")]
    [InlineData("（市水务局）（6月底前完成）", "市水务局/R", "By ..2019-06-30")]
    [InlineData("（责任单位：市水务局）（6月底前完成）。", "市水务局/R", "By ..2019-06-30")]
    public void When_it_is_due_is_said_in_many_ways(string tag, string departments, string deadline)
    {
        var task = Assert.Single(Reading.Plan("（一）推进示范建设。完善工作机制，形成工作合力。" + tag).Documents[0].Tasks);
        Assert.Equal($"{departments} {deadline}", $"{Reading.Departments(task)} {Reading.Deadline(task.Deadline)}");
    }

    [Theory]
    [InlineData("（责任单位：县水务局局长王立新）", "县水务局/R", "局长王立新")]
    [InlineData("责任单位及责任人：县水务局 王立新", "县水务局/R", "王立新")]
    [InlineData("牵头单位及责任人：县水务局王立新；配合单位：县审计局", "县水务局/L 县审计局/S", "王立新")]
    [InlineData("责任单位：县水务局（责任人：王立新）、县审计局（责任人：李敏）", "县水务局/R 县审计局/R", "王立新 李敏")]
    public void Who_answers_in_person_may_stand_behind_the_organ(string tag, string departments, string leaders)
    {
        var task = Assert.Single(Reading.Plan("（一）推进示范建设。完善工作机制，形成工作合力。" + tag).Documents[0].Tasks);
        Assert.Equal($"{departments} @{leaders}", $"{Reading.Departments(task)} @{string.Join(' ', task.Leaders)}");
    }

    [Theory]
    [InlineData("推进示范建设（教育局、财政局）。", "教育局/R 财政局/R")]
    [InlineData("报主管部门（教育局、财政局）。", "")]
    [InlineData("扶持经营主体（公司、合作社）。", "")]
    public void Bare_fields_at_the_end_of_an_item_are_offices(string item, string expected) =>
        Assert.Equal(expected, Reading.Departments(Assert.Single(Reading.Plan("（一）" + item).Documents[0].Tasks)));

    [Fact]
    public void What_a_bracket_says_is_decisive_is_nobody() =>
        Assert.Empty(Reading.Plan("1.清理河道。（责任单位名称以机构改革后的为准）\n").Documents[0].Tasks.SelectMany(t => t.Departments));
}
