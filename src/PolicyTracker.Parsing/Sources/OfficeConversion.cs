namespace PolicyTracker.Parsing.Sources;

/// <summary>
/// Old formats through LibreOffice, where it is installed: a private profile without macros and links, a temporary folder,
/// one document at a time, all removed afterwards.
/// </summary>
internal static class OfficeConversion
{
    /// <summary>One conversion takes up to half a gigabyte; several at once would starve the portal.</summary>
    private static readonly Lock OneAtATime = new();

    // Settings of LibreOffice: no macros, no pictures or links fetched from elsewhere.
    private const string Profile = """
        <?xml version="1.0" encoding="UTF-8"?>
        <oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
        <item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
        <item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
        <item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableActiveContent" oor:op="fuse"><value>true</value></prop></item>
        <item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>0</value></prop></item>
        </oor:items>
        """;

    /// <exception cref="RefusedException">LibreOffice is missing, or could not convert the file.</exception>
    public static List<string> Read(byte[] bytes, string from, string to)
    {
        var folder = Directory.CreateTempSubdirectory("pt-office-");
        try
        {
            lock (OneAtATime) return ZipSource.Read(Convert(bytes, from, to, folder.FullName));
        }
        finally
        {
            Remove(folder);
        }
    }

    public static List<string> ReadRtf(byte[] bytes) =>
        ChildProcess.Find("soffice") is null ? throw new RefusedException(Refusals.Rtf) : Read(bytes, "rtf", "docx");

    private static byte[] Convert(byte[] bytes, string from, string to, string folder)
    {
        var profile = Path.Combine(folder, "profile");
        Directory.CreateDirectory(Path.Combine(profile, "user"));
        File.WriteAllText(Path.Combine(profile, "user", "registrymodifications.xcu"), Profile);
        var input = Path.Combine(folder, "notice." + from);
        File.WriteAllBytes(input, bytes);
        string[] arguments =
        [
            "-env:UserInstallation=" + new Uri(profile).AbsoluteUri, "--headless", "--norestore", "--nolockcheck", "--nodefault", "--nofirststartwizard",
            "--convert-to", to, "--outdir", Path.Combine(folder, "out"), input,
        ];
        var environment = new Dictionary<string, string> { ["HOME"] = folder, ["TMPDIR"] = folder, ["SAL_USE_VCLPLUGIN"] = "svp" };
        var result = ChildProcess.Run("soffice", arguments, [], SourceLimits.OfficeTime, SourceLimits.OfficeMemory, environment)
            ?? throw new RefusedException(Refusals.NoOffice);
        var output = Path.Combine(folder, "out", "notice." + to);
        if (result.StoppedByLimit || !File.Exists(output) || new FileInfo(output).Length > SourceLimits.MostBytes) throw new RefusedException(Refusals.OfficeFailed);
        return File.ReadAllBytes(output);
    }

    private static void Remove(DirectoryInfo folder)
    {
        try
        {
            folder.Delete(recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A process that is still ending holds a file; the system clears its temporary folder.
        }
    }
}
