namespace PolicyTracker.Parsing.Tests.Tasks;

/// <summary>Rules that a notice states for its own tags, and how far they reach.</summary>
public sealed class DocumentRulesTests
{
    [Theory]
    [InlineData("（责任单位：市财政局★、市审计局）", "注：标★的为牵头单位。", "市财政局/L 市审计局/R")]
    [InlineData("（责任单位：市审计局、▲市财政局）", "带▲号的单位为牵头单位。", "市审计局/R 市财政局/L")]
    [InlineData("（责任单位：市财政局★、市审计局）", "注：标★的为约束性任务。", "市财政局/R 市审计局/R")]
    public void A_sign_at_a_name_means_what_the_document_says(string tag, string note, string expected) =>
        Assert.Equal("（一） 甲 | " + expected, Reading.Tasks(Reading.Plan($"（一）甲。{tag}\n{note}\n"))[0]);

    [Theory]
    [InlineData("排在第一位的为牵头单位，下同")]
    [InlineData("列首位的为牵头单位，下同")]
    [InlineData("任务后括号内排在首位的为牵头单位，其他单位按职责分工负责，下同")]
    [InlineData("排名第一的为牵头（或汇总）单位，下同")]
    [InlineData("责任单位中第一个为牵头单位，下同")]
    public void The_first_listed_leads_from_the_tag_that_says_so_onward(string statement) => Assert.Equal(
        ["（一） 甲 | 市财政局/R 市审计局/R", "（二） 乙 | 市教育局/L 市审计局/R", "（三） 丙 | 市民政局/L"],
        Tasks($"（一）甲。（责任单位：市财政局、市审计局）\n（二）乙。（责任单位：市教育局、市审计局。{statement}）\n（三）丙。（责任单位：市民政局）"));

    [Fact]
    public void Whom_all_later_tags_include_a_tag_may_say() => Assert.Equal(
        ["（一） 甲 | 市财政局/R 各县区人民政府/Rg", "（二） 乙 | 市教育局/R 各县区人民政府/Rg"],
        Tasks("（一）甲。（责任单位：市财政局、各县区人民政府，以下分工均含各县区人民政府）\n（二）乙。（责任单位：市教育局）"));

    [Fact]
    public void Separate_duty_a_named_leader_or_a_class_in_front_suspend_that_rule() => Assert.Equal(
        ["（一） 甲 | 市财政局/L", "（二） 乙 | 市教育局/R 市审计局/R", "（三） 丙 | 市民政局/R 市财政局/L", "（四） 丁 | 各县（区）人民政府/Rg 市财政局/R"],
        Tasks("（一）甲。（市财政局负责。排在第一位的为牵头部门，下同）\n（二）乙。（市教育局、市审计局分别负责）\n（三）丙。（责任单位：市民政局；牵头单位：市财政局）\n（四）丁。（责任单位：各县（区）人民政府、市财政局）"));

    [Fact]
    public void So_they_do_where_it_says_so_below_its_table() => Assert.Equal(
        ["1 修缮桥梁 | 市公路局/L 市财政局/S", "2 治理河道 | 市水利局/L 市财政局/S"],
        Tasks("序号\t工作任务\t主要责任单位\n1\t修缮桥梁\t市公路局 市财政局\n2\t治理河道\t市水利局 市财政局\n注：主要责任单位第一个为牵头单位，其余为主要配合单位。"));

    [Fact]
    public void The_others_support_if_the_notice_says_so() => Assert.Equal(
        ["（一） 甲 | 市财政局/L 市审计局/S 各县区/Rg"],
        Tasks("以下分工中，列第一位的为牵头单位，其他为配合单位。以下均需各县区落实，不再列出。\n（一）甲。（市财政局、市审计局）"));

    [Fact]
    public void A_rule_in_brackets_in_the_opening_text_is_no_tag_of_its_own() => Assert.Equal(
        ["（一） 甲 | 市财政局/L 市审计局/R"],
        Tasks("现将重点工作安排如下（任务后括号内排在首位的为牵头单位，其他单位按职责分工负责，下同）：\n（一）甲。（市财政局、市审计局）"));

    [Fact]
    public void Where_no_leader_is_marked_the_responsible_lead_too() => Assert.Equal(
        ["（一） 甲 | 市财政局/L"], Tasks("标注“牵头”的为牵头单位；未标注牵头单位的，责任单位即为牵头单位。\n（一）甲。（责任单位：市财政局）"));

    [Fact]
    public void Where_nobody_leads_the_responsible_lead_if_the_notice_says_so() => Assert.Equal(
        ["（一） 甲 | 市财政局/L 市审计局/L", "（二） 乙 | 市教育局/L 市审计局/R"],
        Tasks("无牵头单位的，责任单位即为牵头单位。\n（一）甲。（责任单位：市财政局、市审计局）\n（二）乙。（牵头单位：市教育局；责任单位：市审计局）"));

