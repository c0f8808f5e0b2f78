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
        ("文化广电新闻出版", "文广新"), ("民族宗教事务", "民宗"), ("环境保护", "环保"), ("国土资源", "国土"), ("旅游发展", "旅发"),
        ("残疾人联合会", "残联"), ("妇女联合会", "妇联"), ("工商业联合会", "工商联"), ("科学技术协会", "科协"),
        ("供销合作社", "供销社"), ("交通大学", "交大"), ("师范学院", "师院"),
        ("人民政府", "政府"), ("委员会", "委"), ("办公室", "办"), ("机构编制委办", "编办"),
    ];

    // 县(市、区), 县市区, 区县: all the governments of the county level, however a city calls them.
    private static readonly string[] CountyLevel =
        ["县(市、区)", "县(市)区", "县市(区)", "县(区)", "区(市)县", "区(县)", "区县(市)", "县市区", "市县区", "区市县", "旗县区", "县区", "区县"];

    // Classes that mean the same with 各 before them as without it.
    private static readonly string[] Classes = ["县区", "乡镇", "镇乡", "街道", "镇街", "市州", "市(州)", "相关"];

    /// <summary>As printed, without white space; brackets half-width.</summary>
    public static string Tidy(string printed) => WithoutSpaces(printed).Replace('（', '(').Replace('）', ')');

    /// <summary>Equal for spellings of one organ: width folded, 和/与/及 and 各 dropped, common long forms shortened.</summary>
    public static string KeyOf(string printed)
    {
        var key = new StringBuilder(OfClass(WithoutSpaces(printed.Normalize(NormalizationForm.FormKC))));
        key.Replace("(市、区)", "").Replace("和", "").Replace("与", "").Replace("及", "").Replace("、", "");
        foreach (var (longForm, shortForm) in Forms)
        {
            key.Replace(longForm, shortForm);
        }

        return key.ToString();
    }

    // 各县(市、区)人民政府 and 县(区)政府 are one class; 各有关县区 and 相关县(市、区) another.
    private static string OfClass(string name)
    {
        var rest = name.StartsWith('各') ? name[1..] : name;
        var concerned = rest.StartsWith("相关", StringComparison.Ordinal) || rest.StartsWith("有关", StringComparison.Ordinal);
        rest = concerned ? rest[2..] : rest;
        if (Array.Find(CountyLevel, form => rest.StartsWith(form, StringComparison.Ordinal)) is { } county)
        {
            rest = "县区" + rest[county.Length..];
        }

        rest = concerned ? "相关" + rest : rest;
        return Array.Exists(Classes, word => rest.StartsWith(word, StringComparison.Ordinal)) ? rest : name;
    }

    private static string WithoutSpaces(string printed) =>
        string.Concat(printed.Where(c => !char.IsWhiteSpace(c) && CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.Format));
}
