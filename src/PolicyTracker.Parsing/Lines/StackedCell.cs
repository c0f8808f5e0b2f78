using PolicyTracker.Parsing.Tasks;

namespace PolicyTracker.Parsing.Lines;

/// <summary>A line that holds a cell or a piece of one, with what is asked of it again and again.</summary>
/// <param name="goesOn">Whether it stands directly below another line of a table that keeps its cells apart by blank lines.</param>
internal sealed class StackedCell(Line line, bool goesOn)
{
    /// <summary>Over how many lines a cell may be broken.</summary>
    public const int MostLines = 8;

    private const int LongestCut = 16;

    private static readonly int RoleCount = Enum.GetValues<ColumnRole>().Length;

    private bool? isList;
    private bool? isDate;
    private bool? opensKnown;
    private bool? isListLike;
    private bool? endsNameAbove;
    // What it was found to strain, and one more; 0 where nobody asked: by role and number of lines, lists of organs behind the roles.
    private readonly byte[] strains = new byte[(RoleCount + 1) * MostLines];

    public Line Line => line;

    public string Text => line.Clean;

    /// <summary>Whether it must be the rest of the cell above it.</summary>
    public bool GoesOn => goesOn || Text is ['、' or ',' or ';' or '。' or ')', ..];

    /// <summary>Whether it is the rest of the cell above it, which always is the same one.</summary>
    public bool? IsRestOfCellAbove { get; set; }

    /// <summary>What a column strains that holds so many lines from here on: the lines below are always the same ones.</summary>
    public int? Strain(ColumnRole role, int lines) => strains[Place((int)role, lines)] is > 0 and var known ? known - 1 : null;

    /// <summary>What a list of organs strains that goes on over so many lines from here: the lines below are always the same ones.</summary>
    public int? ListStrain(int lines) => strains[Place(RoleCount, lines)] is > 0 and var known ? known - 1 : null;

    public int KeepStrain(ColumnRole role, int lines, int strain) => Keep(Place((int)role, lines), strain);

    public int KeepListStrain(int lines, int strain) => Keep(Place(RoleCount, lines), strain);

    private static int Place(int kind, int lines) => (kind * MostLines) + lines - 1;

    private int Keep(int place, int strain)
    {
        strains[place] = checked((byte)(strain + 1));
        return strain;
    }

    /// <summary>The words of a cell that was broken over lines.</summary>
    public static string Joined(ReadOnlySpan<StackedCell> pieces)
    {
        var text = pieces[0].Text;
        foreach (var piece in pieces[1..]) text += piece.Text;
        return text;
    }

    /// <summary>Whether it names organs and nothing else.</summary>
    public bool IsList => isList ??= OrganName.LooksLikeShares(Text);

    public bool IsDate => isDate ??= DeadlineReader.LooksLikeDeadline(Text);

    /// <summary>Whether it says neither who nor when.</summary>
    public bool IsWork => IsNothing || (!IsListLike && !(Text.Length < 12 && IsDate));

    /// <summary>Whether the first name of the list has its level, is a class, or is built of known fields; 输局 may be the end of 交通运输局.</summary>
    public bool OpensWithKnownOrgan => opensKnown ??= OpensKnown(Text);

    public static bool OpensKnown(string text) => text[..(text.AsSpan().IndexOfAny('、', ',', ';') is var cut && cut < 0 ? text.Length : cut)] is { Length: > 0 } first
        && (TagReader.IsLevelled(first) || first[0] == '团' || ElidedPrefix.PrefixLength(first) is not null || OrganName.IsGroup(first)) && OrganName.IsOrgan(first);

    /// <summary>Whether it is a list of organs, the last of which a line break may have cut (市教育局、市生).</summary>
    public bool IsListLike => isListLike ??= IsList || Text.LastIndexOf('、') is var cut && cut > 1 && Text.Length - cut < LongestCut && OrganName.LooksLikeList(Text[..cut]) && OpensWithKnownOrgan;

    /// <summary>Whether it opens with the last words of a name that began on the line above (各乡镇 / 人民政府、县教育局).</summary>
    public bool EndsNameAbove => endsNameAbove ??= OrganList.OpensWithRestOfName(Text);

    /// <summary>Whether the list must go on in the next line.</summary>
    public bool LeavesListOff => Text is [.., '、'] || IsListLike && !IsList;

    /// <summary>A bar that stands for an empty cell, or a word that does.</summary>
    public bool IsNothing => SaysNothing(Text);

    public static bool SaysNothing(string text) => text is "" or "-" or "--" or "/" or "无";

    public bool IsNumber => CellLines.RowNumber(Text) is not null;
}
