using ParquetSharp;

namespace Breakwater.Data;

/// <summary>How rows of a schema lie in a Parquet file.</summary>
internal static class ParquetLayout
{
    private const string Time = "time";
    private const string Identity = "id";
    private const int FastestLevel = 1;

    /// <summary>The time is always there; numbers and texts may be missing.</summary>
    public static ParquetSharp.Column[] Columns(Schema schema) =>
        [.. schema.Columns.Select(column => Of(column.Name, column.Type))];

    /// <summary>Times rise by little and identities hardly repeat; other values do, and are kept once each as long as they are few.</summary>
    public static WriterProperties Properties(Schema schema)
    {
        using var builder = new WriterPropertiesBuilder();
        builder.Compression(Compression.Zstd).CompressionLevel(FastestLevel);
        builder.DisableDictionary(Time).Encoding(Time, Encoding.DeltaBinaryPacked);
        if (schema.IndexOf(Identity) >= 0)
        {
            builder.DisableDictionary(Identity).Encoding(Identity, Encoding.DeltaLengthByteArray);
        }

        return builder.Build();
    }

    private static ParquetSharp.Column Of(string name, ColumnType type) =>
        type switch
        {
            ColumnType.Time => new Column<DateTime>(name, LogicalType.Timestamp(false, TimeUnit.Micros)),
            ColumnType.Number => new Column<double?>(name),
            _ => new Column<string>(name),
        };
}
