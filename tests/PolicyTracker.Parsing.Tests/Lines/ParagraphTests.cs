namespace PolicyTracker.Parsing.Tests.Lines;

/// <summary>Where a paragraph ends.</summary>
public sealed class ParagraphTests
{
    [Fact]
    public void A_western_full_stop_ends_a_sentence_but_not_a_number() => Assert.Equal(
        ["一. 落实减免政策 | 市税务局/R 市财政局/R", "二. 完成3.5万户改造 | 市住建局/R"],
        Reading.Tasks(Reading.Notice("江东市惠企措施\n一.落实减免政策.(市税务局、市财政局)\n二.完成3.5万户改造.(市住建局)")));

    [Fact]
    public void A_tag_that_was_broken_behind_its_label_goes_on() => Assert.Equal(
        ["（一） 开展育种攻关 | 种业管理处/R 科技教育处/R | Range 2024-01-01..2026-12-31"],
        Reading.Tasks(Reading.Plan("（一）开展育种攻关。建立联合体。【责任单位：\n种业管理处、科技教育处；完成时限：2024—2026年】")));

    [Fact]
    public void Addressees_are_not_joined_to_a_title_as_wide_as_the_page()
    {
        const string Body = "为认真做好冬季安全生产工作经研究决定在全镇开展一次拉网式的安全生产大检\n查活动请各单位高度重视加强领导明确责任细化措施狠抓落实确保取得实实在在\n";
        var document = Reading.Notice("青石镇安全生产委员会关于印发《青石镇冬季安全生产大检查方案》的通知\n各村（居），各企业，镇直相关单位：\n" + Body + Body + Body + Body + "2020年11月25日").Documents.Single();
        Assert.Equal("青石镇安全生产委员会关于印发《青石镇冬季安全生产大检查方案》的通知", document.Title);
        Assert.Equal("各村（居），各企业，镇直相关单位", document.Addressees);
    }
}
