using Breakwater.Data;
using Breakwater.Domain;
using Breakwater.Simulation;

namespace Breakwater.Lab;

/// <summary>How the price of a coin at a venue is spread over the seeds of an ensemble, moment by moment: the middle of the book.</summary>
/// <remarks>A quantile is taken at each moment by itself (type 7 of Hyndman and Fan): no seed need have followed it.</remarks>
/// <param name="Times">In seconds since 1970, UTC.</param>
public sealed record PriceFan(
    string Venue,
    string Coin,
    IReadOnlyList<double> Times,
    IReadOnlyList<double> P5,
    IReadOnlyList<double> P50,
    IReadOnlyList<double> P95
)
{
    public const string TableName = "price_fan";

    public static bool IsIn(string folder) => File.Exists(FileIn(folder));

    /// <param name="seeds">Of one world.</param>
    internal static void Write(string folder, WorldParameters world, IReadOnlyList<PathSample> seeds)
    {
        RunTables.WriteBoth(
            new Table<Row>(Rows(world, seeds))
                .Time("time_utc", row => row.Time)
                .Text("venue", row => row.Venue)
                .Text("coin", row => row.Coin)
                .Number("p5", row => row.Price.P5)
                .Number("p50", row => row.Price.P50)
                .Number("p95", row => row.Price.P95),
            folder,
            TableName
        );
    }

    /// <returns>By venue and coin, in the order of the file.</returns>
    /// <exception cref="InvalidDataException">The file is missing or broken.</exception>
    public static IReadOnlyList<PriceFan> Read(string folder) =>
        [
            .. NumbersOfListings
                .Read(FileIn(folder))
                .Select(of => new PriceFan(of.Venue, of.Coin, of.Times, of[0], of[1], of[2])),
        ];

    private static IEnumerable<Row> Rows(WorldParameters world, IReadOnlyList<PathSample> seeds)
    {
        int listing = 0;
        foreach (VenueParameters venue in world.Venues)
        {
            foreach (ListingParameters listed in venue.Listings)
            {
                for (int moment = 0; moment < seeds[0].Prices[listing].Length; moment++)
                {
                    yield return new Row(
                        seeds[0].Start + seeds[0].Step * moment,
                        venue.Name,
                        world.Histories[listed.Coin].Coin,
                        Map.Band.Of(seeds.Select(seed => (double)seed.Prices[listing][moment]))
                    );
                }

                listing++;
            }
        }
    }

    private static string FileIn(string folder) => Path.Combine(folder, TableName + ".parquet");

    private readonly record struct Row(Timestamp Time, string Venue, string Coin, Map.Band Price);
}
