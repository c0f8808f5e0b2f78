using PolicyTracker.Parsing;

namespace PolicyTracker.Core.Departments;

/// <summary>
/// 机构序列: the order in which offices list organs. Party and government offices first, then departments in the order of
/// the State Council's 机构设置 (2018 reform, with the organs it replaced beside their successors), then agencies, courts,
/// people's organisations, enterprises, lower governments, groups.
/// </summary>
public static class OrganOrder
{
    private const int Unlisted = 900;
    private const int Groups = 1000;

    private static readonly string[][] Sequence =
    [
        ["纪委", "监委", "监察"], ["党委", "市委", "省委", "县委", "区委"], ["组织部"], ["宣传部"], ["统战部"], ["政法委"], ["网信"], ["编办"], ["台办"], ["目标办", "督查"],
        ["政府办", "办公厅"], ["发展改革", "发展和改革", "发改", "物价", "粮食"], ["教育"], ["科技", "科学技术"], ["经济和信息化", "经济信息化", "经信", "工业和信息化", "工业信息化", "工信", "大数据"],
        ["民族", "民宗", "宗教"], ["公安"], ["国家安全"], ["民政", "老龄"], ["司法", "法制"], ["财政"], ["人力资源", "人社"], ["自然资源", "国土"], ["规划"], ["生态环境", "环境保护", "环保"],
        ["住房", "住建", "规建", "建设"], ["交通", "公路"], ["水利", "水务"], ["农业", "农牧", "农委", "畜牧", "扶贫", "乡村振兴"], ["林业", "林草", "园林"], ["商务", "口岸", "招商", "经济合作", "投促"],
        ["文化", "文广", "新闻出版", "广电", "文物"], ["旅游"], ["卫生", "卫计", "卫健", "中医药"], ["医保", "医疗保障"], ["退役军人"], ["应急", "安监", "安全生产"], ["审计"], ["外事", "侨"],
        ["国资", "国有资产"], ["市场监", "工商", "质监", "质量技术", "食品药品", "食药", "知识产权"], ["体育"], ["统计", "调查队"], ["机关事务"], ["信访"], ["金融办", "金融工作", "地方金融"], ["城管", "城市管理"], ["人防"], ["政务服务", "行政审批"],
        ["税务", "国税", "地税"], ["海关", "检验检疫"], ["气象"], ["地震", "防震"], ["邮政"], ["通信"], ["烟草"], ["人民银行", "人行"], ["银监", "证监", "保监", "银保监"],
        ["法院"], ["检察"], ["总工会", "工会"], ["团市委", "团省委", "团委", "共青团"], ["妇联"], ["科协"], ["残联"], ["工商联"], ["贸促"], ["研究院", "大学", "学院", "医院"], ["公司", "集团", "银行"], ["协会", "商会"],
        ["管委会", "开发区", "高新区"], ["人民政府", "街道", "乡", "镇"],
    ];

    public static int RankOf(string name, DepartmentKind kind)
    {
        if (kind == DepartmentKind.Group)
        {
            return Groups;
        }

        // The longest word decides: 团省委 is no 省委, 工商联 no 工商.
        var words = Sequence.SelectMany((same, rank) => same.Select(word => (Word: word, Rank: rank)));
        var found = words.Where(known => name.Contains(known.Word, StringComparison.Ordinal)).OrderByDescending(known => known.Word.Length);
        return found.Select(known => known.Rank).FirstOrDefault(Unlisted);
    }
}
