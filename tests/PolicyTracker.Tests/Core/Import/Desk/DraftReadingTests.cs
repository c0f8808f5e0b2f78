using PolicyTracker.Core.Import.Desk;
using PolicyTracker.Parsing;

namespace PolicyTracker.Tests.Core.Import.Desk;

/// <summary>What a copy does not print is proposed from what it does print, and never without a word.</summary>
public sealed class DraftReadingTests
{
    [Fact]
    public void An_unsigned_notice_is_proposed_as_its_title_s_organ_s_and_the_desk_says_so()
    {
        var draft = Read("青石县人民政府办公室关于做好修桥工作的通知", "各镇人民政府：", "请抓好落实。");
        Assert.Equal("青石县人民政府办公室", draft.Documents.Single().Issuer);
        Assert.Contains("文末没有署名，发文机关“青石县人民政府办公室”取自标题。", draft.Doubts.Select(doubt => doubt.Message));
    }

    [Fact]
    public void A_copy_without_a_title_is_called_by_its_first_words_and_the_desk_says_so()
    {
        var draft = Read("", "各镇人民政府：", "请抓好落实。");
        Assert.Equal("各镇人民政府：", draft.Documents.Single().Title);
        Assert.Contains("没有读到标题，暂以首行代替。", draft.Doubts.Select(doubt => doubt.Message));
    }

    private static DraftNotice Read(params string[] lines) => DraftReading.Of(NoticeParser.Parse(new SourceText("made-up.txt", lines)));
}
