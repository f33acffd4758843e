using Breakwater.Domain;
using Breakwater.Simulation;

namespace Breakwater.Lab.Map;

/// <summary>What a map takes for granted.</summary>
/// <param name="Grid">Levels of a fall, in percent of the coin whose beta is 1.</param>
/// <param name="Fills">What decides whether a liquidation trades on the book or is taken over.</param>
/// <param name="Horizon">What funds sell within it of what they took over counts as sold.</param>
public sealed record MapConditions(LevelGrid Grid, FillConditions Fills, Duration Horizon)
{
    private static readonly Duration s_withoutMarket = Duration.FromMinutes(30);

    /// <summary>
    /// A quarter of a percent down to 50 %; a fill loses 0.3 %, a mark falls by up to 0.1 % at a time. The horizon is the time in
    /// which latent orders of the scenario show themselves again: what is sold later meets a book that has grown back.
    /// </summary>
    public static MapConditions Of(WorldParameters world) =>
        new(
            new LevelGrid(0.25, 200),
            new FillConditions(Slippage: 0.003, MarkStep: 0.001),
            world.Market?.Revelation ?? s_withoutMarket
        );

    /// <summary>The share of an inventory that a venue's fund has sold by the horizon.</summary>
    public double SoldByFund(VenueParameters venue) => SoldByFund(venue, speed: 1);

    /// <param name="speed">Of the fund's selling, over that of the scenario.</param>
    internal double SoldByFund(VenueParameters venue, double speed)
    {
        double kept = 1 - (double)venue.UnwindShare.Numerator / venue.UnwindShare.Denominator;
        double sales = speed * Horizon.Nanoseconds / venue.UnwindInterval.Nanoseconds;
        return 1 - PortableMath.Pow(kept, sales);
    }
}
