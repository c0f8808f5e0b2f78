namespace PolicyTracker.Parsing.Tests.Tasks;

/// <summary>Rules that hold for many words: each word once, in one sentence, and words of the same look that mean something else.</summary>
public sealed class WordFamilyTests
{
    [Theory]
    [InlineData("开发区 园区 功能区 工业区 街道 社区 村 管委会 高新区 经开区")]
    public void Behind_a_class_these_are_classes_too(string words) => Assert.All(words.Split(' '), word =>
        Assert.Equal($"区水务局/R 各街镇/Rg {word}/Rg", Reading.Departments(Task("完善机制。", $"（责任单位：区水务局、各街镇、{word}）"))));

    [Theory]
    [InlineData("依法查处 会同排查 指导清淤 协调清淤 督促清淤 统筹清淤 强化监管 加强监管 组织清淤 开展清淤 做好清淤 承担清淤 制定方案 配合清淤 协助清淤 参与清淤 完善制度 推进清淤 推动清淤 落实制度 支持清淤 确保经费 保障经费 提供经费 建立机制")]
    public void In_a_list_of_duties_these_say_what_an_organ_does(string words) => Assert.All(words.Split(' '), duty =>
        Assert.Contains($"区水务局{duty} | 区水务局/R", Reading.Tasks(Reading.Notice($"东湖区清淤方案\n一、职责分工\n区财政局负责筹资。\n区水务局{duty}。"))));

    [Theory]
    [InlineData("局 中心 工委 办公室")]
    public void An_office_of_an_unknown_field_has_the_level_of_its_list(string endings) => Assert.All(endings.Split(' '), ending =>
        Assert.Equal($"区水务局/R 区霄汉{ending}/R", Reading.Departments(Task("完善机制。", $"（责任单位：区水务局、霄汉{ending}）"))));

    [Theory]
    [InlineData("北京 天津 上海 重庆 河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 海南 四川 贵州 云南 陕西 甘肃 青海 台湾 内蒙古 广西 西藏 宁夏 新疆 长江 黄河 淮河 珠江 海河 太湖 松辽 东北 华北 华东 华中 华南 西南 西北")]
    public void Unless_it_is_of_a_province_or_a_river_basin(string places) => Assert.All(places.Split(' '), place =>
        Assert.Equal($"省水利厅/R {place}河务局/R", Reading.Departments(Task("完善机制。", $"（责任单位：省水利厅、{place}河务局）"))));

    [Theory]
    [InlineData("有关 相关 国务院 中央 全国 国家 中国 人民 国网 街道 政府 属地")]
    public void Or_opens_with_a_word_that_says_whose_it_is(string words) => Assert.All(words.Split(' '), word =>
        Assert.DoesNotContain("区" + word, Reading.Departments(Task("完善机制。", $"（责任单位：区水务局、{word}霄汉中心）")), StringComparison.Ordinal));

    [Theory]
    [InlineData("Ongoing", "持续推进 长期坚持 常态开展 经常进行 日常巡查 不间断开展 贯穿始终 常年坚持 一直坚持 永久坚持 始终坚持 动态管理")]
    [InlineData("Recurring", "每年 每半年 每季 每季度 每月 每周 每旬 每日 每天 每学期 每两年 每个月 按年推进 按季推进 按月调度 按周调度 按季度调度 逐年推进 逐季推进 逐月推进 月度通报 季度报送 半年一次 一年一次")]
    [InlineData("Open", "尽快出台 适时启动 立即整改 立行立改 即知即改 即行即改 边查边改 边整边改 近期 序时进度 按时间进度 时间节点 分阶段实施 分步推进 分期完成 分年度落实 汛期前 暑期前 冬季前 按时限办理 13日前")]
    [InlineData("By", "年底前 年内 年末 全年 本年度 当年 年度内 本年 一季度末 上半年 十月底前 九月中旬 5月20日前 2019年8月 2019.8 印发之日起30日内")]
    public void Words_of_time_bind_as_they_mean(string kind, string words) =>
        Assert.All(words.Split(' '), word => Assert.StartsWith(kind, Deadline($"（责任单位：市财政局；完成时限：{word}）"), StringComparison.Ordinal));

