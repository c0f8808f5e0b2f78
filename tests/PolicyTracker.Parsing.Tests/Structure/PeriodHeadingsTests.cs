using static PolicyTracker.Parsing.Tests.Reading;

namespace PolicyTracker.Parsing.Tests.Structure;

/// <summary>Headings that say when: quarters and months.</summary>
public class PeriodHeadingsTests
{
    [Fact]
    public void Quarters_stand_above_chapters()
    {
        var notice = Notice("临江市人民医院2019年改善服务工作安排\n为改善服务，制定本安排。\n第一季度\n一、优化诊区布局\n增设导诊标识。\n（牵头科室：门诊部；完成时间：3月31日）\n第二季度\n二、开展日间手术\n选择八个病种。\n（牵头科室：医务科；完成时间：5月底前）\n");
        Assert.Equal(["一、 优化诊区布局 | 门诊部/L | By ..2019-03-31", "二、 开展日间手术 | 医务科/L | By ..2019-05-31"], Reading.Tasks(notice));
        Assert.Equal(["第一季度", "第二季度"], notice.Documents[0].Tasks.Select(t => t.Path[^1]));
    }

    [Fact]
    public void Months_stand_above_items() => Assert.Equal(
        ["3月：清脏治乱月", "3月：清脏治乱月", "4月：绿化美化月"],
        Plan("3月：清脏治乱月\n1.清理垃圾。（市城管局负责）\n2.拆除围挡。（市住建局负责）\n4月：绿化美化月\n1.补植树木。（市林业局负责）\n").Documents[0].Tasks.Select(t => t.Path[^1]));

    [Fact]
    public void A_single_month_is_a_date() =>
        Assert.Equal("一、重点任务", Plan("3月\n1.清理垃圾。（市城管局负责）\n").Documents[0].Tasks.Single().Path[^1]);

    [Fact]
    public void Months_of_a_year_are_dates() => Assert.All(
        Plan("（一）清理垃圾。（市城管局负责）\n2019年3月\n（二）补植树木。（市林业局负责）\n2019年4月\n（三）巡查。（市水务局负责）\n").Documents[0].Tasks,
        t => Assert.Equal("一、重点任务", t.Path[^1]));
}
