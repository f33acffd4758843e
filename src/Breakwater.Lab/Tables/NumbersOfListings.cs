using Breakwater.Data;

namespace Breakwater.Lab;

/// <summary>What a table of time, venue, coin and numbers holds of one venue and coin.</summary>
/// <param name="Times">In seconds since 1970, UTC.</param>
internal sealed record NumbersOfListings(
    string Venue,
    string Coin,
    List<double> Times,
    IReadOnlyList<List<double>> Columns
)
{
    private const int FirstNumber = 3;

    public List<double> this[int column] => Columns[column];

    /// <returns>In the order of the file, whose rows of a venue and coin stand together.</returns>
    /// <exception cref="InvalidDataException">The file is missing or broken.</exception>
    public static IReadOnlyList<NumbersOfListings> Read(string path)
    {
        using TableFile table = TableFile.Open(path);
        var read = new List<NumbersOfListings>();
        while (table.Read())
        {
            var (venue, coin) = ((string)table[1]!, (string)table[2]!);
            if (read.Count == 0 || read[^1].Venue != venue || read[^1].Coin != coin)
            {
                read.Add(Empty(venue, coin, table.Columns.Count - FirstNumber));
            }

            read[^1].Add(table);
        }

        return read;
    }

    private static NumbersOfListings Empty(string venue, string coin, int numbers) =>
        new(venue, coin, [], [.. Enumerable.Range(0, numbers).Select(_ => new List<double>())]);

    private void Add(TableFile row)
    {
        Times.Add(((DateTime)row[0]! - DateTime.UnixEpoch).TotalSeconds);
        for (int column = 0; column < Columns.Count; column++)
        {
            Columns[column].Add(row.Number(FirstNumber + column));
        }
    }
}
