using PolicyTracker.Web.Shared;

namespace PolicyTracker.Tests.Web.Shared;

public sealed class TaskSourceTests
{
    [Theory]
    [InlineData("乐山市人民政府办公室关于印发乐山市五大新兴先导型服务业发展工作推进方案的通知", "乐山市五大新兴先导型服务业发展工作推进方案")]
    [InlineData("柳州市人民政府关于印发《柳州市加快大健康产业发展实施方案》的通知", "柳州市加快大健康产业发展实施方案")]
    [InlineData("四川省人民政府关于做好城乡居民基本医疗保险制度整合工作的实施意见", "做好城乡居民基本医疗保险制度整合工作的实施意见")]
    [InlineData("区级服务产业革新试点方案", "区级服务产业革新试点方案")]
    public void Short_title_is_what_the_notice_is_about(string title, string expected) => Assert.Equal(expected, NoticeTitle.Short(title));

    [Fact]
    public void Place_is_the_numbers_down_to_the_task()
    {
        Assert.Equal("四、(二)3", TaskSource.Place(["乐山市电子商务业发展工作推进方案", "四、工作重点", "(二)推进“全企入网”。"], "3."));
        Assert.Equal("二、(二)1(6)", TaskSource.Place(["区级服务产业革新试点方案", "二、基本原则和任务分工", "(二)任务分工", "1、建立公开、平等的准入制度"], "(6)"));
        Assert.Equal("6", TaskSource.Place(["重点任务分工及进度安排表"], "6"));
        Assert.Equal("", TaskSource.Place([], null));
    }
}
