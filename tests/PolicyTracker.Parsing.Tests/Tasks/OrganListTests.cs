namespace PolicyTracker.Parsing.Tests.Tasks;

/// <summary>How lists of organs are cut, and what a list leaves out is put back.</summary>
public sealed class OrganListTests
{
    [Theory]
    [InlineData("（责任单位：市科技局、财政局、人力资源社会保障局）", "市科技局/R 市财政局/R 市人力资源社会保障局/R")]
    [InlineData("（责任单位：临江市科技局、财政局）", "临江市科技局/R 临江市财政局/R")]
    [InlineData("（责任单位：县发改局、住建局、各乡镇人民政府）", "县发改局/R 县住建局/R 各乡镇人民政府/Rg")]
    [InlineData("（责任单位：省发展改革委、财政厅、教育厅）", "省发展改革委/R 财政厅/R 教育厅/R")]
    [InlineData("（责任单位：省教育厅、财政厅、统计局）", "省教育厅/R 省财政厅/R 省统计局/R")]
    [InlineData("（责任单位：自治区科技厅、教育厅）", "自治区科技厅/R 自治区教育厅/R")]
    [InlineData("（责任单位：区税务局、工商分局、江北海关、机场集团）", "区税务局/R 工商分局/R 江北海关/R 机场集团/R")]
    [InlineData("（责任单位：市委宣传部、组织部、市财政局）", "市委宣传部/R 市委组织部/R 市财政局/R")]
    [InlineData("（责任单位：师市党委组织部、编办、国资委）", "师市党委组织部/R 师市党委编办/R 师市国资委/R")]
    [InlineData("（责任单位：市科技局、江北新区管委会、高新区管委会）", "市科技局/R 江北新区管委会/R 高新区管委会/R")]
    [InlineData("（责任单位：市财政局、编办、组织部）", "市财政局/R 市编办/R 市委组织部/R")]
    [InlineData("（责任单位：市委组织部、编办、市财政局、党校）", "市委组织部/R 市委编办/R 市财政局/R 市委党校/R")]
    [InlineData("（责任单位：发改局、财政局、住建局）", "发改局/R 财政局/R 住建局/R")]
    [InlineData("（责任单位：市市场监管局、公安局、法院、检察院）", "市市场监管局/R 市公安局/R 市法院/R 市检察院/R")]
    [InlineData("（责任单位：市科技局、江北高新区管委会、云山镇、青河街道）", "市科技局/R 江北高新区管委会/R 云山镇/R 青河街道/R")]
    [InlineData("（责任单位：镇党政办、文化站、财政所）", "镇党政办/R 镇文化站/R 镇财政所/R")]
    [InlineData("（责任单位：市人力资源社会保障局、公务员局）", "市人力资源社会保障局/R 市公务员局/R")]
    [InlineData("（市国资委、财政局、政府金融办负责）", "市国资委/R 市财政局/R 市政府金融办/R")]
    [InlineData("（政府办公室、财政局负责）", "政府办公室/R 财政局/R")]
    [InlineData("（责任单位：县交通局、公路段）", "县交通局/R 县公路段/R")]
    [InlineData("（责任单位：县疾控中心、县人民医院、中医院）", "县疾控中心/R 县人民医院/R 县中医院/R")]
    public void An_elided_level_or_place_is_put_back_and_nothing_else(string tag, string expected) => Assert.Equal(expected, Reading.Departments(tag));

