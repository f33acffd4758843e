using System.Globalization;
using Breakwater.Domain;

namespace Breakwater.Data;

/// <summary>Rows, and columns that say what each row shows in them; written as Parquet, and as CSV for people.</summary>
/// <remarks><code>
/// new Table&lt;Second&gt;(seconds)
///     .Time("time", second => second.Time)
///     .Text("venue", second => second.Venue)
///     .Number("spread", second => second.Spread)
///     .WriteParquet(Path.Combine(folder, "series.parquet"));
/// </code></remarks>
/// <param name="rows">Read once for each file that is written, and not held.</param>
public sealed class Table<TRow>(IEnumerable<TRow> rows)
{
    private const int ExactDecimals = 10;
    private const decimal ExactUnits = 1e10m;

    private readonly List<TableColumn<TRow>> _columns = [];

    /// <summary>UTC. Parquet keeps whole microseconds.</summary>
    public Table<TRow> Time(string name, Func<TRow, Timestamp?> value) =>
        With(name, "TIMESTAMP", value, time => time.UnixNanoseconds / 1000, time => time.ToString());

    public Table<TRow> Text(string name, Func<TRow, string?> value)
    {
        _columns.Add(new TextColumn<TRow>(name, value));
        return this;
    }

    /// <summary>A whole number.</summary>
    public Table<TRow> Count(string name, Func<TRow, long?> value) =>
        With(name, "BIGINT", value, count => count, count => count.ToString(CultureInfo.InvariantCulture));

    /// <summary>A measured number; NaN stands for a missing value.</summary>
    public Table<TRow> Number(string name, Func<TRow, double> value) =>
        With(
            name,
            "DOUBLE",
            row => value(row) is var number && double.IsNaN(number) ? default(double?) : number,
            number => number,
            number => number.ToString(CultureInfo.InvariantCulture)
        );

    /// <summary>An exact number, such as money. Ten decimals at most: those of bitcoin's minor unit, the finest there is.</summary>
    public Table<TRow> Exact(string name, Func<TRow, decimal?> value) =>
        With(
            name,
            $"DECIMAL(38, {ExactDecimals})",
            value,
            exact => UnitsOf(name, exact),
            exact => exact.ToString(CultureInfo.InvariantCulture)
        );

    public Table<TRow> Truth(string name, Func<TRow, bool?> value) =>
        With(name, "BOOLEAN", value, truth => truth, truth => truth ? "true" : "false");

    /// <summary>Replaces what is there, whole or not at all.</summary>
    /// <exception cref="ArgumentException">An exact number has too many decimals.</exception>
    public void WriteParquet(string path) => Replace(path, partial => ParquetWriting.Write(partial, _columns, rows));

    /// <summary>Replaces what is there, whole or not at all. A missing value is an empty field.</summary>
    public void WriteCsv(string path) => Replace(path, partial => CsvWriting.Write(partial, _columns, rows));

    private Table<TRow> With<TValue, TStored>(
        string name,
        string type,
        Func<TRow, TValue?> value,
        Func<TValue, TStored> stored,
        Func<TValue, string> text
    )
        where TValue : struct
        where TStored : unmanaged
    {
        _columns.Add(new ScalarColumn<TRow, TValue, TStored>(name, type, value, stored, text));
        return this;
    }

    private static Int128 UnitsOf(string column, decimal exact)
    {
        decimal whole = decimal.Truncate(exact);
        decimal rest = (exact - whole) * ExactUnits;
        return rest == decimal.Truncate(rest)
            ? ((Int128)whole * (Int128)ExactUnits) + (Int128)rest
            : throw new ArgumentException(
                FormattableString.Invariant($"{column}: {exact} has more than {ExactDecimals} decimals")
            );
    }

    private static void Replace(string path, Action<string> write)
    {
        string partial = FormattableString.Invariant($"{path}.partial-{Environment.ProcessId}");
        try
        {
            write(partial);
            File.Move(partial, path, overwrite: true);
        }
        catch
        {
            File.Delete(partial);
            throw;
        }
    }
}
