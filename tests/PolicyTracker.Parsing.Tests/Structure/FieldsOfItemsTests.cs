namespace PolicyTracker.Parsing.Tests.Structure;

/// <summary>Lines that belong to an item, and lines of the page below it that do not. All made up.</summary>
public sealed class FieldsOfItemsTests
{
    [Fact]
    public void Fields_behind_a_tag_belong_to_its_item() => Assert.Equal(
        ["（一） 工地扬尘管控不到位 | 市住建局/R | By ..2019-05-31", "（二） 道路积尘 | 市交通运输局/R"],
        Reading.Tasks(Reading.Plan("（一）工地扬尘管控不到位。部分工程裸土未苫盖。\n责任单位：市住建局\n整改时限：2019年5月31日前\n整改目标：达标率100%\n整改措施：对全市工地开展排查，安装监控设施，并与主管部门联网。\n（二）道路积尘。\n责任单位：市交通运输局\n整改措施：购置吸扫车2台；严查抛撒。")));

    [Fact]
    public void The_count_behind_a_label_goes_on_in_the_lines_below() => Assert.Equal(
        ["（一） 教育资源扩容 | 市教体局/R | By ..2019-12-31", "（二） 文化惠民 | 市文广旅局/R"],
        Reading.Tasks(Reading.Plan("（一）教育资源扩容\n项目内容：1.新建幼儿园2所；\n2.改造食堂20个，配备教室1500间；\n3.培训教师。\n责任单位：市教体局\n完成时间：2019年12月底\n（二）文化惠民\n项目内容：建成礼堂5家。\n责任单位：市文广旅局")));

    [Theory]
    [InlineData("中共临江市委办公室                    2019年7月9日印发")]
    [InlineData("政策解读：《临江市示范工作实施方案（2019—2021年）》政策解读")]
    [InlineData("主办：临江市人民政府办公室      承办：临江市人民政府办公室信息科\n地址：临江市桃源路12号      邮编：628017")]
    public void What_the_page_prints_below_is_no_part_of_the_last_tag(string below) => Assert.Equal(
        ["1. 开展评选 | 市委组织部/R 市统计局/R"],
        Reading.Tasks(Reading.Plan("1.开展评选。责任单位：市委组织部、市统计局\n\n\n" + below)));
}
