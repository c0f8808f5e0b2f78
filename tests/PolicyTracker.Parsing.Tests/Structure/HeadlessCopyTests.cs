namespace PolicyTracker.Parsing.Tests.Structure;

/// <summary>Copies that lost a part of their head: what is not printed is not made up.</summary>
public sealed class HeadlessCopyTests
{
    private const string Signed = "\n青石县水利局\n2031年4月10日\n";
    private const string Plan = "青石县河道整治工作方案\n为整治河道，制定本方案，请各单位抓好落实，务求取得实效。\n一、主要任务\n（一）清淤。（责任单位：县水利局）";

    [Theory]
    [InlineData("各镇人民政府：\n现将《青石县河道整治工作方案》印发给你们，请认真组织实施。" + Signed + Plan)]
    [InlineData("各镇人民政府：\n《青石县河道整治工作方案》已经县政府同意，现印发给你们。" + Signed + Plan)]
    [InlineData("近日，青石县印发《青石县河道整治工作方案》。全文如下：\n" + Plan)]
    [InlineData("各镇人民政府：\n现将《青石县河道整治工作方案》印发给你们，请认真组织实施。" + Signed + "青石县河道整治\n工作方案\n一、主要任务\n（一）清淤。（责任单位：县水利局）")]
    public void The_plan_that_the_text_announces_and_prints_gives_the_title(string copy)
    {
        var document = Reading.Notice(copy).Documents.Single();
        Assert.Equal(("青石县河道整治工作方案", "青石县河道整治工作方案 一、主要任务"), (document.Title, string.Join(' ', document.Tasks.Single().Path)));
    }

    [Theory]
    [InlineData("各镇人民政府：\n《青石县河道整治工作方案》已经县政府同意，现印发给你们。\n一、主要任务\n（一）清淤。（责任单位：县水利局）")]
    [InlineData("一、主要任务\n（一）清淤。（责任单位：县水利局）")]
    [InlineData("为整治河道，现将有关任务分解如下，请抓好落实。\n一、主要任务\n（一）清淤。（责任单位：县水利局）")]
    public void A_copy_without_a_title_has_none_and_its_tasks_no_heading_of_that_name(string copy)
    {
        var document = Reading.Notice(copy).Documents.Single();
        Assert.Equal(("", "一、主要任务"), (document.Title, string.Join(' ', document.Tasks.Single().Path)));
    }

    [Fact]
    public void An_annex_alone_is_called_by_its_own_title() => Assert.Equal(
        "青石县健康饮食与体育产业促进行动",
        Reading.Notice("附件4\n青石县健康饮食与体育产业\n促进行动\n体重与健康状况密切相关，是反映健康的指标。为促进健康，开展本行动，请各单位抓好落实。\n一、主要任务\n（一）建步道。（责任单位：县体育局）").Documents.Single().Title);

    [Theory]
    [InlineData("青石县人民政府办公室关于做好修桥工作的通知 青政办发〔2031〕42号\n青石县人民政府办公室关于做好修桥工作的通知\n青政办发〔2031〕42号")]
    [InlineData("青石县人民政府办公室关于\n做好修桥工作的通知\n（青政办发〔2031〕42号）")]
    [InlineData("【重点工作】青石县人民政府办公室关于做好修桥工作的通知\n青政办发〔2031〕42号")]
    [InlineData("首页 |\n|\n青石县人民政府办公室关于做好修桥工作的通知 |\n||||\n青石县人民政府办公室关于做好修桥工作的通知 |\n青政办发〔2031〕42号")]
    public void What_stands_around_a_title_is_no_part_of_it(string head)
    {
        var document = Reading.Notice(head + "\n各镇人民政府：\n请抓好落实。").Documents.Single();
        Assert.Equal(("青石县人民政府办公室关于做好修桥工作的通知", "青政办发〔2031〕42号"), (document.Title, document.DocNumber));
    }

    [Fact]
    public void A_title_in_quotation_marks_is_read_without_them() => Assert.Equal(
        "关于进一步帮助小店纾困的具体实施细则", Reading.Notice("《关于进一步帮助小店纾困的具体实施细则》\n为帮助小店，制定本细则，请各单位抓好落实，务求实效，不得推诿。\n一、减租。免租三个月。").Documents.Single().Title);

    [Fact]
    public void A_report_that_a_notice_hands_out_does_not_end_its_title() => Assert.Equal(
        "关于印发区政府二〇三一年政府工作报告任务分解的通知",
        Reading.Notice("青政办发〔2031〕15号\n关于印发区政府二〇三一年政府工作报告\n任务分解的通知\n各镇人民政府：\n请抓好落实。").Documents.Single().Title);

    [Theory]
    [InlineData("请抓好落实。", null)]
    [InlineData("请抓好落实。\n青石县人民政府办公室", "青石县人民政府办公室")]
    [InlineData("请抓好落实。\n2031年4月11日", "青石县人民政府办公室")]
    [InlineData("请抓好落实。\n　　　　　青石县人民政府办公室　　　\n\n青石县修桥工作方案", "青石县人民政府办公室")]
    public void Who_signs_is_the_issuer_and_the_title_alone_makes_none(string text, string? issuer)
    {
        var document = Reading.Notice("青石县人民政府办公室关于做好修桥工作的通知\n各镇人民政府：\n" + text).Documents.Single();
        Assert.Equal((issuer, "青石县人民政府办公室"), (document.Issuer, document.TitleOrgan));
    }

    [Theory]
    [InlineData("青石县教育局青石县财政局", "青石县教育局、青石县财政局")]
    [InlineData("青石县新型流行性疾病疫情\n防控应急保障组办公室", "青石县新型流行性疾病疫情防控应急保障组办公室")]
    [InlineData("联系人：何平，孙先生也可以联系，联系电话：2345678\n青石县教育局  青石县财政局\n青石县人力资源局  青石县体育局", "青石县教育局、青石县财政局、青石县人力资源局、青石县体育局")]
    [InlineData("青石县教育局\n青石县财政局", "青石县教育局、青石县财政局")]
    public void Signatures_are_parted_and_joined_as_their_names_are_built(string signature, string issuer) =>
        Assert.Equal(issuer, Reading.Notice("关于做好修桥工作的通知\n各镇人民政府：\n请抓好落实。\n" + signature + "\n2031年4月11日").Documents.Single().Issuer);
}