    [Fact]
    public void Then_a_class_leads_too() => Assert.Equal(
        ["（一） 甲 | 各区人民政府/Lg"], Tasks("无牵头单位的，责任单位即为牵头单位。\n（一）甲。（责任单位：各区人民政府）"));

    [Fact]
    public void A_class_that_answers_for_every_item_is_added_to_the_later_ones() => Assert.Equal(
        ["（一） 甲 | 市财政局/R 各县区/Rg"],
        Tasks("以下各项均需各县区落实，不再单独列出。\n（一）甲。（责任单位：市财政局）"));

    [Fact]
    public void Said_in_brackets_below_a_tag_it_is_neither_a_tag_nor_a_task() => Assert.Equal(
        ["1. 甲 | 市财政局/R 各县区人民政府/Rg", "2. 乙 | 市教育局/R 各县区人民政府/Rg"],
        Tasks("1.甲。\n责任单位：市财政局\n（以下均需各县区人民政府落实，不再列出）\n2.乙。\n责任单位：市教育局"));

    [Fact]
    public void Such_a_class_may_be_named_inside_a_tag() => Assert.Equal(
        ["（一） 甲 | 市财政局/R 市审计局/R 各县区政府/Rg", "（二） 乙 | 市教育局/R 各县区政府/Rg"],
        Tasks("（一）甲。（市财政局、市审计局分工负责，以下任务均需各县区政府负责，不再列出）\n（二）乙。（市教育局）"));

    [Fact]
    public void So_does_a_tag_that_says_that_all_items_concern_a_class() => Assert.Equal(
        ["（一） 甲 | 市财政局/R 市审计局/R 有关县（区）人民政府/Rg", "（二） 乙 | 市教育局/R 有关县（区）人民政府/Rg"],
        Tasks("（一）甲。（责任单位：市财政局、市审计局按职责分工负责。具体任务均涉及有关县（区）人民政府，不再做分工，下同）\n（二）乙。（责任单位：市教育局）"));

    [Fact]
    public void Or_that_the_responsible_always_include_a_class() => Assert.Equal(
        ["（一） 甲 | 市财政局/R 各县区政府/Rg", "（二） 乙 | 市教育局/R 各县区政府/Rg"],
        Tasks("（一）甲。（市财政局及各县区政府按职责分工负责。以下责任单位均包括各县区政府，不再列出）\n（二）乙。（市教育局负责）"));

    [Fact]
    public void There_may_be_several_such_classes() => Assert.Equal(
        ["（一） 甲 | 市财政局/R 各县区人民政府/Rg 各园区管委会/Rg", "（二） 乙 | 市教育局/R 各县区人民政府/Rg 各园区管委会/Rg"],
        Tasks("（一）甲。（责任单位：市财政局，各县区人民政府、各园区管委会。以下各项均需各县区人民政府、各园区管委会落实，不再单独列出）\n（二）乙。（责任单位：市教育局）"));

    [Fact]
    public void Or_that_a_class_helps_with_all_of_them() => Assert.Equal(
        ["（一） 甲 | 市财政局/L 各片区/Sg", "（二） 乙 | 市教育局/L 各片区/Sg"],
        Tasks("（一）甲。（市财政局牵头负责；各片区负责配合落实，以下均需各片区配合落实，不再列出）\n（二）乙。（市教育局牵头负责）"));

    [Theory]
    [InlineData("为实施单位", "R")]
    [InlineData("均为责任单位", "R")]
    [InlineData("为落实单位", "R")]
    [InlineData("为配合单位", "S")]
    public void Or_that_it_is_their_unit_from_there_on(string statement, string role) => Assert.Equal(
        [$"（一） 甲 | 市财政局/L 各区市场监管局/{role}g 机场分局/{role}", $"（二） 乙 | 市教育局/L 各区市场监管局/{role}g 机场分局/{role}"],
        Tasks($"（一）甲。（牵头处室：市财政局，各区市场监管局、机场分局{statement}，下同）\n（二）乙。（牵头处室：市教育局）"));

    [Fact]
    public void One_organ_may_answer_for_all_of_them_too() => Assert.Equal(
        ["（一） 甲 | 市财政局/L 市审计局/R", "（二） 乙 | 市教育局/L 市审计局/R"],
        Tasks("（一）甲。（市财政局牵头；市审计局组织落实。以下均需市审计局落实，不再单独列出）\n（二）乙。（市教育局牵头）"));

    [Fact]
    public void What_is_said_about_an_exception_names_nobody() => Assert.Equal(
        ["（一） 甲 | 市财政局/L 各县区政府/Rg", "（二） 乙 | 市教育局/R 各县区政府/Rg"],
        Tasks("（一）甲。（市财政局牵头，各县区政府负责落实。以下均需各县区政府落实，区政府无相关职能的，由市政府责任部门负责相关工作，不再列出）\n（二）乙。（市教育局）"));

