namespace PolicyTracker.Parsing.Tests.Tasks;

/// <summary>What the words of a heading, of a title or over a column say of what stands below them.</summary>
public sealed class HeadingWordsTests
{
    public static TheoryData<string> Telling => [.. ("指导思想 总体要求 总体思路 基本思路 发展思路 工作思路 总体考虑 工作原则 基本原则 工作目标 发展目标 目标任务 重大意义 重要性 必要性 紧迫性 工作背景 发展现状 面临形势 发展基础 "
        + "发展趋势 工作回顾 主要成就 工作成效 发展机遇 面临挑战 总则 适用范围 适用对象 保障对象 补贴对象 奖励对象 申报对象 救助对象 资助对象 申报条件 申请条件 准入条件 享受条件 认定条件 补贴条件 奖励条件 工作范围 "
        + "整治范围 试点范围 范围及形式 范围形式 工作进度 考核程序 指标体系 组织形式 组织体系 组织架构 组织机构 工作机构 领导机构 普查机构 调查机构 普查经费 普查纪律 调查纪律 督查方式 督导方法 检查程序 考核内容 评估对象 "
        + "验收安排 检查目的 主要职能 工作规则 附则 人员名单 组成人员 小组成员 基本情况 存在问题 功能定位 主要指标 空间布局 总论 前言 名词解释 有效期 活动主题 专用名词 术语定义 普查时间 实施阶段 工作步骤 时间安排 "
        + "进度安排 日程安排 工作安排 提高思想认识 提高政治站位 统一思想认识 切实提高站位、增强责任感 深化思想认识,明确意义 主要原则和目标 阶段性目标 指导思想、工作目标 目标,原则 战略定位 整治目标 整治工作原则 排查范围 "
        + "实施范围 编制依据 发展战略 发展理念 实施期限 实施对象 编制原则 建设目标").Split(' ')];

    public static TheoryData<string> Ordering => [.. ("重点任务 目标任务分解 主要措施 改革举措 工作重点 重点工作 任务分工 组织实施 组织领导 责任落实 工作要求 保障机制 政策支持 组织保障 实施保障 保障体系 完善组织体系 健全工作机构 "
        + "建立组织架构 构建组织机构 成立工作机构 落实工作经费 加大经费 保障经费 压缩办理时间 减少等候时间 扩大试点范围 扩大范围及形式 统一范围及形式 严格考核程序 完善指标体系 优化空间布局 切实提高认识并落实 强化问题整改 大力发展产业 "
        + "建立健全制度 进一步优化环境 培育新兴产业 解决突出问题 化解历史遗留问题 整治环境问题 排查安全情况 清理存量问题").Split(' ')];

    public static TheoryData<string> OfNoWork => [.. ("关于李敏等职务任免的通知 关于李敏任职的通知 关于免去李敏职务的通知 关于免职的通知 关于国庆放假的通知 关于节假日值班的通知 关于春节休假安排的通知 关于表彰先进单位的通知 关于表扬先进单位的通知 关于嘉奖李敏的通知 "
        + "关于对青石镇通报批评的通知 关于授予称号的通知 关于命名示范村的通知 关于指挥部组成人员的通知 关于成立清账工作领导小组的通知 关于成立规划委员会的通知 关于成立防汛指挥部的通知 关于专家成员名单的通知 关于调整清账机构的通知 "
        + "关于启用印章的通知 关于更换号牌的通知 关于废止部分文件的通知 关于文件失效的通知 关于修改清账规程的通知 关于邀请参会的通知 关于征求意见的通知 关于结果公示的通知 关于公布服务事项目录清理结果的通知 关于批准首批企业名单有关事项的通知 "
        + "关于同意设置园区的通知 关于企业名单的通知 关于提案办理情况的通知 关于事故调查处理情况的通知 关于吊唁活动的通知 关于悼念活动的通知 关于机构更名的通知 关于撤销机构的通知 关于设立监测站的通知 "
        + "关于清账工作的批复 关于清账工作的复函 关于清账工作的函 关于清账问题的答复 关于清账工作的决定 关于清账工作的决议 关于清账的命令 关于清账的公告 关于清账的通告 关于清账的通报 关于清账的公报 关于清账的请示 关于清账的报告 "
        + "清账条例 清账办法 清账规定 清账规则 清账细则 清账章程 清账标准 清账规范 清账制度 清账预案 清账名录 清账指南 清账须知 清账说明 清账协议 清账合同 清账办法（试行） 关于印发清账办法的通知").Split(' ')];

