using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Breakwater.Server;

/// <summary>Rows as CSV: a header, then a line each; a missing value is an empty field.</summary>
internal static class CsvAnswer
{
    /// <exception cref="RequestException">It is neither of the two.</exception>
    public static bool IsAskedFor(string? format) =>
        format switch
        {
            null or "json" => false,
            "csv" => true,
            _ => throw new RequestException("format: must be json or csv"),
        };

    public static ContentHttpResult Of(string header, IEnumerable<object?[]> rows)
    {
        var text = new StringBuilder(header).Append('\n');
        foreach (object?[] row in rows)
        {
            text.AppendJoin(',', row.Select(TextOf)).Append('\n');
        }

        return TypedResults.Text(text.ToString(), "text/csv", Encoding.UTF8);
    }

    private static string TextOf(object? value) =>
        value switch
        {
            DateTime time => time.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'", CultureInfo.InvariantCulture),
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ => value?.ToString() ?? "",
        };
}