    [Fact]
    public void That_the_responsible_lead_where_nobody_does_may_be_said_at_the_end() => Assert.Equal(
        ["（一） 甲 | 市财政局/L"], Tasks("（一）甲。（责任单位：市财政局）\n二、工作要求\n以上任务中，无牵头单位的，责任单位即为牵头单位。").Where(t => t.Contains('甲', StringComparison.Ordinal)));

    [Fact]
    public void A_gloss_that_holds_from_here_on_stays_out_of_the_name() => Assert.Equal(
        ["（一） 甲 | 市财政局/R 各县区政府/Rg"], Tasks("（一）甲。（责任单位：市财政局、各县区政府（含高新区管委会，下同））"));

    [Fact]
    public void An_organ_in_two_lists_counts_once_as_leader() => Assert.Equal(
        ["（一） 甲 | 市财政局/L 市审计局/R"], Tasks("（一）甲。（牵头单位：市财政局；责任单位：市财政局、市审计局）"));

    [Theory]
    [InlineData("坚持把发展放在第一位，为牵引作用大的企业服务。")]
    [InlineData("首批项目由市财政局牵头推进。")]
    public void Prose_about_first_places_is_no_rule(string sentence) => Assert.Equal(
        ["（二） 乙 | 市教育局/R 市审计局/R"], Tasks($"{sentence}\n（二）乙。（责任单位：市教育局、市审计局）"));

    [Theory]
    [InlineData("临江市人民政府关于同意设立示范园区的批复")]
    [InlineData("临江市人民政府关于张某等职务任免的通知")]
    [InlineData("临江市城市绿化管理办法")]
    [InlineData("临江市人民政府办公室关于2020年国庆节放假安排的通知")]
    [InlineData("临江市人民政府关于表彰先进集体的决定")]
    public void A_notice_that_hands_out_nothing_has_no_assigned_task(string title)
    {
        var notice = Reading.Notice($"{title}\n临政函〔2020〕3号\n江东区人民政府：\n一、同意上述事项（市财政局负责）。\n二、做好衔接（由市教育局牵头，市审计局配合）。\n临江市人民政府\n2020年9月1日");
        Assert.DoesNotContain(notice.Documents[0].Tasks, t => t.Departments.Count > 0);
    }

    [Fact]
    public void Same_as_above_means_those_of_the_same_role_if_there_are_any() => Assert.Equal(
        ["（一） 甲 | 市财政局/L 市审计局/S", "（二） 乙 | 市财政局/L 市统计局/S", "（三） 丙 | 市财政局/L 市统计局/S"],
        Tasks("（一）甲。（牵头单位：市财政局；配合单位：市审计局）\n（二）乙。（牵头单位：同上；配合单位：市统计局）\n（三）丙。（责任单位：同上）"));

    [Fact]
    public void A_marked_name_does_not_lead_where_the_tag_itself_names_a_leader() => Assert.Equal(
        ["（一） 甲 | 市统计局/L 市财政局/R 市审计局/R", "（二） 乙 | 市统计局/S 市审计局/S"],
        Tasks("注：标★的为牵头单位。\n（一）甲。（牵头单位：市统计局；责任单位：市财政局★、市审计局）\n（二）乙。（配合单位：市统计局★、市审计局）"));

    [Fact]
    public void Who_supports_does_not_lead_though_nobody_else_does() => Assert.Equal(
        ["（一） 甲 | 市财政局/L 市审计局/S"], Tasks("无牵头单位的，责任单位即为牵头单位。\n（一）甲。（责任单位：市财政局；配合单位：市审计局）"));

    [Fact]
    public void A_standing_class_keeps_what_its_brackets_add_and_the_last_one_holds() => Assert.Equal(
        ["（一） 甲 | 市财政局/R 各县区（含高新区）/Rg"],
        Tasks("以下各项均需市教育局落实，不再单独列出。\n以下各项均需各县区（含高新区）落实，不再单独列出。\n（一）甲。（责任单位：市财政局）"));

    [Theory]
    [InlineData("2020年度审计问题整改方案", "By ..2021-09-30")]
    [InlineData("2022年工作要点", "By ..2022-09-30")]
    public void A_date_without_its_year_is_of_the_title_s_year_unless_that_was_over_before(string title, string deadline) => Assert.Equal(
        deadline, Reading.Deadline(Reading.Notice($"临江市人民政府关于印发{title}的通知\n各县区人民政府：\n请认真落实。\n临江市人民政府\n2021年3月5日\n{title}\n一、重点任务\n（一）清淤。（责任单位：市水利局；完成时限：9月底前）\n").Documents[0].Tasks[0].Deadline));

    private static string[] Tasks(string items) => Reading.Tasks(Reading.Plan(items));
}