    [Theory]
    [InlineData("Ongoing", "持续推进 长期坚持 常态开展 经常进行 日常巡查 不间断开展 贯穿始终 常年坚持 动态管理")]
    [InlineData("Recurring", "每年组织 每半年 每季 每季度 每月 每周 每旬 每日 每天 每学期 每两年 每个月 按年推进 按季推进 按月推进 季度报送 半年一次")]
    [InlineData("Open", "尽快出台 适时启动 立即整改 立行立改 即知即改 即行即改 边查边改 边整边改 近期 序时进度 按时间进度 时间节点 分阶段实施 分期完成 汛期前 暑期前 冬季前 按时限办理")]
    [InlineData("By", "年底前 年内 年末 全年 一季度末 上半年 十月底前 九月中旬 5月20日前 2019年8月 2019.8 印发之日起30日内")]
    public void So_they_do_behind_the_verb_of_a_tag_and_name_nobody(string kind, string words) => Assert.All(words.Split(' '), word =>
    {
        var task = Task("完善机制。", $"（市财政局负责，{word}）");
        Assert.Equal("市财政局/R", Reading.Departments(task));
        Assert.StartsWith(kind, Reading.Deadline(task.Deadline), StringComparison.Ordinal);
    });

    [Theory]
    [InlineData("印发 发文 发布 下发 文件印发 本方案印发 收文 施行 通知印发", "2019-04-04")]
    public void A_term_may_count_from_any_of_these(string words, string end) =>
        Assert.All(words.Split(' '), word => Assert.Equal("By .." + end, Deadline($"（责任单位：市财政局；完成时限：{word}之日起30日内）")));

    [Theory]
    [InlineData("30日 30天 三十日", "2019-04-04")]
    [InlineData("4周", "2019-04-02")]
    [InlineData("1个月 一个月 1月", "2019-04-05")]
    [InlineData("1年 一年", "2020-03-05")]
    [InlineData("5个工作日 5工作日 五个工作日", "2019-03-12")]
    public void A_term_is_of_days_weeks_months_years_or_working_days(string terms, string end) =>
        Assert.All(terms.Split(' '), term => Assert.Equal("By .." + end, Deadline($"（责任单位：市财政局；完成时限：印发后{term}内）")));

    [Theory]
    [InlineData("“十四五”开工建设 “十四五”启动 “十四五”完成 “十四五”建成 “十四五”末 “十四五”底 “十四五”前 “十四五”出台 “十四五”开建 “十四五”投用 “十四五”投产 “十四五”竣工 “十四五”达到 “十四五”实现", "By ..2025-12-31")]
    [InlineData("“十四五”期间 “十四五”时期 “十四五”规划 十四五以来 “十四五”陆续建设", "Range 2021-01-01..2025-12-31")]
    [InlineData("“九五”期间", "Range 1996-01-01..2000-12-31")]
    [InlineData("“十五”期间", "Range 2001-01-01..2005-12-31")]
    [InlineData("2019-2021年 2019年至2021年 2019年到2021年底 2019—2021年度", "Range 2019-01-01..2021-12-31")]
    [InlineData("2019年3月-10月 2019年3月至10月 2019年3月到10月 2019年3月起至10月 2019年3至10月 2019年3到10月 2019年3—10月", "Range 2019-03-01..2019-10-31")]
    [InlineData("即日起至10月31日 发文之日起至10月31日 印发之日起到10月31日 从即日起至10月31日 自即日起至10月31日", "Range 2019-03-05..2019-10-31")]
    [InlineData("2020年起每年完成 2020年开始每年完成 2020年以后每年完成", "Recurring ..")]
    [InlineData("按月推进，5月底前完成", "By ..2019-05-31")]
    [InlineData("按月推进，年末全部建成 按月推进，年内基本竣工", "By ..2019-12-31")]
    [InlineData("按月推进，月底前办结", "Open ..")]
    public void A_plan_a_span_and_a_rhythm_are_told_by_any_of_their_words(string words, string expected) =>
        Assert.All(words.Split(' '), word => Assert.Equal(expected, Deadline($"（责任单位：市财政局；完成时限：{word}）")));

