using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace PolicyTracker.Parsing;

/// <summary>
/// The JSON of <c>pt parse FILE --format json</c>: documents with their tasks, the fields meaning what the reader's contract says.
/// Roles and kinds in lower case, dates in ISO form, Chinese unescaped; fields that say nothing are null, never left out.
/// </summary>
public static class NoticeJson
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>Writes the notice as UTF-8 without a byte-order mark; the stream stays open.</summary>
    public static void Write(Stream stream, ParsedNotice notice)
    {
        using var writer = new Utf8JsonWriter(stream, Options);
        Write(writer, notice);
    }

    /// <summary>Writes the notice as one JSON object.</summary>
    public static void Write(Utf8JsonWriter writer, ParsedNotice notice)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(notice);
        writer.WriteStartObject();
        writer.WriteString("file", notice.Source.FileName);
        writer.WriteStartArray("documents");
        foreach (var document in notice.Documents) Write(writer, document);
        writer.WriteEndArray();
        writer.WriteStartArray("diagnostics");
        foreach (var diagnostic in notice.Diagnostics) Write(writer, diagnostic);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, ParsedDocument document)
    {
        writer.WriteStartObject();
        writer.WriteString("title", document.Title);
        writer.WriteString("docNumber", document.DocNumber);
        writer.WriteString("issuer", document.Issuer);
        writer.WriteString("addressees", document.Addressees);
        writer.WriteString("issuedOn", Iso(document.IssuedOn));
        writer.WriteString("publishedOn", Iso(document.PublishedOn));
        writer.WriteString("indexNumber", document.IndexNumber);
        Write(writer, document.Lines);
        writer.WriteStartArray("tasks");
        foreach (var task in document.Tasks) Write(writer, task);
        writer.WriteEndArray();
        writer.WriteStartArray("references");
        foreach (var reference in document.References) Write(writer, reference);
        writer.WriteEndArray();
        writer.WriteStartArray("reportingDuties");
        foreach (var duty in document.ReportingDuties) Write(writer, duty);
        writer.WriteEndArray();
        writer.WriteStartObject("origins");
        foreach (var (field, origin) in document.Origins) Write(writer, origin, field);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, DocumentReference reference)
    {
        writer.WriteStartObject();
        writer.WriteString("title", reference.Title);
        writer.WriteString("docNumber", reference.DocNumber);
        Write(writer, reference.Origin);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, ReportingDuty duty)
    {
        writer.WriteStartObject();
        writer.WriteString("text", duty.Text);
        Write(writer, duty.Lines);
        Write(writer, duty.When);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, Target target)
    {
        writer.WriteStartObject();
        writer.WriteString("subject", target.Subject);
        writer.WriteString("verb", target.Verb);
        writer.WriteString("comparison", Lower(target.Comparison.ToString()));
        writer.WriteNumber("number", target.Number);
        writer.WriteString("unit", target.Unit);
        writer.WriteString("baseline", target.Baseline);
        writer.WriteString("by", Iso(target.By));
        Write(writer, target.Origin);
        writer.WriteEndObject();
    }

    private static string Lower(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    private static void Write(Utf8JsonWriter writer, ParsedTask task)
    {
        writer.WriteStartObject();
        writer.WriteString("number", task.Number);
        Write(writer, "path", task.Path);
        writer.WriteString("title", task.Title);
        writer.WriteString("text", task.Text);
        Write(writer, task.Lines);
        writer.WriteStartArray("departments");
        foreach (var department in task.Departments) Write(writer, department);
        writer.WriteEndArray();
        Write(writer, task.Deadline);
        Write(writer, "milestones", task.Milestones.Select(m => Iso(m)!));
        writer.WriteStartArray("milestoneOrigins");
        foreach (var origin in task.MilestoneOrigins) Write(writer, origin, null);
        writer.WriteEndArray();
        Write(writer, "leaders", task.Leaders);
        writer.WriteStartArray("targets");
        foreach (var target in task.Targets) Write(writer, target);
        writer.WriteEndArray();
        Write(writer, task.Origin);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, ParsedDepartment department)
    {
        writer.WriteStartObject();
        writer.WriteString("name", department.Name);
        writer.WriteString("role", department.Role switch { Role.Lead => "lead", Role.Responsible => "responsible", Role.Support => "support" });
        writer.WriteString("kind", department.Kind switch { DepartmentKind.Department => "department", DepartmentKind.Group => "group" });
        writer.WriteString("note", department.Note);
        Write(writer, department.Origin);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, ParsedDeadline? deadline)
    {
        if (deadline is null) { writer.WriteNull("deadline"); return; }
        writer.WriteStartObject("deadline");
        writer.WriteString("raw", deadline.Raw);
        writer.WriteString("start", Iso(deadline.Start));
        writer.WriteString("end", Iso(deadline.End));
        writer.WriteString("kind", deadline.Kind switch
        {
            DeadlineKind.By => "by",
            DeadlineKind.Range => "range",
            DeadlineKind.Ongoing => "ongoing",
            DeadlineKind.Recurring => "recurring",
            DeadlineKind.Open => "open",
        });
        Write(writer, deadline.Origin);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, Diagnostic diagnostic)
    {
        writer.WriteStartObject();
        writer.WriteString("code", diagnostic.Code);
        writer.WriteNumber("line", diagnostic.Line);
        writer.WriteNumber("lastLine", diagnostic.LastLine);
        writer.WriteString("message", diagnostic.Message);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, Origin? origin, string? name = "origin")
    {
        if (origin is null) return;
        if (name is null) writer.WriteStartObject();
        else writer.WriteStartObject(name);
        writer.WriteStartArray("from");
        writer.WriteNumberValue(origin.Span.FirstLine);
        writer.WriteNumberValue(origin.Span.FirstColumn);
        writer.WriteEndArray();
        writer.WriteStartArray("to");
        writer.WriteNumberValue(origin.Span.LastLine);
        writer.WriteNumberValue(origin.Span.LastColumn);
        writer.WriteEndArray();
        writer.WriteString("rule", origin.Rule);
        writer.WriteString("certainty", origin.Certainty switch { Certainty.Certain => "certain", Certainty.Likely => "likely", Certainty.Guess => "guess" });
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, LineRange lines)
    {
        writer.WriteStartArray("lines");
        writer.WriteNumberValue(lines.First);
        writer.WriteNumberValue(lines.Last);
        writer.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter writer, string name, IEnumerable<string> values)
    {
        writer.WriteStartArray(name);
        foreach (var value in values) writer.WriteStringValue(value);
        writer.WriteEndArray();
    }

    private static string? Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
