using System.CommandLine;
using System.Globalization;
using Breakwater.Data;

namespace Breakwater.Cli;

/// <summary>`breakwater query "select ..."`</summary>
internal static class QueryCommand
{
    private const int WidestColumn = 60;

    private static readonly Argument<string> _sql = new("SQL")
    {
        Description =
            "A statement over the views trades, bars, mark_bars, depth_bands and so on; SHOW TABLES lists them.",
    };

    private static readonly Option<int> _limit = new("--limit")
    {
        Description = "Rows to print at most; 0 for all.",
        DefaultValueFactory = _ => 1000,
    };

    public static Command Create()
    {
        var command = new Command("query", "Ask the store in SQL.")
        {
            _sql,
            _limit,
            StoreOption.Instance,
            JsonOption.Instance,
        };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        try
        {
            using IMarketStore store = StoreOption.Open(parsed.GetValue(StoreOption.Instance)!);
            using IQueryResult result = store.Query(parsed.GetValue(_sql)!);
            int limit = parsed.GetValue(_limit);
            List<object?[]> rows = Read(result, limit == 0 ? int.MaxValue : limit, out bool isCut);
            Print(result.Columns, rows, parsed.GetValue(JsonOption.Instance));
            if (isCut)
            {
                Console.Error.WriteLine(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"breakwater: only the first {limit} rows; --limit 0 prints all"
                    )
                );
            }

            return ExitCodes.Success;
        }
        catch (Exception failure) when (failure is StoreQueryException or DuckDbException or IOException)
        {
            return ExitCodes.Fail(failure.Message);
        }
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
            JsonOption.Print(
                rows.Select(row =>
                    columns
                        .Zip(row)
                        .GroupBy(pair => pair.First, StringComparer.Ordinal)
                        .ToDictionary(group => group.Key, group => group.First().Second, StringComparer.Ordinal)
                )
            );
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

    private static string Text(object? value) =>
        value switch
        {
            null => "",
            DateTime time => time.ToString("yyyy-MM-dd HH:mm:ss.FFFFFF", CultureInfo.InvariantCulture),
            DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString() ?? "",
        };
}
