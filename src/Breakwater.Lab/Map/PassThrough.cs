using Breakwater.Domain;
using Breakwater.Exchange;
using Breakwater.Simulation;

namespace Breakwater.Lab.Map;

/// <summary>How much of a move that a sale makes at one venue reaches marks: by the arbitrageur of the scenario, and by the venue's mark.</summary>
/// <remarks>docs/models/cascade.md. It counts what is there at the horizon, as funds' sales are counted.</remarks>
internal sealed class PassThrough(WorldParameters world, double within, Duration horizon)
{
    private readonly ArbitrageParameters _arbitrage = world.Market!.Arbitrage;
    private readonly double _rounds = horizon.Nanoseconds / (double)world.Market!.Step.Nanoseconds;

    /// <param name="sales">Dollars that the listing's own coin sells in it for each percent of its fall.</param>
    public Passage Of(int venue, int listing, double sales)
    {
        double shared = SharedInTime() * BeyondCost() * Carried(venue, listing, sales);
        return new Passage(shared, (1 - shared) * ShownByMark(venue, listing));
    }

    // Of a gap that stays as it is: a round takes its share of what is left, a latency after it was seen.
    private double SharedInTime()
    {
        double latency = _arbitrage.Latency.Nanoseconds / (double)world.Market!.Step.Nanoseconds;
        return 1 - PortableMath.Pow(1 - _arbitrage.Speed, Math.Max(_rounds - latency, 0));
    }

    // What nobody trades away: the cost on either side, over the fall that sales are the mean of.
    private double BeyondCost() => Math.Max(1 - 2 * 100 * _arbitrage.Cost / within, 0);

    // What the whole fall would have it buy here and sell elsewhere, over what its margin and its capacity carry.
    private double Carried(int venue, int listing, double sales)
    {
        ListingParameters own = world.Venues[venue].Listings[listing];
        double all = world
            .Venues.SelectMany(each => each.Listings)
            .Where(each => each.Coin == own.Coin)
            .Sum(each => each.Depth);
        double asked = sales * within * (1 - own.Depth / all);
        double margin = _arbitrage.CapitalOverDepth * _arbitrage.Leverage.Hundredths / 100 * own.Depth;
        double capacity = _arbitrage.Capacity * all * _rounds;
        return asked > 0 ? Math.Min(Math.Min(margin, capacity) / asked, 1) : 1;
    }

    // The distance from the index counts as its average does by the horizon; without an index the mark is the venue's own price.
    private double ShownByMark(int venue, int listing)
    {
        int coin = world.Venues[venue].Listings[listing].Coin;
        bool hasIndex = world.Venues.Any(each => each.IsSpot && each.Listings.Any(spot => spot.Coin == coin));
        MarkMethod method = world.Venues[venue].Mark;
        return method.Form switch
        {
            MarkForm.MedianOfThree or MarkForm.IndexWithBasis or MarkForm.MedianWithOutside when hasIndex => AveragedBy(
                method
            ),
            MarkForm.IndexWithFunding or MarkForm.Oracle when hasIndex => 0,
            _ => 1,
        };
    }

    private double AveragedBy(MarkMethod method)
    {
        if (method.Window <= Duration.Zero)
        {
            return 1;
        }

        double windows = horizon.Nanoseconds / (double)method.Window.Nanoseconds;
        return method.IsExponential ? 1 - PortableMath.Exp(-windows) : Math.Min(windows, 1);
    }
}