    public static TheoryData<string> OfWork => [.. "关于做好清账工作的通知 关于清账工作的意见 清账工作方案 清账行动计划 清账工作要点 关于推进清账改革的实施意见 关于开展清账考核办法试点的通知".Split(' ')];

    public static TheoryData<string> Work => [.. ("工作任务 重点任务 主要任务 目标任务 具体任务 年度任务 改革任务 建设任务 整改任务 试点任务 专项任务 重点工作任务 分解任务 工作事项 重点事项 重点项目 任务目标 任务分解 工作目标 任务名称 事项分解 工作内容 任务内容 主要内容 建设内容 "
        + "重点工作内容 立法项目名称 法规名称 规章名称 文件名称 措施名称 议题名称 问题清单 建议内容 指标名称 政策名称 任务清单 工作清单 工作表述 政策措施 工作措施 具体措施 主要措施 重点举措 主要做法 整改措施 整治措施 治理措施 解决措施 防范措施 落实措施 推进措施 改革措施 "
        + "工程措施 措施及要求 措施和要求 措施要求 具体内容 具体事项 具体要求 工作要求 任务要求 具体任务及要求 细化任务 子任务 子任务及措施 任务细化 工作分解 任务分工 细化分工 具体分工 分解措施 推进举措 推进步骤 具体安排 职责任务 职责与任务 任务与职责 二级指标 "
        + "创建标准 考核标准 测评标准 检查标准 验收标准 达标要求 目标要求 工作标准 指标要求 标准内容 标准及要求 标准及内容 名称 主要指标 存在问题 主要问题 突出问题 具体问题 反馈问题 反馈的问题 存在问题描述 具体问题表现 改革举措 重点改革举措 考核指标 标题 建议标题 "
        + "提案题目 议案案由 案由 2031年工作任务 2031年度重点任务").Split(' ')];

    public static TheoryData<string> Grouping => [.. ("任务类型 行动类别 措施分类 事项领域 建设板块 整治方面 改革模块 所属领域 重点板块 类别 类型 问题类别 问题类型 分类 领域 板块 项目类别 任务类别 工作类别 任务分类 一级指标 方面 章节 重点领域 工作领域 大项 测评项目 考评类别 考核领域 创建板块 检查方面 评价模块 评估项目").Split(' ')];

    public static TheoryData<string> Placing => [.. "部位 具体位置 地点 点位 地段 路段 河段 区段 河流 河湖 场所 隐患点 风险点 点位名称 河流名称".Split(' ')];

    public static TheoryData<string> Aside => [.. ("备注 说明 依据 来源 联系人 联系电话 电话 分值 权重 计量单位 单位名称 数量 金额 投资 总投资 年度投资 进展情况 完成情况 目前进展 报送材料 工作成果 成果形式 预期成果 年度目标 目标 完成标志 评分标准 建设性质 建设地点 资金来源 "
        + "监督单位 督办单位 领导姓名").Split(' ')];

    public static TheoryData<string> Numbering => [.. "编号 序号 项目编号 任务序号 问题编号 事项编号 清单编号 建议编号 提案编号 议案编号 案件编号 案号 项次 项号 序 No. No".Split(' ')];

    [Theory]
    [MemberData(nameof(Telling))]
    public void A_heading_that_tells_why_or_how_stands_over_no_work(string heading) => Assert.Equal(["（一） 甲 |"], Below(heading));

    [Theory]
    [MemberData(nameof(Ordering))]
    public void A_heading_that_orders_stands_over_work(string heading) => Assert.Equal(["（一） 甲 |", "（一） 乙 |"], Below(heading));

    [Theory]
    [MemberData(nameof(OfNoWork))]
    public void A_notice_of_this_title_orders_nothing_of_anybody_unnamed(string title) => Assert.DoesNotContain(Titled(title), t => t.Departments.Count == 0);

