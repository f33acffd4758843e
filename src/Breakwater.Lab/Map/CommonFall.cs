using Breakwater.Domain;
using Breakwater.Exchange;
using Breakwater.Simulation;

namespace Breakwater.Lab.Map;

/// <summary>A fall of all coins at once, each by its beta, as a venue's ladder meets it.</summary>
internal static class CommonFall
{
    private const int BetaDigits = 1_000;

    /// <summary>By listing of the venue.</summary>
    public static IReadOnlyList<CoinFuse> FusesOf(WorldParameters world, VenueInWorld venue, MapConditions conditions)
    {
        IReadOnlyList<ListingParameters> listings = venue.Parameters.Listings;
        double[] betas = [.. listings.Select(listing => BetaOf(world, listing.Coin))];
        LevelGrid grid = conditions.Grid with { Step = conditions.Grid.Step * betas[0] };
        Rate[] rates = [.. betas.Select(beta => RateOf(beta / betas[0]))];
        var ray = new MarkRay(venue.Venue.CurrentMarks, new InstrumentId(0), rates);
        FuseMap map = FuseMap.Of(venue.Venue, ray, grid, conditions.Fills);
        double later = conditions.SoldByFund(venue.Parameters);
        return
        [
            .. listings.Select(
                (listing, i) =>
                    FuseOf(listing.Coin, conditions.Grid.Step * betas[i], map.Falls(new InstrumentId(i)), later)
            ),
        ];
    }

    /// <summary>1 where prices are given.</summary>
    public static double BetaOf(WorldParameters world, int coin) => world.Market?.Coins[coin].Beta ?? 1;

    private static CoinFuse FuseOf(int coin, double step, Fuse fuse, double later)
    {
        double[] ordered = fuse.Ordered();
        double[] atOnce = fuse.Sold();
        return new CoinFuse(
            coin,
            step,
            ordered,
            atOnce,
            [.. ordered.Zip(atOnce, (all, now) => now + later * (all - now))],
            fuse.MarginTakenOver(),
            fuse.MarginOfAll()
        );
    }

    private static Rate RateOf(double beta) => Rate.FromFraction((long)Math.Round(beta * BetaDigits), BetaDigits);
}
