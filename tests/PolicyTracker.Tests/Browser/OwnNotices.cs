using System.IO.Compression;
using System.Text;

namespace PolicyTracker.Tests.Browser;

/// <summary>Five notices of our own writing, each in another style and format.</summary>
internal static class OwnNotices
{
    public static byte[] Write(string name) => name switch
    {
        "意见.txt" => Gb18030(Opinion),
        "要点.html" => Encoding.UTF8.GetBytes(Points),
        "分工.docx" => Docx(Division),
        "分解表.xlsx" => Xlsx(Rows),
        "方案.md" => Encoding.UTF8.GetBytes(Plan),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, null),
    };

    private const string Opinion = """
        楚雄市人民政府
        关于加强城区内涝防治工作的意见
        楚市政发〔2032〕21号
        各乡、镇人民政府,市级各有关部门:
        为减少汛期城区积水,现提出以下意见。
        一、主要措施
        (一)清掏雨水管渠。汛前完成主城区雨水管渠清掏,建立清掏台账。(责任单位:市住房城乡建设局、市城市管理局;完成时限:2032年4月底前)
        (二)改造易涝积水点。对八处易涝积水点逐一制定改造方案并组织实施。(责任单位:市住房城乡建设局、市发展改革局;完成时限:2032年12月底前)
        (三)完善预警联动。建立气象、水务、交警信息共享机制。(责任单位:市气象局、市水务局、市公安局)
        楚雄市人民政府
        2032年2月18日
        """;

    private const string Points = """
        <!DOCTYPE html><html><head><meta charset="utf-8"><title>工作要点</title></head><body>
        <h1>个旧市人民政府办公室关于印发2032年政务公开工作要点的通知</h1>
        <p>个政办发〔2032〕8号</p>
        <p>各乡、镇人民政府,市直各部门:</p>
        <p>现将《2032年政务公开工作要点》印发给你们,请认真贯彻执行。</p>
        <p style="text-align:right">个旧市人民政府办公室</p><p style="text-align:right">2032年3月2日</p>
        <h2>2032年政务公开工作要点</h2>
        <p>一、推进决策公开</p>
        <p>1.公开重大决策草案。对涉及群众切身利益的决策草案,公开征求意见不少于三十日。(市司法局牵头,市政府办公室配合)</p>
        <p>2.办好政府公报。全年编发不少于十二期,并同步上网。(市政府办公室负责,2032年12月底前完成)</p>
        <p>二、推进服务公开</p>
        <p>3.更新办事指南。逐项核对高频事项的办理条件和时限。(市政务服务管理局牵头,各乡、镇人民政府配合)</p>
        </body></html>
        """;

    private static readonly string[] Division =
    [
        "安宁市人民政府办公室关于印发校园周边环境整治分工方案的通知", "安政办发〔2032〕17号", "各街道办事处,市级各部门:",
        "《校园周边环境整治分工方案》已经市人民政府同意,现印发给你们。", "安宁市人民政府办公室", "2032年8月9日", "校园周边环境整治分工方案", "一、整治内容",
        "(一)整治占道经营。清理校门两侧二百米内的流动摊点。", "牵头单位:市城市管理局;配合单位:市市场监督管理局、市公安局;完成时限:2032年9月底前",
        "(二)规范交通秩序。上下学时段设置临时停车区并安排警力。", "牵头单位:市公安局;配合单位:市教育体育局;完成时限:长期坚持",
        "(三)检查校外食品。对校园周边食品经营户逐户检查并公布结果。", "牵头单位:市市场监督管理局;配合单位:市卫生健康局;完成时限:2032年10月15日前",
    ];

    private static readonly string[][] Rows =
    [
        ["蒙自市2032年重点工作任务分解表"],
        ["序号", "工作任务", "牵头单位", "配合单位", "完成时限"],
        ["1", "建成农村公路三十公里", "市交通运输局", "市财政局", "2032年11月底前"],
        ["2", "新增城区公共停车位五百个", "市住房城乡建设局", "市公安局、市自然资源局", "2032年12月底前"],
        ["3", "改造老旧小区十二个", "市住房城乡建设局", "市发展改革局", "2032年10月底前"],
    ];

    private const string Plan = """
        # 弥勒市人民政府关于印发粮食生产提升行动方案的通知

        弥政发〔2032〕5号

        各乡、镇人民政府,市直各有关部门:

        现将《粮食生产提升行动方案》印发给你们,请结合实际抓好落实。

        弥勒市人民政府

        2032年1月20日

        ## 粮食生产提升行动方案

        ### 一、重点行动

        1. 落实播种面积。将播种任务分解到村到户,确保不少于六十万亩。(责任单位:市农业农村局,各乡、镇人民政府;完成时限:2032年5月底前)

        2. 推广良种良法。建设千亩示范片五个,组织培训不少于二十场。(责任单位:市农业农村局、市科技局;完成时限:2032年9月底前)

        3. 修复水毁设施。排查并修复小型灌溉渠道。(责任单位:市水务局)
        """;

    private static byte[] Gb18030(string text)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Encoding.GetEncoding("GB18030").GetBytes(text);
    }

    private static byte[] Docx(IEnumerable<string> paragraphs) => Zip(
        ("[Content_Types].xml", """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"""),
        ("_rels/.rels", Relation("officeDocument", "word/document.xml")),
        ("word/document.xml", $"""<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{string.Concat(paragraphs.Select(words => $"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>"))}</w:body></w:document>"""));

    private static byte[] Xlsx(string[][] rows) => Zip(
        ("[Content_Types].xml", """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>"""),
        ("_rels/.rels", Relation("officeDocument", "xl/workbook.xml")),
        ("xl/workbook.xml", """<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="分解表" sheetId="1" r:id="rId1"/></sheets></workbook>"""),
        ("xl/_rels/workbook.xml.rels", Relation("worksheet", "worksheets/sheet1.xml")),
        ("xl/worksheets/sheet1.xml", $"""<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{string.Concat(rows.Select((cells, i) => $"<row r=\"{i + 1}\">{string.Concat(cells.Select((words, c) => $"<c r=\"{(char)('A' + c)}{i + 1}\" t=\"inlineStr\"><is><t>{words}</t></is></c>"))}</row>"))}</sheetData></worksheet>"""));

    private static string Relation(string kind, string target) =>
        $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}" Target="{target}"/></Relationships>""";

    private static byte[] Zip(params (string Name, string Content)[] parts)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var entry = new StreamWriter(zip.CreateEntry(name).Open(), new UTF8Encoding(false));
                entry.Write($"<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>{content}");
            }
        }

        return stream.ToArray();
    }
}
