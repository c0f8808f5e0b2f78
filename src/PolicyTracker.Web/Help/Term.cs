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
    Place,
    NewVersion,
    WaitingName,
    Inferred,
    Reading,
    Annulment,
    Duplicate,
    Deadline,
    Role,
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
        Term.Place => "辖区、辖区待定",
        Term.NewVersion => "新版本",
        Term.WaitingName => "登记为新单位、留待认定",
        Term.Inferred => "识别",
        Term.Reading => "文字",
        Term.Annulment => "废止",
        Term.Duplicate => "重复",
        Term.Deadline => "完成时限的类别",
        Term.Role => "牵头、责任、配合",
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
        Term.Place => "文件归哪一级政府，由发文机关推定，单位也在这个辖区的名录里认。还没有登记的辖区，同意后随导入新建；看不出的先放入“辖区待定”，以后可以改归。",
        Term.NewVersion => "文号相同而内容不同。作为新版本导入，任务逐项对照：没有变化的和有变化的都保留办理过程，新增的另立，不再印出的留在旧版。",
        Term.WaitingName => "名录里没有这个名称。登记为新单位，就新建一个；留待认定，任务照常导入，这个单位先不收到任务，由管理员在“待认定名称”里定。",
        Term.Inferred => "这一项是从上下文推断的，或者没有读到。对照原文看：读得对就接受，不对就更正。",
        Term.Reading => "读取文件时留下的提示，例如图片、断开的表格或者对不上的序号。不影响已经读出的任务，看过原文就可以。",
        Term.Annulment => "这份文件写明以前的一份文件停止执行。导入以后两份文件互相注明，旧文件的任务不会自动终止，由督查人员决定。",
        Term.Duplicate => "另一份文件里已经有几乎相同的任务，例如上级文件的转发。可以照常导入，各自办理；确实是同一项的，选“不是任务”。",
        Term.Deadline => "某日之前：有一个截止日期；起止日期：有开始也有截止；周期：按月、按季等反复办理；长期：没有截止日期，一直坚持；无确定日期：只有“尽快”这样的话。印出的文字始终保留。",
        Term.Role => "牵头单位对任务负总责，申请办结和延期；没有牵头单位的，由责任单位承担。配合单位协助办理，它的反馈不改变任务的状态。",
    };
}
