namespace PolicyTracker.Tests.Core;

/// <summary>Notices of our own making, for tests that need something to import.</summary>
internal static class Notices
{
    /// <summary>
    /// Two assigned tasks (one with a deadline) of a county-level city that stands in the gazetteer, and one that names nobody. Each
    /// mark has a number of its own: a notice whose number is there is a new version.
    /// </summary>
    public static string Plan(string mark = "甲") => $"""
        大理市人民政府办公室关于印发大理市冬季供水保障工作方案的通知
        {NumberOf(mark)}
        各乡、镇人民政府,市级各有关部门:
        《大理市冬季供水保障工作方案》已经市人民政府同意,现印发给你们,请认真组织实施。
        大理市人民政府办公室
        2031年3月4日
        大理市冬季供水保障工作方案
        为做好冬季供水,制定本方案({mark})。
        一、重点任务
        (一)改造老旧管网。完成城区老旧供水管网改造,消除爆管隐患。(责任单位:市水务局、市财政局;完成时限:2031年10月底前)
        (二)加强水质监测。在水源地增设监测点,每周公布结果。(市水务局牵头,市卫生健康局配合)
        二、保障措施
        (三)加强宣传引导。充分利用各类媒体宣传节约用水。
        """;

    public static string NumberOf(string mark)
    {
        var (year, number) = Math.DivRem(mark.Aggregate(7, (sum, c) => (sum * 31) + c) & 0x7FFFFFFF, 99_999);
        return $"大市政办发〔{2001 + (year % 99)}〕{number + 1}号";
    }

    /// <summary>Three tasks of a city, the first of 市城市管理局, the others of 市城管局: a short form that waits to be matched.</summary>
    public static string TwoSpellings(string city) => $"""
        {city}人民政府办公室关于印发冬季供暖工作方案的通知
        {city[0]}政办发〔2031〕8号
        各县(市、区)人民政府,市直有关部门:
        《冬季供暖工作方案》已经市人民政府同意,现印发给你们,请认真组织实施。
        {city}人民政府办公室
        2031年9月4日
        冬季供暖工作方案
        一、重点任务
        (一)检修管网。完成城区老旧供热管网改造,消除爆管隐患。(责任单位:市城市管理局)
        (二)储备燃料。落实储备库存,按周通报。(责任单位:市城管局)
        (三)整治市容。清理占道堆放,保持道路畅通。(责任单位:市城管局)
        """;
}
