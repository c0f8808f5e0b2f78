using System.Reflection;
using PolicyTracker.Core.Accounts;

namespace PolicyTracker.Web.Help;

/// <summary>使用指南: the pages of docs/guide, which the portal carries with it, so that the words stand in one place.</summary>
public static class Guide
{
    private const string Prefix = "guide/";

    /// <summary>The page of a role; every role has one.</summary>
    public static GuidePage Of(string role) => GuidePage.Read(Text($"{role}.md"));

    /// <summary>The roles that have a page, in the order of the index.</summary>
    public static readonly IReadOnlyList<string> Roles =
        [AccountRole.Staff, AccountRole.Supervisor, AccountRole.Leader, AccountRole.Administrator, AccountRole.Auditor];

    /// <summary>Null where there is no such picture.</summary>
    public static Stream? Image(string name) => Assembly.GetExecutingAssembly().GetManifestResourceStream($"{Prefix}images/{name}");

    private static string Text(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(Prefix + name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