    [Theory]
    [InlineData("（责任单位：市住房和城乡建设局、市科技和知识产权局）", "市住房和城乡建设局/R 市科技和知识产权局/R")]
    [InlineData("（责任单位：市教育局和市财政局）", "市教育局/R 市财政局/R")]
    [InlineData("（责任单位：市级各医疗机构和市医保局）", "市级各医疗机构/Rg 市医保局/R")]
    [InlineData("（责任单位：市教育局以及各县区人民政府）", "市教育局/R 各县区人民政府/Rg")]
    [InlineData("（责任单位：相关部门和单位）", "相关部门和单位/Rg")]
    [InlineData("（市人大常委会办公室、市政协办公室，市教育局牵头）", "市人大常委会办公室/L 市政协办公室/L 市教育局/L")]
    [InlineData("（责任单位：市协同创新中心、市安委会办）", "市协同创新中心/R 市安委会办/R")]
    [InlineData("（责任单位：市科协、市政协办公室）", "市科协/R 市政协办公室/R")]
    [InlineData("（教育部基础教育司、高等教育司负责）", "教育部基础教育司/R 高等教育司/R")]
    [InlineData("（责任单位：县委组织部　县委宣传部　县委党校）", "县委组织部/R 县委宣传部/R 县委党校/R")]
    [InlineData("（县财政局、江北财险、东方人寿）", "县财政局/R 江北财险/R 东方人寿/R")]
    [InlineData("（市民政局，市发改委（市信用办）、人行江北中支）", "市民政局/R 市发改委/R[市信用办] 人行江北中支/R")]
    [InlineData("（责任单位：市妇联、计生协会）", "市妇联/R 市计生协会/R")]
    [InlineData("（责任单位：各乡镇党委和政府、县民政局）", "各乡镇党委和政府/Rg 县民政局/R")]
    [InlineData("（责任单位：各市州、县市区人民政府，省水利厅）", "各市州、县市区人民政府/Rg 省水利厅/R")]
    [InlineData("（责任单位：各市（州）、县（市、区、特区）人民政府）", "各市（州）、县（市、区、特区）人民政府/Rg")]
    [InlineData("（省邮政管理局牵头，省供销社及各市、县〔市、区〕配合）", "省邮政管理局/L 省供销社/S 各市、县〔市、区〕/Sg")]
    [InlineData("（责任单位：镇水利站、沿河各村）", "镇水利站/R 沿河各村/Rg")]
    [InlineData("（责任单位：有关区、县（市）政府）", "有关区、县（市）政府/Rg")]
    [InlineData("（责任单位：边境乡镇人民政府、县公安局）", "边境乡镇人民政府/Rg 县公安局/R")]
    [InlineData("（责任单位：市水利局（牵头） 市气象局）", "市水利局/L 市气象局/R")]
    [InlineData("（责任单位：区城管局、各街道、各乡镇、区市场监管局）", "区城管局/R 各街道/Rg 各乡镇/Rg 区市场监管局/R")]
    [InlineData("（责任单位：各县区、市教育局）", "各县区/Rg 市教育局/R")]
    [InlineData("（责任单位：各乡镇、县政府办）", "各乡镇/Rg 县政府办/R")]
    [InlineData("（责任单位：各市、县教育局）", "各市、县教育局/Rg")]
    [InlineData("（责任单位：市科协，各有关区、县级市）", "市科协/R 各有关区、县级市/Rg")]
    [InlineData("（责任单位：各市（地）政府（行署）、省商务厅）", "各市（地）政府（行署）/Rg 省商务厅/R")]
    [InlineData("（省商务厅负责，各市人民政府结合实际落实）", "省商务厅/R 各市人民政府/Rg")]
    [InlineData("（牵头单位：县民政局；主要协作单位：县财政局；协同配合单位：各乡镇）", "县民政局/L 县财政局/S 各乡镇/Sg")]
    [InlineData("（责任单位：各乡、镇人民政府）", "各乡、镇人民政府/Rg")]
    [InlineData("（责任单位：市防指各成员单位、市气象局）", "市防指各成员单位/Rg 市气象局/R")]
    [InlineData("（责任单位：市抗旱指挥部办公室、市扑火指挥部各成员单位）", "市抗旱指挥部办公室/R 市扑火指挥部各成员单位/Rg")]
    [InlineData("（责任单位：市教育局 市财政局 市审计局）", "市教育局/R 市财政局/R 市审计局/R")]
    public void A_list_is_cut_where_both_sides_are_names(string tag, string expected) => Assert.Equal(expected, Reading.Departments(tag));

