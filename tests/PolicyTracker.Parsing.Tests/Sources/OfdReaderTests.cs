using PolicyTracker.Parsing.Sources;

namespace PolicyTracker.Parsing.Tests.Sources;

/// <summary>Written from GB/T 33190-2016; every file here is of our own making.</summary>
public sealed class OfdReaderTests
{
    [Theory]
    [InlineData("g 5 3.2", "3.2 3.2 3.2 3.2 3.2")]
    [InlineData("3.2 g 2 1.5 4", "3.2 1.5 1.5 4")]
    [InlineData("g 99999999 1", "1 1 1 1 1 1")]
    [InlineData("", "")]
    [InlineData("g x", "0 0")]
    public void Runs_of_equal_distances_are_spelled_out(string printed, string expected) => Assert.Equal(
        expected, string.Join(' ', OfdText.Steps(printed, 6).Select(s => s.ToString(System.Globalization.CultureInfo.InvariantCulture))));

    [Fact]
    public void Lines_are_put_together_by_place_and_not_by_order() => Assert.Equal(
        ["临江市水利局", "第二行"],
        Lines(Text(40, 60, "第二行", "g 2 5"), Text(55, 40, "水利局", "g 2 5"), Text(40, 40, "临江市", "g 2 5")));

    [Fact]
    public void A_map_moves_and_scales_what_it_holds() => Assert.Equal(
        ["甲乙丙丁"],
        Lines(Text(40, 40, "甲乙", "5"), "<ofd:TextObject ID=\"2\" Size=\"1\" CTM=\"5 0 0 5 0 0\" Boundary=\"50 40 10 5\"><ofd:TextCode X=\"0\" Y=\"0.86\" DeltaX=\"1\">丙丁</ofd:TextCode></ofd:TextObject>"));

    [Fact]
    public void Invisible_text_and_page_numbers_are_left_out() => Assert.Equal(
        ["正文"],
        Lines(Text(40, 40, "正文", "5"), Text(40, 50, "水印", "5").Replace("<ofd:TextObject", "<ofd:TextObject Visible=\"false\"", StringComparison.Ordinal), Text(100, 280, "— 3 —", "g 4 3")));

    [Fact]
    public void Words_drawn_twice_for_bold_are_read_once() => Assert.Equal(["标题"], Lines(Text(40, 40, "标题", "5"), Text(40.1, 40, "标题", "5")));

    [Fact]
    public void A_file_without_text_is_refused() =>
        Assert.Equal(Refusals.NoTextInOfd, SourceReader.Read(SampleOfd.Zip(SampleOfd.Open + SampleOfd.Close), "扫描.ofd").Refusal);

    private static string Text(double x, double y, string text, string delta) => string.Create(
        System.Globalization.CultureInfo.InvariantCulture,
        $"<ofd:TextObject ID=\"1\" Size=\"5\" Boundary=\"{x} {y} 50 5\"><ofd:TextCode X=\"0\" Y=\"4.3\" DeltaX=\"{delta}\">{text}</ofd:TextCode></ofd:TextObject>");

    private static IReadOnlyList<string> Lines(params string[] objects) =>
        SampleFiles.Lines(SampleOfd.Zip(SampleOfd.Open + string.Concat(objects) + SampleOfd.Close), "made-up.ofd");
}
