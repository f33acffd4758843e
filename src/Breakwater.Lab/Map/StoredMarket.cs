using System.Globalization;
using Breakwater.Data;
using Breakwater.Domain;
using Breakwater.Exchange;
using Breakwater.Runs;
using Breakwater.Simulation;

namespace Breakwater.Lab.Map;

/// <summary>What a store knows of one instrument about an instant: price, volume by price, open interest, and liquidations afterwards.</summary>
/// <param name="venue">Of a scenario; the store's is called the same, as its rules, or as the first word of either.</param>
internal sealed class StoredMarket(IMarketStore store, VenueParameters venue, InstrumentRules listed)
{
    private const int DaysOfPast = 30;
    private static readonly Duration s_hour = Duration.FromMinutes(60);
    private static readonly Duration s_day = Duration.FromMinutes(24 * 60);

    private string Where
    {
        get
        {
            string[] names = [venue.Name, venue.Rules.Name, venue.Name.Split('-')[0], venue.Rules.Name.Split('-')[0]];
            string among = string.Join(", ", names.Distinct(StringComparer.Ordinal).Select(Quoted));
            return $"instrument = {Quoted(listed.Instrument.Symbol)} AND venue IN ({among})";
        }
    }

    public bool HasBarsBefore(Timestamp at) => LastBars(at).Count > 0;

    /// <summary>The coin's past up to an instant, and its price then.</summary>
    /// <exception cref="InputException">The store has no bars of the day before.</exception>
    public CoinHistory HistoryOf(string coin, Timestamp at)
    {
        List<Timestamp> last = LastBars(at);
        if (last.Count < 2)
        {
            throw Missing("bars", at);
        }

        Duration bar = last[0] - last[1];
        Timestamp end = last[0] + bar <= at ? at : last[0];
        string window = bar < s_hour ? "date_trunc('hour', time)" : "time";
        EntryWindow[] windows =
        [
            .. Rows(
                    $"SELECT {window}, min(low), max(high), (array_agg(close ORDER BY time DESC))[1], sum(volume) FROM bars "
                        + $"WHERE {Where} AND time >= {Quoted(at - s_day * DaysOfPast)} AND time < {Quoted(end)} GROUP BY 1 ORDER BY 1"
                )
                .Select(row => new EntryWindow(
                    TimeOf(row[0]),
                    bar < s_hour ? s_hour : bar,
                    Amount(row[1]),
                    Amount(row[2]),
                    Amount(row[3]),
                    Amount(row[4])
                )),
        ];
        return new CoinHistory(coin, windows, windows[^1].Close);
    }

    /// <summary>Contracts of one side, in the coin.</summary>
    /// <exception cref="InputException">The store has none of the day before.</exception>
    public double OpenInterestAt(Timestamp at)
    {
        foreach (string view in (string[])["open_interest", "tickers"])
        {
            object?[]? row = Rows(
                    $"SELECT open_interest FROM {view} WHERE {Where} AND open_interest > 0 "
                        + $"AND time <= {Quoted(at)} AND time > {Quoted(at - s_day)} ORDER BY time DESC LIMIT 1"
                )
                .FirstOrDefault();
            if (row is not null)
            {
                return Convert.ToDouble(row[0], CultureInfo.InvariantCulture);
            }
        }

        throw Missing("open_interest or tickers", at);
    }

    /// <summary>Lowest and highest price traded from an instant on; null where the store has no bars there.</summary>
    public (double Lowest, double Highest)? RangeOf(Timestamp from, Timestamp until)
    {
        object?[] row = Rows(
                $"SELECT min(low), max(high) FROM bars WHERE {Where} AND time >= {Quoted(from)} AND time < {Quoted(until)}"
            )
            .First();
        return row[0] is null ? null : (Number(row[0]), Number(row[1]));
    }

    /// <summary>Forced orders from an instant on, in order of time.</summary>
    public IReadOnlyList<StoredLiquidation> LiquidationsOf(Timestamp from, Timestamp until) =>
        [
            .. Rows(
                    "SELECT time, side, coalesce(average_price, price), coalesce(filled_quantity, quantity) FROM liquidations "
                        + $"WHERE {Where} AND time >= {Quoted(from)} AND time < {Quoted(until)} ORDER BY 1"
                )
                .Select(row => new StoredLiquidation(
                    TimeOf(row[0]),
                    string.Equals(row[1] as string, "sell", StringComparison.Ordinal),
                    Number(row[2]),
                    Number(row[2]) * Number(row[3])
                )),
        ];

    private List<Timestamp> LastBars(Timestamp at) =>
        [
            .. Rows(
                    $"SELECT DISTINCT time FROM bars WHERE {Where} AND time < {Quoted(at)} AND time > {Quoted(at - s_day * 2)} "
                        + "ORDER BY time DESC LIMIT 2"
                )
                .Select(row => TimeOf(row[0])),
        ];

    private IEnumerable<object?[]> Rows(string statement)
    {
        using IQueryResult rows = store.Query(statement);
        while (rows.Read())
        {
            yield return [.. Enumerable.Range(0, rows.Columns.Count).Select(column => rows[column])];
        }
    }

    private InputException Missing(string what, Timestamp at) =>
        new($"the store has no {what} of {listed.Instrument.Symbol} at {venue.Name} in the day before {at}");

    private static double Number(object? value) => Convert.ToDouble(value, CultureInfo.InvariantCulture);

    private static decimal Amount(object? value) => (decimal)Number(value);

    private static Timestamp TimeOf(object? value) =>
        Timestamp.FromDateTimeOffset(new DateTimeOffset(DateTime.SpecifyKind((DateTime)value!, DateTimeKind.Utc)));

    private static string Quoted(Timestamp time) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"TIMESTAMP '{DateTimeOffset.FromUnixTimeMilliseconds(time.UnixNanoseconds / 1_000_000).UtcDateTime:yyyy-MM-dd HH:mm:ss.fff}'"
        );

    private static string Quoted(string text) => "'" + text.Replace("'", "''", StringComparison.Ordinal) + "'";
}
