using PolicyTracker.Core;

namespace PolicyTracker.Web.Shared;

/// <summary>Dates and moments as an office writes them.</summary>
public static class ChineseDate
{
    /// <summary>2026年12月31日.</summary>
    public static string Chinese(this DateOnly date) => $"{date.Year}年{date.Month}月{date.Day}日";

    /// <summary>2026年12月31日 星期四.</summary>
    public static string ChineseWithWeekday(this DateOnly date) => $"{date.Chinese()} 星期{"日一二三四五六"[(int)date.DayOfWeek]}";

    /// <summary>2026年12月31日(剩40天), (今天到期), (逾期3天).</summary>
    public static string ChineseWithRemaining(this DateOnly date, DateOnly today) =>
        $"{date.Chinese()}({(date.DayNumber - today.DayNumber) switch
        {
            0 => "今天到期",
            > 0 and var left => $"剩{left}天",
            var late => $"逾期{-late}天",
        }})";

    /// <summary>2026年11月22日 09:47, by the office's clock.</summary>
    public static string Chinese(this DateTimeOffset moment)
    {
        var there = moment.InOffice();
        return $"{DateOnly.FromDateTime(there.DateTime).Chinese()} {there:HH:mm}";
    }

    /// <summary>For the <c>datetime</c> attribute of a <c>time</c> element.</summary>
    public static string Iso(this DateOnly date) => date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
