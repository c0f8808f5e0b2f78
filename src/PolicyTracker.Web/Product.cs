namespace PolicyTracker.Web;

public static class Product
{
    public const string Name = "政策落实台账";

    public static string TitleOf(string page) => $"{page} · {Name}";
}
