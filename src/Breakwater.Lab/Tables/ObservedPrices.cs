using Breakwater.Data;
using Breakwater.Runs;
using Breakwater.Simulation;

namespace Breakwater.Lab;

/// <summary>What a coin was traded at while a run lasts, as a table beside it; columns by bar, times in seconds since 1970, UTC.</summary>
public sealed record ObservedPrices(
    string Venue,
    string Coin,
    IReadOnlyList<double> Times,
    IReadOnlyList<double> Open,
    IReadOnlyList<double> High,
    IReadOnlyList<double> Low,
    IReadOnlyList<double> Close
)
{
    public const string TableName = "observed_prices";

    public static bool IsIn(string folder) => File.Exists(FileIn(folder));

    /// <summary>Writes nothing where nothing was observed.</summary>
    internal static void Write(string folder, IReadOnlyList<ObservedPath> paths)
    {
        if (paths.Count > 0)
        {
            var rows = paths.SelectMany(path => path.Bars, (path, bar) => (Path: path, Bar: bar));
            RunTables.WriteBoth(
                new Table<(ObservedPath Path, PriceBar Bar)>(rows)
                    .Time("time_utc", row => row.Bar.Start)
                    .Text("venue", row => row.Path.Venue)
                    .Text("coin", row => row.Path.Coin)
                    .Number("open", row => (double)row.Bar.Open)
                    .Number("high", row => (double)row.Bar.High)
                    .Number("low", row => (double)row.Bar.Low)
                    .Number("close", row => (double)row.Bar.Close),
                folder,
                TableName
            );
        }
    }

    /// <returns>By venue and coin, in the order of the file.</returns>
    /// <exception cref="InvalidDataException">The file is missing or broken.</exception>
    public static IReadOnlyList<ObservedPrices> Read(string folder) =>
        [
            .. NumbersOfListings
                .Read(FileIn(folder))
                .Select(of => new ObservedPrices(of.Venue, of.Coin, of.Times, of[0], of[1], of[2], of[3])),
        ];

    private static string FileIn(string folder) => Path.Combine(folder, TableName + ".parquet");
}
