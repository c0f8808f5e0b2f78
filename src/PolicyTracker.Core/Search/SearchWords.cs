using Microsoft.EntityFrameworkCore;
using NpgsqlTypes;
using PolicyTracker.Core.Departments;
using PolicyTracker.Core.Documents;
using PolicyTracker.Core.Tasks;

namespace PolicyTracker.Core.Search;

/// <summary>检索词 of a task: the database writes them with its number, title and text, nobody else does.</summary>
public sealed class TaskWords
{
    public long TaskId { get; init; }

    public PolicyTask? Task { get; init; }

    public required NpgsqlTsVector Words { get; init; }
}

/// <summary>检索词 of a document: title, 发文字号, 发文机关.</summary>
public sealed class DocumentWords
{
    public int DocumentId { get; init; }

    public PolicyDocument? Document { get; init; }

    public required NpgsqlTsVector Words { get; init; }
}

/// <summary>检索词 of a department: all its names.</summary>
public sealed class DepartmentWords
{
    public int DepartmentId { get; init; }

    public Department? Department { get; init; }

    public required NpgsqlTsVector Words { get; init; }
}

/// <summary>检索词 of a progress report.</summary>
public sealed class ReportWords
{
    public long ReportId { get; init; }

    public ProgressReport? Report { get; init; }

    public required NpgsqlTsVector Words { get; init; }
}

/// <summary>The database's own functions of migration 0008.</summary>
public static class SearchFunctions
{
    /// <summary>All words that are separated by blanks must occur; null where nothing that can be found was asked for.</summary>
    public static NpgsqlTsQuery Query(string asked) => throw new InvalidOperationException("For queries only.");

    internal static void AddTo(ModelBuilder builder) =>
        builder.HasDbFunction(() => Query(default!)).HasName("search_query");
}
