using PolicyTracker.Core.Departments;

namespace PolicyTracker.Tests.Core.Departments;

public sealed class GazetteerTests
{
    [Theory]
    [InlineData("云南省人民政府", "云南省")]
    [InlineData("大理市人民政府办公室", "大理市")]
    [InlineData("成都市武侯区人民政府", "武侯区")]
    [InlineData("浙江省杭州市西湖区人民政府办公室", "西湖区")]
    [InlineData("广西壮族自治区人民政府办公厅", "广西壮族自治区")]
    [InlineData("北京市人民政府", "北京市")]
    public void Place_is_the_lowest_that_the_organ_names(string organ, string place) =>
        Assert.Equal(place, Gazetteer.PlaceOf(organ)?.Name);

    [Theory]
    [InlineData("国务院办公厅")]
    [InlineData("鼓楼区人民政府")] // several cities have one
    [InlineData("")]
    public void Nothing_is_guessed_where_nothing_tells(string organ) => Assert.Null(Gazetteer.PlaceOf(organ));

    [Fact]
    public void County_shared_by_several_cities_is_found_below_its_city() =>
        Assert.Equal("南京市", Gazetteer.PlaceOf("南京市鼓楼区人民政府")?.Parent?.Name);
}
