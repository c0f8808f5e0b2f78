using PolicyTracker.Core.Tasks;

namespace PolicyTracker.Web.Help;

/// <summary>Words at which a person hesitates.</summary>
public enum Term
{
    Light,
    Gap,
    Progress,
    Judgement,
    Completion,
    Decline,
    Extension,
    Group,
    Succession,
    Doubt,
}

/// <summary>What they mean; on the pages beside the word, and all together on the page of help.</summary>
public static class Terms
{
    public static string Word(this Term term) => term switch
    {
        Term.Light => "红黄绿灯",
        Term.Gap => "进度差",
        Term.Progress => "反馈进度和核实进度",
        Term.Judgement => "研判",
        Term.Completion => "按期办结、逾期办结",
        Term.Decline => "不予承接",
        Term.Extension => "延期",
        Term.Group => "单位群组",
        Term.Succession => "机构改革",
        Term.Doubt => "待核对",
    };

    public static string Meaning(this Term term) => term switch
    {
        Term.Light => "按完成时限计算：绿灯正常，黄灯临期（默认剩30天以内，管理员可以调整），红灯逾期，其余为灰灯。申请办结以后按申请之日停止计算，中止期间也停止计算。",
        Term.Gap => "从开始到期限按天数平均推算应有的进度，与核实进度（没有核实的用反馈进度）比较。默认落后10个百分点起为进度偏慢，超过30个为进度滞后。",
        Term.Progress => "反馈进度是承办单位自己填报的，核实进度是督查人员核查以后认定的。两个数分开记录，互不改动。",
        Term.Judgement => "督查人员对能否按期完成的判断：正常推进、存在风险或难以完成，写明依据和日期。研判不改变灯的颜色。",
        Term.Completion => "督查人员审核通过才算办结。申请办结的日期不晚于期限的，是按期办结；晚于期限的，是逾期办结。审核用的时间不算在单位头上。",
        Term.Decline => "单位认为任务不是自己的职责时提出，要写理由。督查人员答复以前，任务仍在这个单位名下；督查人员可以调整单位，也可以维持交办。",
        Term.Extension => "在期限当天或以前申请，写明新的期限和理由，由督查人员批准。批准以前仍按原期限计算；原来的期限始终保留。",
        Term.Group => "“各县（市、区）人民政府”这样的统称。任务落在群组上，群组的每个成员都当作自己的任务签收和填报。",
        Term.Succession => "单位合并、更名或职责划转。从生效日起，没有办结的任务转到新单位；已经办结的任务和过去的记录保留原来的名称。",
        Term.Doubt => "系统读出了内容但没有把握，或者这一处缺了应有的内容，例如认不出的单位、读不出的期限。没有把握的由人看过原文再定，全部核对完才能确认导入。",
    };
}