    [Theory]
    [InlineData("出台 完成 建成 印发 投用 投产 投入使用 竣工 通车 实现目标 达到目标 上线 交付 启用 全部完成 全面建成 正式上线 基本建成 力争完成")]
    public void What_is_achieved_in_a_month_is_a_milestone(string words) => Assert.All(words.Split(' '), word => Assert.Equal("2019-10-31", Milestones($"10月{word}。")));

    [Theory]
    [InlineData("完成 建成 力争 争取 确保 达到 实现 出台 新增 新建 提高 提升 控制 降低 增长 增加 以上 覆盖 投用 投产 投运 竣工 验收 形成 建设 改造 创建 培育 打造 启动 开工 组织 开展 推进 全市建设 重点建设 计划建设 拟建设 基本建设")]
    public void What_a_clause_reaches_in_a_bare_year_is_one(string words) => Assert.All(words.Split(' '), word => Assert.Equal("2020-12-31", Milestones($"2020年{word}示范点。")));

    [Theory]
    [InlineData("2020年起推行 2020年以来推行 2020年以后推行 2020年之后推行 2020年后推行 2020年开始推行 2020年基础上翻番 2020年的基础上翻番 2020年度基础上翻番 比2020年增长 较2020年提高 与2020年持平 从2020年推行 自2020年推行 自从2020年推行 "
        + "始于2020年 早在2020年 同比2020年增长 相比2020年增长 截至2020年 截止2020年 截至到2020年 截止到2020年 期限至2020年 实施至2020年 执行至2020年 延续至2020年 延长至2020年 延期至2020年 顺延至2020年 实施期限到2020年")]
    public void A_start_or_what_is_compared_with_is_none(string words) => Assert.All(words.Split(' '), word => Assert.Equal("", Milestones($"相关政策{word}。")));

    [Theory]
    [InlineData("2020年起步建设 2020年后期建成 2020年到位")]
    public void Words_that_only_look_like_a_start_are_none(string words) => Assert.All(words.Split(' '), word => Assert.Equal("2020-12-31", Milestones($"确保{word}。")));

    [Theory]
    [InlineData("考核 绩效考核 综合考评 目标考核 责任制考核 工作考核 述职 评比 总结 结算 决算")]
    public void An_occasion_at_the_end_of_a_year_is_no_limit(string words) => Assert.All(words.Split(' '), word => Assert.Equal("", Milestones($"落实年底{word}制度。")));

    [Theory]
    [InlineData("AtLeast", "力争达到 达到 达 突破 超过 提高到 提升到 提高至 提升至 稳定在 保持在 不低于 不少于")]
    [InlineData("AtMost", "下降到 下降至 降低到 降到 降至 压减到 压缩到 压缩至 控制在 不高于 不超过")]
    [InlineData("Increase", "增长 提高 提升 增加")]
    [InlineData("Decrease", "下降 降低 减少")]
    [InlineData("Exactly", "新增 新建 新改建 改扩建 改造 建成 建设 培育 打造 引进 招引 完成 创建 创成 培训 种植 栽植 整治 治理 修复 发放 帮扶 安置 救助 举办 铺设 淘汰 压减 拆除 更新 配备 选派 抽检 转移就业")]
    public void A_verb_in_front_of_a_quantity_says_how_it_binds(string comparison, string verbs) => Assert.All(verbs.Split(' '), verb =>
    {
        var target = Assert.Single(Task($"全市总量{verb}8个。").Targets);
        Assert.Equal((comparison, verb), (target.Comparison.ToString(), target.Verb));
    });

    [Theory]
    [InlineData("个百分点 个工作日 % ‰ 亿元 万元 元 亿 万亩 亩 万人次 万人 万户 万吨 万千瓦 千瓦 万平方米 平方米 万立方米 立方米 公顷 兆瓦 万套 万个 万张 万台 万辆 万件 万头 万只 万株 小时 分钟 平方公里 公里 千米 米 吨 人次 名 人 户 家 个 所 座 张 条 件 项 处 套 台 辆 起 次 倍 支 场 岁 天 万 分")]
    public void A_quantity_keeps_its_printed_unit(string units) => Assert.All(units.Split(' '), unit => Assert.Equal(unit, Assert.Single(Task($"总量达到8{unit}。").Targets).Unit));

