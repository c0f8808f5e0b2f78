using PolicyTracker.Core.Departments;
using PolicyTracker.Parsing;

namespace PolicyTracker.Tests.Core.Departments;

public sealed class DepartmentNameTests
{
    [Theory]
    [InlineData("市卫计委", "市卫生和计划生育委员会")]
    [InlineData("市卫计委", "市卫生计生委")]
    [InlineData("市人力资源社会保障局", "市人力资源和社会保障局")]
    [InlineData("区人社局", "区人力资源和社会保障局")]
    [InlineData("县(区)政府", "各县（区）人民政府")]
    [InlineData("市 发展改革委", "市发展和改革委员会")]
    [InlineData("县(市、区)政府", "各县市区人民政府")]
    [InlineData("各有关县区人民政府", "相关县（市、区）政府")]
    [InlineData("市残联", "市残疾人联合会")]
    [InlineData("市委编办", "市委机构编制委员会办公室")]
    public void Spellings_of_one_organ_are_equal(string one, string other) =>
        Assert.Equal(DepartmentName.KeyOf(one), DepartmentName.KeyOf(other));

    [Theory]
    [InlineData("市财政局", "区财政局")]
    [InlineData("市工商局", "市工商联")]
    [InlineData("市国税局", "市地税局")]
    [InlineData("县政府", "县(市、区)政府")]
    [InlineData("相关县(区)政府", "各县(区)政府")]
    public void Different_organs_stay_different(string one, string other) =>
        Assert.NotEqual(DepartmentName.KeyOf(one), DepartmentName.KeyOf(other));

    [Fact]
    public void Order_of_organs_puts_commissions_before_bureaus_and_groups_last()
    {
        string[] names = ["市统计局", "市财政局", "市发展改革委", "市教育局"];
        Assert.Equal(["市发展改革委", "市教育局", "市财政局", "市统计局"], names.OrderBy(name => OrganOrder.RankOf(name, DepartmentKind.Department)));
        Assert.True(OrganOrder.RankOf("各县(市、区)人民政府", DepartmentKind.Group) > OrganOrder.RankOf("某某站", DepartmentKind.Department));
    }
}
