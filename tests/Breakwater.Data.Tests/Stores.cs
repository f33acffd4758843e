using System.Globalization;

namespace Breakwater.Data.Tests;

/// <summary>Short ways to import and to look at what is stored.</summary>
internal static class Stores
{
    public static ImportSummary Import(this IMarketStore store, params string[] paths) =>
        new Importer(store, new ImportOptions()).Import(paths);

    /// <summary>The rows of a statement, fields parted by a bar.</summary>
    public static string Table(this IMarketStore store, string sql)
    {
        using IQueryResult result = store.Query(sql);
        var lines = new List<string>();
        while (result.Read())
        {
            lines.Add(
                string.Join(" | ", Enumerable.Range(0, result.Columns.Count).Select(column => Text(result[column])))
            );
        }

        return string.Join('\n', lines);
    }

    public static long Count(this IMarketStore store, string view)
    {
        using IQueryResult result = store.Query($"SELECT count(*) FROM {view}");
        result.Read();
        return (long)result[0]!;
    }

    private static string Text(object? value) =>
        value switch
        {
            null => "-",
            DateTime time => time.ToString("yyyy-MM-dd HH:mm:ss.FFFFFF", CultureInfo.InvariantCulture),
            DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString()!,
        };
}