    [Theory]
    [MemberData(nameof(OfWork))]
    public void A_notice_of_that_title_does(string title) => Assert.Contains(Titled(title), t => t.Departments.Count == 0);

    [Theory]
    [MemberData(nameof(Work))]
    public void A_column_of_this_heading_holds_the_work_whatever_stands_in_front_of_it(string heading) =>
        Assert.Equal(["1 整理账目 | 县财政局/R", "2 清理资产 | 县国资委/R"], Table($"序号\t批次\t{heading}\t责任单位\n1\t首批\t整理账目\t县财政局\n2\t末批\t清理资产\t县国资委"));

    [Theory]
    [MemberData(nameof(Grouping))]
    public void A_column_of_this_heading_groups_the_rows(string heading) => Assert.Equal(
        ["甲类", "乙类"], Reading.Plan($"序号\t{heading}\t工作任务\t责任单位\n1\t甲类\t整理账目\t县财政局\n2\t乙类\t清理资产\t县国资委").Documents[0].Tasks.Select(t => t.Path[^1]));

    [Theory]
    [MemberData(nameof(Placing))]
    public void A_column_of_this_heading_says_where_the_work_is(string heading) =>
        Assert.Equal(["1 东门 整理账目 | 县财政局/R", "2 西门 清理资产 | 县国资委/R"], Table($"序号\t{heading}\t工作措施\t责任单位\n1\t东门\t整理账目\t县财政局\n2\t西门\t清理资产\t县国资委"));

    [Theory]
    [MemberData(nameof(Aside))]
    public void A_column_of_this_heading_names_nobody(string heading) =>
        Assert.Equal(["1 整理账目 | 县财政局/R", "2 清理资产 | 县国资委/R"], Table($"序号\t工作任务\t{heading}\t责任单位\n1\t整理账目\t县审计局\t县财政局\n2\t清理资产\t县审计局\t县国资委"));

    [Theory]
    [MemberData(nameof(Numbering))]
    public void A_column_of_this_heading_holds_the_numbers(string heading) =>
        Assert.Equal(["1 整理账目 | 县财政局/R", "2 清理资产 | 县国资委/R"], Table($"{heading}\t工作任务\t责任单位\n1\t整理账目\t县财政局\n2\t清理资产\t县国资委"));

    [Theory]
    [InlineData("部门 责任 任务单位 主体单位 负责 落实 承办 组织单位 相关单位 相关部门 有关单位 有关部门", "R")]
    [InlineData("牵头 主办 总牵头单位 汇总单位 首要责任单位 第一责任单位", "L")]
    [InlineData("配合 参与 协同 协办 协作单位 支持单位", "S")]
    public void A_word_that_says_a_role_heads_a_column_beside_the_work(string headings, string role) => Assert.All(headings.Split(' '), heading =>
        Assert.Equal([$"1 整理账目 | 县财政局/{role}", $"2 清理资产 | 县国资委/{role}"], Table($"序号\t工作任务\t{heading}\n1\t整理账目\t县财政局\n2\t清理资产\t县国资委")));

    [Theory]
    [InlineData("指标 指标体系 统计表 情况表 一览表 登记表 申报表 申请表 汇总表 坐标表 示意图 流程图 样表 格式 报表 名录 目录 名单 管理办法 统计表（试行）", 1)]
    [InlineData("任务清单 工作方案 工作要点 实施计划", 2)]
    public void An_annex_of_this_title_orders_work_or_shows_figures(string titles, int tasks) => Assert.All(titles.Split(' '), title => Assert.Equal(
        tasks, Reading.Plan($"（一）甲。整理账目。（市财政局负责）\n附件\n清账{title}\n1.清理账目，逐笔核对，及时入账。").Documents[0].Tasks.Count));

    private static string[] Below(string heading) => Reading.Tasks(Reading.Plan($"（一）甲。整理账目。\n二、{heading}\n（一）乙。整理资产。逐项登记。"));

    private static IReadOnlyList<ParsedTask> Titled(string title) =>
        Reading.Notice($"江东县人民政府{title}\n各乡镇：\n一、要做好清账工作，逐笔核对账目，及时入账，确保账实相符。\n二、做好登记，及时上账。").Documents[0].Tasks;

    private static string[] Table(string rows) => Reading.Tasks(Reading.Plan(rows));
}
