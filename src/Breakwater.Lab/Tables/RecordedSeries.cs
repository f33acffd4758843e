using Breakwater.Data;

namespace Breakwater.Lab;

/// <summary>Reads the series that a market's run left in its folder.</summary>
public static class RecordedSeries
{
    private const string FileName = RunTables.SeriesName + ".parquet";
    private const int FirstNumber = 3;
    private const int Numbers = 7;
    private const int NumbersOfLadder = 6;

    public static bool IsIn(string folder) => File.Exists(Path.Combine(folder, FileName));

    /// <param name="coin">Null for all.</param>
    /// <returns>By venue and coin, in the order of the file.</returns>
    /// <exception cref="InvalidDataException">The file is missing or broken.</exception>
    public static IReadOnlyList<ListingSeries> Read(string folder, string? coin = null)
    {
        using TableFile table = TableFile.Open(Path.Combine(folder, FileName), coin is null ? [] : [("coin", coin)]);
        var read = new List<ListingSeries>();
        Columns? open = null;
        while (table.Read())
        {
            var (venue, ofCoin) = ((string)table[1]!, (string)table[2]!);
            if (open is null || open.Venue != venue || open.Coin != ofCoin)
            {
                open?.CloseInto(read);
                open = new Columns(venue, ofCoin, table.Columns.Count - FirstNumber);
            }

            open.Add(table);
        }

        open?.CloseInto(read);
        return read;
    }

    /// <param name="recorded">Numbers of a row: runs of an earlier engine have none of a ladder.</param>
    private sealed class Columns(string venue, string coin, int recorded)
    {
        private readonly List<long> _times = [];
        private readonly List<double>[] _numbers = [.. Enumerable.Range(0, recorded).Select(_ => new List<double>())];

        public string Venue => venue;

        public string Coin => coin;

        public void Add(TableFile row)
        {
            _times.Add((long)((DateTime)row[0]! - DateTime.UnixEpoch).TotalMicroseconds);
            for (int column = 0; column < _numbers.Length; column++)
            {
                _numbers[column].Add(row.Number(FirstNumber + column));
            }
        }

        public void CloseInto(List<ListingSeries> read) =>
            read.Add(
                new ListingSeries(
                    venue,
                    coin,
                    _times,
                    _numbers[0],
                    _numbers[1],
                    _numbers[2],
                    _numbers[3],
                    _numbers[4],
                    _numbers[5],
                    _numbers[6],
                    recorded >= Numbers + NumbersOfLadder ? _numbers[Numbers..(Numbers + NumbersOfLadder)] : []
                )
            );
    }
}
