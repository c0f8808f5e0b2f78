namespace PolicyTracker.Parsing.Tests.Tasks;

/// <summary>Plans of festivals and fairs: who holds them, when they take place, which groups work for them.</summary>
public sealed class EventTests
{
    [Fact]
    public void The_hour_of_an_event_is_no_deadline_and_parts_no_task() => Assert.Equal(
        ["（一） 开幕式 | 市文旅局/R 市公安局/S"],
        Tasks("二、主要活动\n（一）开幕式\n时间：3月29日晚\n地点：市民广场\n内容：山歌对唱\n承办单位：市文旅局\n协办单位：市公安局\n"));

    [Fact]
    public void Who_holds_the_event_is_no_task() => Assert.Empty(
        Tasks("二、主办、承办单位\n（一）主办单位：江东市人民政府\n（二）承办单位：市文旅局、市商务局\n"));

    [Fact]
    public void Members_answer_with_the_leader_above_them_and_never_alone() => Assert.Equal(
        ["（一） 宣传组 | 市委宣传部/L 江东日报社/R"],
        Tasks("二、工作组及任务\n（一）宣传组\n牵头单位：市委宣传部\n成员单位：江东日报社\n任务：负责宣传。\n（二）领导小组\n组  长：王某\n成员单位：市财政局、市公安局\n")
            .Where(t => t.Contains('/')));

    private static string[] Tasks(string items) => Reading.Tasks(Reading.Plan(items));
}