    [Theory]
    [InlineData("以上 余", "AtLeast")]
    [InlineData("以内 以下", "AtMost")]
    [InlineData("左右 上下", "About")]
    public void A_tail_behind_a_quantity_says_how_it_binds(string tails, string comparison) => Assert.All(tails.Split(' '), tail =>
        Assert.Equal(comparison, Assert.Single(Task($"建成8个{tail}。").Targets).Comparison.ToString()));

    [Theory]
    [InlineData("% ‰ 亿元 万元 万亩 万人 公里 名 户 家 个 所 座 张")]
    public void A_quantity_with_a_tail_needs_no_verb(string units) => Assert.All(units.Split(' '), unit => Assert.Single(Task($"总量8{unit}以上。").Targets));

    [Theory]
    [InlineData("进一步 切实 大力 全面 着力 积极 不断 努力 扎实 深入 持续 加快 加大", "夯实工作基础")]
    [InlineData("加强 加快 推进 推动 完善 建立 健全 强化 优化 提升 提高 落实 做好 抓好 实施 开展 深化 扩大 促进 培育 构建 打造 发展 支持 鼓励 引导 规范 创新 夯实 统筹 制定 编制 严格 确保 巩固 拓展 壮大 改善 改进 狠抓 突出 整合 搭建 解决 化解 破解 整治 治理 排查 清理 补齐 消除 防范", "产业基础")]
    public void A_heading_that_begins_with_an_action_orders_though_it_ends_like_one_that_tells(string words, string rest) =>
        Assert.All(words.Split(' '), word => Assert.Equal(2, Reading.Plan($"（一）甲。整理账目。\n二、{word}{rest}\n（一）乙。整理资产。逐项登记。").Documents[0].Tasks.Count));

    [Theory]
    [InlineData("主办单位 承办单位 协办单位 支持单位 组织单位 指导单位 举办单位 主办、承办单位 组织机构")]
    public void Who_holds_an_event_is_no_work(string headings) =>
        Assert.All(headings.Split(' '), heading => Assert.Single(Reading.Plan($"（一）甲。整理账目。\n二、{heading}\n（一）乙。整理资产。逐项登记。").Documents[0].Tasks));

    [Theory]
    [InlineData("各街道 有关部门 相关单位 其他部门 其它部门 全体成员单位 全市学校 全省学校 全县学校 全区学校 全州学校 所有学校 部分学校 骨干企业 重点企业 涉及单位 属地政府 所在地政府 辖区政府 当地政府 县级部门 市级部门 省级部门 地方政府 基层政府 沿江政府 沿海政府 沿线政府 沿边政府 周边政府 毗邻政府 试点学校 "
        + "12个街道 三个乡 5个镇 5个县 5个区 5个市 5个州 5个旗 5个部门 5个单位 5个社区 5个村 市各部门 市直各单位 学校 中小学 中小学校 中小学幼儿园 幼儿园 托育机构 养老机构 行政村 村居 村委会 居委会 物业服务企业 项目所在村 项目所在社区 项目所在乡镇 项目所在街道 项目所在县区 "
        + "县市区 县区政府 市区县 区县 区市县 市县 市州 县市 旗县区 旗县 旗县市区 镇街 街镇 乡镇街道 乡镇 镇乡 镇街道 镇村街道 省市级单位 市县级单位 街道办事处 县区管委会 县区党委 县区人民政府 市属国企 省属国有企业 县属企业 市属高校 市属医院 省属院校 市属学校 市属公司 区属重点企业 "
        + "金融机构 保险公司 证券公司 担保公司 小贷公司 商业银行 龙头企业 高校 高等学校 高等院校 职业院校 院校 科研院所 高校院所 科研机构 医疗机构 行业协会 商协会 社会组织 社会团体 运营商 运营企业 新闻媒体 媒体 中介机构 部门 平台企业 技术中心 业主单位 建设单位 施工单位 "
        + "市级有关部门 市相关单位 市各企业 市所属机构 市成员单位 市主管部门 市责任单位 市职能部门 市涉农部门 市业务主管部门 市行业主管部门 市有关金融机构 市有关银行机构 市有关保险公司 市有关医疗机构 市有关培训机构 市有关教育机构 市相关委办局 市相关局办 市有关科室 市有关处室 市有关高校 市有关院校 "
        + "市直部门 省直单位 区直机关 县级机关 州级企业 市级国有企业 市级高校 市直委办局 市直机关各部门 管理部门 监督部门 服务部门 事务部门 保护部门 执法部门 综合部门 协调部门 经济部门 产业部门 投资部门 安全部门 改革部门 建设部门 项目部门")]
    public void This_names_a_class_of_organs(string names) => Assert.All(names.Split(' '), name => Assert.Equal($"{name}/Rg", Reading.Departments($"（责任单位：{name}）")));

