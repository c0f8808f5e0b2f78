using PolicyTracker.Core.Departments;
using PolicyTracker.Parsing;

namespace PolicyTracker.Tests.Core.Departments;

public sealed class DepartmentProposalsTests
{
    [Theory]
    [InlineData("财政局", "市财政局", "补上“市”：财政局 → 市财政局")]
    [InlineData("市教育局", "教育局", "去掉“市”：市教育局 → 教育局")]
    [InlineData("临山市水务局", "市水务局", "只差地名：临山市水务局 → 市水务局")]
    [InlineData("市金融办", "市政府金融办", "只差“政府”：市金融办 → 市政府金融办")]
    [InlineData("市机关事务局", "市机关事务管理局", "去掉“管理”“监督”等字以后相同：市机关事务局 = 市机关事务管理局")]
    [InlineData("市教体局", "市教育体育局", "简称：市教体局 = 市教育体育局")]
    [InlineData("市林业和草原局", "市林草局", "简称：市林草局 = 市林业和草原局")]
    [InlineData("文旅局", "市文化和旅游局", "简称：文旅局 = 市文化和旅游局")]
    [InlineData("市财攻局", "市财政局", "只差一个字：市财攻局，市财政局")]
    [InlineData("市应急管里局", "市应急管理局", "只差一个字：市应急管里局，市应急管理局")]
    public void Variant_is_likely_and_says_why(string printed, string known, string reason)
    {
        var proposal = Assert.Single(Among(known, "市审计局", "县财政所").For(printed));
        Assert.Equal((known, reason, true), (proposal.Name, proposal.Reason, proposal.IsLikely));
    }

    [Theory]
    [InlineData("市国税局", "市地税局")]
    [InlineData("市林业局", "市农业局")]
    [InlineData("市商务局", "市商务粮食局")]
    [InlineData("市卫生局", "市卫生健康委")]
    [InlineData("市旅游委", "市旅游局")]
    [InlineData("北关街道", "西关街道")]
    public void Organ_of_its_own_is_at_most_possible(string printed, string known) =>
        Assert.All(Among(known).For(printed), proposal => Assert.False(proposal.IsLikely));

    [Theory]
    [InlineData("省财政厅", "市财政厅")]
    [InlineData("市委办公室", "市政府办公室")]
    [InlineData("市法院", "市检察院")]
    [InlineData("市人民政府", "市委")]
    public void What_only_looks_alike_is_not_proposed(string printed, string known) => Assert.Empty(Among(known).For(printed));

    [Fact]
    public void Best_stands_first_and_each_department_once()
    {
        var bureau = Department.Named("市教育体育局", DepartmentKind.Department, 7);
        var proposals = Among("市教育局");
        proposals.Add(bureau, "市教育体育局");
        proposals.Add(bureau, "教育体育局");
        var found = proposals.For("市教体局");
        Assert.Equal(["市教育体育局", "市教育局"], found.Select(proposal => proposal.Department.Name));
        Assert.Equal([true, false], found.Select(proposal => proposal.IsLikely));
    }

    [Fact]
    public void Group_is_nobodys_variant()
    {
        var proposals = new DepartmentProposals("临山市");
        proposals.Add(Department.Named("各县区政府", DepartmentKind.Group, 7), "各县区政府");
        Assert.Empty(proposals.For("县政府"));
    }

    // 86,000 characters of a gazette print some 500 names; the budget of its import is a second.
    [Fact]
    public void Two_thousand_departments_are_looked_through_without_building_them_anew()
    {
        string[] fields = ["财政", "教育", "民政", "水务", "司法", "审计", "统计", "林业", "农业", "交通"];
        var proposals = Among([.. Enumerable.Range(0, 2000).Select(i => $"{(char)('一' + i)}{fields[i % 10]}局")]);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.NotEmpty(proposals.For("市财政局"));
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 4_000_000, "A look-up takes the known names to pieces again.");
    }

    private static DepartmentProposals Among(params string[] names)
    {
        var proposals = new DepartmentProposals("临山市");
        foreach (var name in names)
        {
            proposals.Add(Department.Named(name, DepartmentKind.Department, 7), name);
        }

        return proposals;
    }
}
