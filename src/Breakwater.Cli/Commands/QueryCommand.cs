using System.CommandLine;
using System.Globalization;
using Breakwater.Data;
using Breakwater.Runs;

namespace Breakwater.Cli;

/// <summary>`breakwater query "select ..."`</summary>
internal static class QueryCommand
{
    private const int WidestColumn = 60;

    private static readonly Argument<string> s_sql = new("SQL")
    {
        Description =
            "A statement over the views trades, bars, mark_bars, depth_bands and so on; SHOW TABLES lists them. It runs with your own rights: COPY writes files.",
    };

    private static readonly Option<int> s_limit = new("--limit")
    {
        Description = "Rows to print at most; 0 for all.",
        DefaultValueFactory = _ => 1000,
    };

    private static readonly Option<string> s_store = StoreOption.Create();

    public static Command Create()
    {
        var json = new Option<bool>("--json") { Description = "As JSON." };
        var command = new Command("query", "Ask the store in SQL.") { s_sql, s_limit, s_store, json };
        command.SetAction(parsed =>
            DataCommandBody.Run(parsed.GetValue(json), () => Run(parsed, parsed.GetValue(json)))
        );
        return command;
    }

    private static int Run(ParseResult parsed, bool json)
    {
        int limit = parsed.GetValue(s_limit);
        if (limit < 0)
        {
            throw new InputException(
                FormattableString.Invariant($"--limit: {limit} must not be negative; 0 prints all")
            );
        }

        using IMarketStore store = StoreOption.PlaceOf(parsed, s_store).OpenToRead();
        using IQueryResult result = store.Query(parsed.GetValue(s_sql)!);
        List<object?[]> rows = Read(result, limit == 0 ? int.MaxValue : limit, out bool isCut);
        Print(result.Columns, rows, json);
        if (isCut)
        {
            Console.Error.WriteLine(
                string.Create(CultureInfo.InvariantCulture, $"only the first {limit} rows; --limit 0 prints all")
            );
        }

        return ExitCode.Done;
    }

    private static List<object?[]> Read(IQueryResult result, int limit, out bool isCut)
    {
        var rows = new List<object?[]>();
        isCut = false;
        while (!isCut && result.Read())
        {
            isCut = rows.Count == limit;
            if (!isCut)
            {
                rows.Add([.. Enumerable.Range(0, result.Columns.Count).Select(column => result[column])]);
            }
        }

        return rows;
    }

    private static void Print(IReadOnlyList<string> columns, List<object?[]> rows, bool asJson)
    {
        if (asJson)
        {
            JsonOutput.Write(rows.Select(row => Named(columns, row)));
            return;
        }

        List<string[]> texts =
        [
            [.. columns],
            .. rows.Select(row => row.Select(Text).ToArray()),
        ];
        int[] widths = [.. columns.Select((_, column) => Math.Min(WidestColumn, texts.Max(row => row[column].Length)))];
        foreach (string[] row in texts)
        {
            Console.Out.WriteLine(
                string.Join("  ", row.Select((text, column) => text.PadRight(widths[column]))).TrimEnd()
            );
        }
    }

    /// <summary>Of columns with one name, the first.</summary>
    private static Dictionary<string, object?> Named(IReadOnlyList<string> columns, object?[] row)
    {
        var named = new Dictionary<string, object?>(StringComparer.Ordinal);
        for (int column = 0; column < row.Length; column++)
        {
            named.TryAdd(columns[column], row[column]);
        }

        return named;
    }

    private static string Text(object? value) =>
        value switch
        {
            null => "",
            DateTime time => time.ToString("yyyy-MM-dd HH:mm:ss.FFFFFF'Z'", CultureInfo.InvariantCulture),
            DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString() ?? "",
        };
}
