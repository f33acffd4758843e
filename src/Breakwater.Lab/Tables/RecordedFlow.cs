using System.Globalization;
using Breakwater.Data;

namespace Breakwater.Lab;

/// <summary>What was forced in one minute, by venue, coin, side and kind: a row of <see cref="RunTables.FlowsName"/>.</summary>
/// <param name="Minute">Its start, UTC.</param>
/// <param name="Kind">ordered, taken-over, deleveraged-away, deleveraged or unwound.</param>
/// <param name="Notional">In units of the venue's settlement currency; in dollars where that is a coin.</param>
public sealed record RecordedFlow(
    DateTime Minute,
    string Venue,
    string Coin,
    string Side,
    string Kind,
    decimal Notional,
    long Events
)
{
    private const string FileName = RunTables.FlowsName + ".parquet";

    public static bool IsIn(string folder) => File.Exists(Path.Combine(folder, FileName));

    /// <summary>In the order of the file: by venue, minute, coin, side and kind.</summary>
    /// <exception cref="InvalidDataException">The file is missing or broken.</exception>
    public static IReadOnlyList<RecordedFlow> Read(string folder)
    {
        using TableFile table = TableFile.Open(Path.Combine(folder, FileName));
        var flows = new List<RecordedFlow>();
        while (table.Read())
        {
            flows.Add(
                new RecordedFlow(
                    (DateTime)table[0]!,
                    (string)table[1]!,
                    (string)table[2]!,
                    (string)table[3]!,
                    (string)table[4]!,
                    WithoutTrailingZeros(Convert.ToDecimal(table[5], CultureInfo.InvariantCulture)),
                    (long)table[6]!
                )
            );
        }

        return flows;
    }

    private static decimal WithoutTrailingZeros(decimal value) => value / 1.0000000000000000000000000000m;
}