    [Theory]
    [InlineData("市级机关事务管理局 省级机关事务管理局 地方金融监管局 地方税务局 地方海事局 地方史志办 地方志办公室 地方铁路局 基层卫生科 县直机关工委 市直机关工作委员会 县直机关党委 县直机关党工委 区直机关事务中心 教育部门 民政主管部门 市旅游协会 县商业银行 各界联合会")]
    public void This_names_one_organ_though_it_looks_like_a_class(string names) => Assert.All(names.Split(' '), name => Assert.Equal($"{name}/R", Reading.Departments($"（责任单位：{name}）")));

    [Theory]
    [InlineData("省 市 县 区 州 旗 盟 镇 乡 自治区 江北省 江北市 江北县 江北区 江北州 江北旗 江北盟 江北自治州 江北自治县 江北兵团 省政府 市人民政府")]
    public void A_level_or_place_that_a_list_prints_once_holds_for_the_names_behind_it(string levels) => Assert.All(levels.Split(' '), level =>
    {
        var bare = level.Replace("人民政府", "").Replace("政府", "");
        Assert.Equal($"{level}科技局/R {bare}财政局/R", Reading.Departments($"（责任单位：{level}科技局、财政局）"));
    });

    [Theory]
    [InlineData("村民政局 镇街办事处 区域发展中心 区块链中心 市场监管局 市容中心 县级教育中心 省直教育中心 乡镇教育中心 省属教育中心 区政府 县委 市政中心 区外教育中心")]
    public void A_word_that_begins_like_a_level_is_none(string names) => Assert.All(names.Split(' '), name => Assert.EndsWith(" 财政局/R", Reading.Departments($"（责任单位：{name}、财政局）"), StringComparison.Ordinal));

    [Theory]
    [InlineData("并报市政府 经市政府审定 报市政府审批 结果报市政府 实行市政府督办 纳入市政府考核 参照市政府办法执行 对照市政府标准执行 作为市政府考核办法 情况报市政府办公室 进展情况报送市教育局 定期报告县委办公室 规划报省政府备案")]
    public void What_follows_the_last_verb_and_names_no_doer_is_a_remark(string remarks) =>
        Assert.All(remarks.Split(' '), remark => Assert.Equal("市财政局/L 市审计局/S", Reading.Departments($"（市财政局牵头，市审计局配合，{remark}）")));

    [Theory]
    [InlineData("按照职责 根据分工 依据职责 依照职责 结合实际 围绕目标 对照清单 参照办法")]
    public void On_what_ground_is_not_who(string words) => Assert.All(words.Split(' '), word => Assert.Equal("市财政局/R", Reading.Departments($"（责任单位：{word}、市财政局）")));

    [Theory]
    [InlineData("局长 主任 书记 部长 院长 处长 经理 镇长 乡长 县长 区长 主席 所长 站长 队长 行长 校长 党组书记 党委书记 副局长")]
    public void Who_holds_the_office_is_a_person_behind_the_organ(string offices) => Assert.All(offices.Split(' '), office =>
    {
        var task = Task("", $"（责任单位：县教育局{office}李敏）");
        Assert.Equal(("县教育局/R", $"{office}李敏"), (Reading.Departments(task), string.Join(' ', task.Leaders)));
    });

