using System.Globalization;
using System.Text;

namespace PolicyTracker.Core.Departments;

/// <summary>Printed names of organs, and the form in which two spellings of one organ are equal.</summary>
public static class DepartmentName
{
    // 市卫计委 and 市卫生和计划生育委员会 are one organ. Longer forms first: each becomes the short form on its right.
    // Source: the common short forms in notices of 2012–2024 (办公厅文件 usage), not a list of one city's organs.
    private static readonly (string Long, string Short)[] Forms =
    [
        ("发展改革", "发改"), ("经济信息化", "经信"), ("工业信息化", "工信"), ("人力资源社会保障", "人社"),
        ("住房城乡建设", "住建"), ("城乡规划建设", "规建"), ("卫生计划生育", "卫计"), ("卫生计生", "卫计"), ("卫生健康", "卫健"),
        ("食品药品监督管理", "食药监"), ("食品药品监管", "食药监"), ("质量技术监督", "质监"), ("国有资产监督管理", "国资"),
        ("安全生产监督管理", "安监"), ("市场监督管理", "市监"), ("市场监管", "市监"), ("工商行政管理", "工商"),
        ("文化广电新闻出版", "文广新"), ("民族宗教事务", "民宗"), ("生态环境", "生态环境"), ("环境保护", "环保"),
        ("国土资源", "国土"), ("自然资源", "自然资源"), ("农业农村", "农业农村"), ("旅游发展", "旅发"),
        ("人民政府", "政府"), ("委员会", "委"), ("办公室", "办"),
    ];

    /// <summary>As printed, without white space; brackets half-width.</summary>
    public static string Tidy(string printed) => WithoutSpaces(printed).Replace('（', '(').Replace('）', ')');

    /// <summary>Equal for spellings of one organ: width folded, 和/与/及 and 各 dropped, common long forms shortened.</summary>
    public static string KeyOf(string printed)
    {
        var key = new StringBuilder(WithoutSpaces(printed.Normalize(NormalizationForm.FormKC)));
        key.Replace("(市、区)", "").Replace("(市)区", "区").Replace("县(区)", "县区").Replace("各县区", "县区");
        key.Replace("和", "").Replace("与", "").Replace("及", "").Replace("、", "");
        foreach (var (longForm, shortForm) in Forms)
        {
            key.Replace(longForm, shortForm);
        }

        return key.ToString();
    }

    private static string WithoutSpaces(string printed) =>
        string.Concat(printed.Where(c => !char.IsWhiteSpace(c) && CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.Format));
}
