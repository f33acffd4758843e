using Breakwater.Domain;
using Breakwater.Exchange;
using Breakwater.Simulation;

namespace Breakwater.Lab.Map;

/// <summary>What becomes liquidatable of one instrument on both sides of its mark, the other marks standing still; dollars by level.</summary>
internal sealed record NotionalByLevel(double[] Longs, double[] Shorts)
{
    // What is sold and what taken over makes no difference here.
    private static readonly FillConditions s_any = new(Slippage: 0, MarkStep: 0);

    /// <param name="each">As <see cref="FuseMap"/> takes it.</param>
    public static NotionalByLevel Of(
        VenueInWorld venue,
        string coin,
        WorldParameters world,
        LevelGrid grid,
        Action<int, Action<int>> each
    )
    {
        var instrument = new InstrumentId(ListingOf(venue.Parameters, coin, world));
        var map = FuseMap.Of(venue.Venue, MarkRay.OthersStay(venue.Venue.CurrentMarks, instrument), grid, s_any, each);
        return new NotionalByLevel(map.Falls(instrument).Ordered(), map.Rises(instrument).Ordered());
    }

    /// <summary>The coin's place among a venue's listings; -1 where it is not listed.</summary>
    public static int ListingOf(VenueParameters venue, string coin, WorldParameters world)
    {
        int listing = venue.Listings.Count - 1;
        while (listing >= 0 && world.Histories[venue.Listings[listing].Coin].Coin != coin)
        {
            listing--;
        }

        return listing;
    }

    public NotionalByLevel Plus(NotionalByLevel other) =>
        new([.. Longs.Zip(other.Longs, Sum)], [.. Shorts.Zip(other.Shorts, Sum)]);

    private static double Sum(double one, double other) => one + other;
}
