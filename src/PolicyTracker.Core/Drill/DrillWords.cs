namespace PolicyTracker.Core.Drill;

/// <summary>The words that made-up notices and reports consist of.</summary>
internal static class DrillWords
{
    private static readonly string[] Verbs = ["加快推进", "持续深化", "全面落实", "扎实开展", "着力提升", "统筹做好", "巩固拓展", "健全完善"];

    private static readonly string[] Subjects =
    [
        "老旧小区改造", "污水处理设施建设", "农村公路养护", "养老服务体系建设", "营商环境优化", "食品安全监管", "义务教育均衡发展", "河湖长制", "秸秆综合利用", "森林草原防灭火",
        "城市内涝治理", "基层医疗卫生能力建设", "高标准农田建设", "文化惠民", "招商引资", "安全生产专项整治", "数字政务服务", "稳就业", "乡村振兴示范", "大气污染防治",
        "中小企业纾困", "公共停车设施建设", "殡葬服务管理", "旅游品牌培育", "粮食安全责任落实", "残疾人康复服务", "社区治理创新", "职业技能培训", "历史文化名城保护", "地质灾害防治",
    ];

    private static readonly string[] Measures =
    [
        "制定实施方案，明确任务清单、责任清单和时限清单", "按月调度、按季通报，及时协调解决突出问题", "加强资金保障，严格项目管理", "建立部门协同机制，推动信息共享",
        "强化督促检查，确保各项措施落到实处", "开展试点示范，总结推广经验做法", "加强宣传引导，回应群众关切", "组织业务培训，提升基层能力",
    ];

    private static readonly string[] Goals = ["完成{0}个项目建设", "累计投资{0}亿元", "覆盖率达到{0}%", "新增服务点{0}处", "惠及群众{0}万人", "培训人员{0}人次"];

    private static readonly string[] Done = ["已完成前期工作，正在组织实施", "项目按计划推进", "已召开专题会议部署", "完成现场核查，正在整改", "资料已收集整理，进入验收准备"];

    private static readonly string[] Problems = ["建设资金存在缺口", "用地手续办理较慢", "部门之间数据尚未共享", "基层人手不足"];

    private static readonly string[] NextSteps = ["积极争取上级专项资金", "倒排工期，加快进度", "会同有关部门联合办理", "开展一次专项督查"];

    private static readonly string[] Surnames = ["赵", "钱", "孙", "李", "周", "吴", "郑", "王"];

    public static string Subject(Random random) => One(Subjects, random);

    public static string Person(Random random) => One(Surnames, random) + "某";

    /// <summary>The title and the whole text, which begins with it.</summary>
    public static (string Title, string Text) Task(Random random, int ordinal)
    {
        var title = $"{One(Verbs, random)}{Subject(random)}第{ordinal}项工作";
        var goal = One(Goals, random).Replace("{0}", $"{random.Next(3, 100)}", StringComparison.Ordinal);
        return (title, $"{title}。{One(Measures, random)}，{One(Measures, random)}，{goal}。");
    }

    public static string Report(Random random, int percent) => $"{One(Done, random)}，完成进度{percent}%。";

    public static string? Problem(Random random) => random.Next(4) == 0 ? One(Problems, random) + "。" : null;

    public static string? NextStep(Random random) => random.Next(3) == 0 ? One(NextSteps, random) + "。" : null;

    private static string One(string[] words, Random random) => words[random.Next(words.Length)];
}
