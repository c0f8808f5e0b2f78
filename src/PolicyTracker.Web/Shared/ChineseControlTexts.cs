using System.Globalization;
using Radzen;

namespace PolicyTracker.Web.Shared;

/// <summary>Chinese for the texts that Radzen's controls bring along in English; only those of the controls that we use.</summary>
public sealed class ChineseControlTexts : ILocalizer
{
    private static readonly Dictionary<string, string> Texts = new(StringComparer.Ordinal)
    {
        ["Dialog_OkText"] = "确定",
        ["Dialog_CancelText"] = "取消",
        ["Dialog_CloseAriaLabel"] = "关闭",
        ["Dialog_ConfirmTitle"] = "请确认",
        ["Dialog_ConfirmMessage"] = "确定要这样做吗？",
        ["Dialog_AlertTitle"] = "提示",
        ["DatePicker_ToggleAriaLabel"] = "打开日历",
        ["DatePicker_PopupAriaLabel"] = "选择日期",
        ["DatePicker_PrevMonthAriaLabel"] = "上个月",
        ["DatePicker_NextMonthAriaLabel"] = "下个月",
        ["DatePicker_TodayAriaLabel"] = "今天",
        ["DatePicker_SelectedAriaLabel"] = "已选",
        ["DatePicker_DisabledAriaLabel"] = "不可选",
        ["DatePicker_ClearAriaLabel"] = "清除",
        ["DatePicker_OkAriaLabel"] = "确定",
    };

    public string? Get(string key, CultureInfo culture) => Texts.GetValueOrDefault(key);
}
