namespace PolicyTracker.Parsing;

/// <summary>目标指标: what is to reach which quantity by when (到2017年,交易额力争达到500亿元).</summary>
/// <param name="Subject">What is measured, as printed in front of the verb; empty when the sentence names it elsewhere.</param>
/// <param name="Verb">The printed comparing words: 达到, 不低于, 下降; null when none.</param>
/// <param name="Comparison">What verb and tail (以上, 左右) mean together.</param>
/// <param name="Number">The number in the printed unit (500 for 500亿元).</param>
/// <param name="Unit">The printed unit: 亿元, %, 个百分点, 家.</param>
/// <param name="Baseline">What it is compared with, as printed (由6.8%, 比2015年); null when none.</param>
/// <param name="By">Last day of the time named in front of it; null when none is named.</param>
public sealed record Target(
    string Subject, string? Verb, Comparison Comparison, decimal Number, string Unit, string? Baseline, DateOnly? By, Origin Origin);

/// <summary>How a quantity binds.</summary>
public enum Comparison
{
    /// <summary>The number itself: 建成10个.</summary>
    Exactly,

    /// <summary>达到, 以上, 不低于, 超过.</summary>
    AtLeast,

    /// <summary>以内, 不超过, 控制在.</summary>
    AtMost,

    /// <summary>左右.</summary>
    About,

    /// <summary>增长, 提高: by the number.</summary>
    Increase,

    /// <summary>下降, 减少: by the number.</summary>
    Decrease,
}

/// <summary>A document that the notice builds on: 《…的意见》(国发〔2016〕8号).</summary>
/// <param name="Title">Without the marks 《》.</param>
/// <param name="DocNumber">Brackets normalised to 〔〕; null when none is printed beside it.</param>
public sealed record DocumentReference(string Title, string? DocNumber, Origin Origin);

/// <summary>A duty to report on the work (每季度首月20日前报送进展), kept with the document; not a task.</summary>
/// <param name="Text">The sentence as printed.</param>
/// <param name="When">Its date or rhythm; null when none is printed.</param>
public sealed record ReportingDuty(string Text, LineRange Lines, ParsedDeadline? When);