    [Theory]
    [InlineData("责任人 负责人 责任领导 分管领导 联系人")]
    public void A_person_in_brackets_behind_an_organ_answers_for_it(string labels) => Assert.All(labels.Split(' '), label =>
    {
        var task = Task("", $"（责任单位：县教育局（{label}：李敏）、县财政局）");
        Assert.Equal(("县教育局/R 县财政局/R", "李敏"), (Reading.Departments(task), string.Join(' ', task.Leaders)));
    });

    [Theory]
    [InlineData("排在第一位的为牵头单位 排第一名的为牵头单位 首位的是牵头单位 首个单位为牵头单位 第一家为牵头单位 首列的为牵头单位 排在首位的系牵头单位 第一位的为汇总单位 第一位的为主办单位 第一位的为第一责任单位 第一位的为主要责任单位")]
    public void Any_of_these_says_that_the_first_listed_leads(string statements) => Assert.All(statements.Split(' '), statement =>
        Assert.Equal("市财政局/L 市审计局/R", Reading.Departments($"（市财政局、市审计局负责。{statement}，下同）")));

    [Theory]
    [InlineData("其他 其余 后面 后列", "配合 参与 协办 协助")]
    public void Any_of_these_says_that_the_others_help(string others, string roles) => Assert.All(others.Split(' ').SelectMany(o => roles.Split(' ').Select(r => $"{o}的为{r}单位")), rest =>
        Assert.Equal(["（一） 甲 | 市财政局/L 市审计局/S"], Reading.Tasks(Reading.Plan($"以下分工中，列第一位的为牵头单位，{rest}。\n（一）甲。（市财政局、市审计局）"))));

    [Theory]
    [InlineData("无牵头单位的 没有牵头单位的 未明确牵头单位的 未标明牵头单位的 未标注牵头单位的 未注牵头单位的 未注明牵头单位的 未列牵头单位的")]
    public void Any_of_these_says_that_the_responsible_lead(string statements) => Assert.All(statements.Split(' '), statement =>
        Assert.Equal(["（一） 甲 | 市财政局/L"], Reading.Tasks(Reading.Plan($"{statement}，责任单位即为牵头单位。\n（一）甲。（责任单位：市财政局）"))));

    [Theory]
    [InlineData("标★的为牵头单位 带★的是牵头单位 标★的系牵头单位 ★表示牵头单位 ★代表牵头单位")]
    public void Any_of_these_says_what_a_sign_means(string statements) => Assert.All(statements.Split(' '), statement =>
        Assert.Equal("（一） 甲 | 市审计局/R 市财政局/L", Reading.Tasks(Reading.Plan($"（一）甲。（责任单位：市审计局、市财政局★）\n注：{statement}。\n"))[0]));

    [Theory]
    [InlineData("均需各县区落实，不再单独列出 都需各县区落实，不再列出 均须各县区实施，不再一一列明 均应各县区贯彻落实，不再另行列入 均要各县区负责，不再逐一列举 均由各县区组织实施，不再逐项列出 均涉及各县区，不再重复列出 均包括各县区，以下不再列出 均包含各县区，下文不再列出 全部由各县区抓好落实，表中不再列出 均由各县区具体落实，不再做分工")]
    public void Any_of_these_adds_a_class_to_every_item(string statements) => Assert.All(statements.Split(' '), statement =>
        Assert.Equal(["（一） 甲 | 市财政局/R 各县区/Rg"], Reading.Tasks(Reading.Plan($"以下各项{statement}。\n（一）甲。（责任单位：市财政局）"))));

    private static ParsedTask Task(string text, string tag = "（市民政局负责）") => Reading.Plan("（一）推进示范建设。" + text + tag).Documents[0].Tasks.Single();

    private static string Deadline(string tag) => Reading.Deadline(Task("完善机制。", tag).Deadline);

    private static string Milestones(string text) => string.Join(' ', Task(text).Milestones.Select(m => m.ToString("yyyy-MM-dd")));
}
