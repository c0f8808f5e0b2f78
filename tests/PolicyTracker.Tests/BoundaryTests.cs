using System.Reflection;
using PolicyTracker.Core.Storage;
using PolicyTracker.LocalPostgres;
using PolicyTracker.Parsing;

namespace PolicyTracker.Tests;

/// <summary>Each project boundary forbids something.</summary>
public sealed class BoundaryTests
{
    [Theory]
    [InlineData("Microsoft.EntityFrameworkCore")]
    [InlineData("Npgsql")]
    [InlineData("Microsoft.AspNetCore")]
    [InlineData("PolicyTracker.")]
    public void Parsing_references_no_database_no_web_and_nothing_of_ours(string forbidden) =>
        Assert.DoesNotContain(References(typeof(NoticeParser)), name => name.StartsWith(forbidden, StringComparison.Ordinal));

    [Theory]
    [InlineData("Microsoft.AspNetCore.Components")]
    [InlineData("Microsoft.AspNetCore.Mvc")]
    [InlineData("Radzen")]
    [InlineData("System.Diagnostics.Process")]
    [InlineData("PolicyTracker.Web")]
    [InlineData("PolicyTracker.LocalPostgres")]
    public void Core_knows_no_Razor_and_no_processes(string forbidden) =>
        Assert.DoesNotContain(References(typeof(TrackerDb)), name => name.StartsWith(forbidden, StringComparison.Ordinal));

    [Fact]
    public void LocalPostgres_references_nothing_of_ours() =>
        Assert.DoesNotContain(References(typeof(LocalPostgresServer)), name => name.StartsWith("PolicyTracker.", StringComparison.Ordinal));

    private static IEnumerable<string> References(Type type) => type.Assembly.GetReferencedAssemblies().Select(name => name.Name!);
}
