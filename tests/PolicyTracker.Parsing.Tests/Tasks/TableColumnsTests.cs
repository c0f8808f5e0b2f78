namespace PolicyTracker.Parsing.Tests.Tasks;

/// <summary>What the columns of assignment tables are called.</summary>
public sealed class TableColumnsTests
{
    [Theory]
    [InlineData("项目\t标准要求\t责任单位\t协办单位\n市容\t1、垃圾日产日清。\t县城管局\t县住建局\n市容\t2、路面平整。\t县城管局\t县公路局\n", "1、 垃圾日产日清 | 县城管局/R 县住建局/S; 2、 路面平整 | 县城管局/R 县公路局/S")]
    [InlineData("河流\t存在问题\t整治措施\t责任单位\n红石河\t河道垃圾\t建立保洁队伍\t卡子镇\n天池湖\t围网养殖\t全部拆除\t县农业农村局\n", "河道垃圾 | 卡子镇/R; 围网养殖 | 县农业农村局/R")]
    [InlineData("序号\t工作任务\t牵头责任单位\t计划竣工时间\n1\t修缮桥梁\t县公路局\t2019年9月\n", "1 修缮桥梁 | 县公路局/L | By ..2019-09-30")]
    [InlineData("编号\t案由\t提案人\t承办单位\t\n\t\t\t牵头单位\t协办单位\n01\t关于建设停车场的提案\t石磊\t市城管局\t市公安局\n02\t关于保护古村的提案\t高洁\t市文旅局\t—\n", "01 关于建设停车场的提案 | 市城管局/L 市公安局/S; 02 关于保护古村的提案 | 市文旅局/L")]
    public void The_work_the_organs_and_the_time_are_told_by_their_headings(string table, string expected) =>
        Assert.Equal(expected, string.Join("; ", Reading.Tasks(Reading.Plan(table))));
}