    [Theory]
    [InlineData("（民政部门牵头，国土资源、林业部门配合）", "民政部门/L 国土资源部门/S 林业部门/S")]
    [InlineData("（责任单位：教育、价格主管部门）", "教育主管部门/R 价格主管部门/R")]
    [InlineData("（责任单位：东山、西河、北口市人民政府）", "东山市人民政府/R 西河市人民政府/R 北口市人民政府/R")]
    [InlineData("（责任单位：省水利厅、东山、西河县政府）", "省水利厅/R 东山县政府/R 西河县政府/R")]
    [InlineData("（责任单位：市财政局、税务部门）", "市财政局/R 税务部门/R")]
    [InlineData("（责任单位：移动、江北县人民政府）", "移动/R 江北县人民政府/R")]
    public void What_a_list_says_once_behind_its_last_name_is_put_back(string tag, string expected) => Assert.Equal(expected, Reading.Departments(tag));

    [Fact]
    public void A_name_that_another_tag_prints_with_its_level_has_it_in_every_list() => Assert.Equal(
        ["（一） 甲 | 区水务局/R 区自然资源分局/R 西山保护站分部/R", "（二） 乙 | 区自然资源分局/L"],
        Reading.Tasks(Reading.Plan("（一）甲。（责任单位：区水务局、自然资源分局、西山保护站分部）\n（二）乙。（牵头单位：区自然资源分局）")));

    [Theory]
    [InlineData("（责任单位：市发展改革委（市能源办）、市财政局）", "市发展改革委/R[市能源办] 市财政局/R")]
    [InlineData("（责任单位：市民政局（牵头机构建设），市医保局（负责支付政策））", "市民政局/L[牵头机构建设] 市医保局/R[负责支付政策]")]
    [InlineData("（责任单位：各县（市、区）人民政府，各乡镇（街道））", "各县（市、区）人民政府/Rg 各乡镇（街道）/Rg")]
    public void A_gloss_goes_to_the_note(string tag, string expected) => Assert.Equal(expected, Reading.Departments(tag));

    [Theory]
    [InlineData("各县（市、区）人民政府", true)]
    [InlineData("市直有关部门", true)]
    [InlineData("相关骨干企业", true)]
    [InlineData("沿线县市人民政府", true)]
    [InlineData("市各驻外办事处", true)]
    [InlineData("区级各投资公司", true)]
    [InlineData("区内各银行机构", true)]
    [InlineData("幼儿园", true)]
    [InlineData("江北幼儿园", false)]
    [InlineData("示范村所在行政村", true)]
    [InlineData("民政部门", false)]
    [InlineData("价格主管部门", false)]
    [InlineData("基层卫生科", false)]
    [InlineData("基层医疗卫生机构", true)]
    [InlineData("监管部门", true)]
    [InlineData("行政执法部门", true)]
    [InlineData("行业主管部门", true)]
    [InlineData("市级部门", true)]
    [InlineData("县（区）政府", true)]
    [InlineData("各乡镇（街道）", true)]
    [InlineData("各村（居）", true)]
    [InlineData("市安委会成员单位", true)]
    [InlineData("县直机关工委", false)]
    [InlineData("县直机关", true)]
    [InlineData("市保险行业协会", false)]
    [InlineData("市人民政府办公室", false)]
    [InlineData("江北区人民政府", false)]
    public void A_class_of_organs_is_a_group(string name, bool group)
    {
        var task = Reading.Plan($"（一）推进示范建设。完善机制。（责任单位：{name}）").Documents[0].Tasks.Single();
        Assert.Equal(group ? DepartmentKind.Group : DepartmentKind.Department, task.Departments.Single().Kind);
    }
}
