using System.Text;

namespace PolicyTracker.Parsing.Lines;

/// <summary>
/// One printed character to the one that rules compare: widths folded, dashes and quotes unified,
/// common traditional forms to simplified ones, white space and zero-width marks dropped.
/// </summary>
internal static class Glyphs
{
    private const char Dropped = '\0';

    // Pairs traditional → simplified, one to one, for the words that tags, titles and headings use.
    private const string Traditional =
        "責單頭負參與協辦關門縣區級組導時間務發財機構廳會銀業產農環護設計劃動點項實強專員黨團總聯衛醫療質監" +
        "檢驗應領續進開結處長標題訊號書體個萬億為將對從來這後據確網電車東場園鄉鎮濟經濟態資訊課學術圖館協" +
        "戰線報導織紀檔擋運輸鐵路橋規範圍條適廣觀眾統籌劃審計稅試驗區節約減災備儲糧種養殖漁獸藥飲環衛優" +
        "創業執權際僑臺灣離島嶼執師傳媒賬帳幣證險兒婦殘疾勞動則例貫徹執認請嚴禁屆滿週歲隊離補貼獎勵懲紅" +
        "幫扶貧脫類別號碼現狀況擴張雙樓層鋼價貿倉庫採購輛駕駛築劇樂舞辭譯讀寫參見於決轉聽釋屬與萬戶稱該並歷龍鄰鞏彙匯擬訂訪談論評議託屆執穩獲遠遷邊";
    private const string Simplified =
        "责单头负参与协办关门县区级组导时间务发财机构厅会银业产农环护设计划动点项实强专员党团总联卫医疗质监" +
        "检验应领续进开结处长标题讯号书体个万亿为将对从来这后据确网电车东场园乡镇济经济态资讯课学术图馆协" +
        "战线报导织纪档挡运输铁路桥规范围条适广观众统筹划审计税试验区节约减灾备储粮种养殖渔兽药饮环卫优" +
        "创业执权际侨台湾离岛屿执师传媒账账币证险儿妇残疾劳动则例贯彻执认请严禁届满周岁队离补贴奖励惩红" +
        "帮扶贫脱类别号码现状况扩张双楼层钢价贸仓库采购辆驾驶筑剧乐舞辞译读写参见于决转听释属与万户称该并历龙邻巩汇汇拟订访谈论评议托届执稳获远迁边";

    private static readonly char[] Table = BuildTable();

    /// <summary>The character that rules see; false when it is white space or invisible.</summary>
    public static bool TryFold(char printed, out char folded)
    {
        folded = Table[printed];
        return folded != Dropped;
    }

    /// <summary>A whole text folded, for comparing names and titles.</summary>
    public static string Fold(ReadOnlySpan<char> text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text)
            if (TryFold(c, out var f)) folded.Append(f);
        return folded.ToString();
    }

    /// <summary>The text without white space and marks of emphasis, as it is printed otherwise.</summary>
    public static string Squeeze(ReadOnlySpan<char> text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var c in text)
            if (Table[c] != Dropped) kept.Append(c);
        return kept.ToString();
    }

    private static char[] BuildTable()
    {
        var table = new char[char.MaxValue + 1];
        for (var i = 0; i < table.Length; i++) table[i] = FoldOnce((char)i);
        for (var i = 0; i < Traditional.Length; i++) table[Traditional[i]] = Simplified[i];
        return table;
    }

    private static char FoldOnce(char c) => c switch
    {
        _ when char.IsWhiteSpace(c) || char.IsControl(c) => Dropped,
        '\u200B' or '\u200C' or '\u200D' or '\u200E' or '\u200F' or '\u2060' or '\uFEFF' or '\u00AD' or '*' => Dropped,
        '—' or '–' or '―' or '‐' or '‑' or '−' or '─' or '～' or '〜' or '~' or '－' => '-',
        '\u2236' or '︰' or '﹕' => ':',
        '﹑' or '､' => '、',
        '｡' or '﹒' => '。',
        '﹐' => ',',
        '﹔' => ';',
        '﹝' => '〔',
        '﹞' => '〕',
        '「' or '『' => '“',
        '」' or '』' => '”',
        >= '\uFF01' and <= '\uFF5E' => (char)(c - 0xFEE0),
        _ => c,
    };
}
