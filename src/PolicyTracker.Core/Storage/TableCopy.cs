using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace PolicyTracker.Core.Storage;

/// <summary>Writes rows of one type by COPY, as EF's model maps them: some hundred times as fast as to save them.</summary>
internal sealed class TableCopy
{
    private readonly string command;
    private readonly Column[] columns;

    /// <param name="given">Properties whose values come with each row instead of from it: keys that nothing but a save can set.</param>
    public TableCopy(IModel model, Type type, params string[] given)
    {
        var entity = model.FindEntityType(type)!;
        var properties = entity.GetProperties().Where(property => property.GetComputedColumnSql() is null && property.GetColumnName() != "xmin").ToList();
        columns = [.. properties.Select(property => new Column(property, Array.IndexOf(given, property.Name)))];
        command = $"COPY {entity.GetTableName()} ({string.Join(", ", properties.Select(property => $"\"{property.GetColumnName()}\""))}) FROM STDIN (FORMAT BINARY)";
    }

    public void Write<T>(NpgsqlConnection connection, IEnumerable<(T Row, long[] Given)> rows)
        where T : class
    {
        using var importer = connection.BeginBinaryImport(command);
        importer.Timeout = Timeout.InfiniteTimeSpan;
        foreach (var (row, given) in rows)
        {
            importer.StartRow();
            foreach (var column in columns)
            {
                column.Write(importer, row, given);
            }
        }

        importer.Complete();
    }

    private sealed class Column(IProperty property, int place)
    {
        private readonly string storeType = property.GetColumnType();
        private readonly Func<object?, object?>? convert = property.GetTypeMapping().Converter?.ConvertToProvider;
        private readonly bool isShort = (Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType) == typeof(int);
        private readonly System.Reflection.PropertyInfo? member = property.PropertyInfo;

        public void Write(NpgsqlBinaryImporter importer, object row, long[] given)
        {
            var value = place < 0 ? member!.GetValue(row) : isShort ? (int)given[place] : given[place];
            value = value is null || convert is null ? value : convert(value);
            if (value is null)
            {
                importer.WriteNull();
            }
            else
            {
                importer.Write(value, storeType);
            }
        }
    }
}
