using System.Globalization;
using Breakwater.Domain;
using Breakwater.Simulation;

namespace Breakwater.Lab;

/// <summary>Returns of a market of value funds against the leverage that banks allow them.</summary>
internal sealed class FatTails(int steps = 200_000) : ITheory
{
    private const double Tail = 0.05;
    private const int Lag = 10;
    private const string Remembered = "figure 3, as remembered";
    private const string Direction = "section 4, direction";

    private static readonly double[] s_aggressions = [5, 10, 15, 20, 25, 30, 35, 40, 45, 50];

    public string Name => "leverage-fat-tails";

    public string Claim => "Returns grow fat tails and cluster as the funds' leverage limit rises";

    public Paper Paper { get; } =
        new(
            "S. Thurner, J. D. Farmer, J. Geanakoplos",
            2012,
            "Leverage causes fat tails and clustered volatility",
            "Quantitative Finance 12(5), 695-707"
        );

    public IReadOnlyList<VerifiedFigure> Verify(Seed seed, CancellationToken cancel)
    {
        Market none = Run(seed, 1, cancel);
        Market some = Run(seed, 5, cancel);
        Market typical = Run(seed, 7.5, cancel);
        Market high = Run(seed, 10, cancel);
        return
        [
            new("limit 1: kurtosis", "section 4, nearly normal", 3, none.All.Kurtosis, 0.5),
            new("limit 10 over limit 1: kurtosis", Direction, 2, Ratio(high, none), 0, FigureRelation.AtLeast),
            new("limit 5 over limit 1: kurtosis", Direction, 1.2, Ratio(some, none), 0, FigureRelation.AtLeast),
            new("limit 1: tail index", "section 4, no power law", 5, TailOf(none), 0, FigureRelation.AtLeast),
            new("limit 7.5: tail index", Remembered, 3, TailOf(typical), 0.5),
            new("limit 10: tail index", Remembered, 2.6, TailOf(high), 0.5),
            new($"limit 1: clustering after {Lag} steps", "section 4, uncorrelated", 0, ClusteringOf(none), 0.05),
            Clustering(some, none, 5),
            Clustering(high, some, 10),
            new("limit 10: funds that fail, of 1,000 steps", Direction, 1, high.Failures, 0, FigureRelation.AtLeast),
            new("limit 1: funds that fail, of 1,000 steps", Direction, 0.1, none.Failures, 0, FigureRelation.AtMost),
        ];
    }

    private static double Ratio(Market one, Market other) => one.All.Kurtosis / other.All.Kurtosis;

    private static double TailOf(Market market) => market.Cheap.TailIndex(Tail);

    private static double ClusteringOf(Market market) => market.All.ClusteringAt(Lag);

    private static VerifiedFigure Clustering(Market more, Market less, double limit) =>
        new(
            $"limit {limit.ToString(CultureInfo.InvariantCulture)}: clustering, more than at the limit before",
            Direction,
            ClusteringOf(less),
            ClusteringOf(more),
            0,
            FigureRelation.AtLeast
        );

    private Market Run(Seed seed, double limit, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        var market = new FundMarket(new FundMarketParameters(limit, s_aggressions), seed);
        var all = new List<double>(steps);
        var cheap = new List<double>(steps);
        for (int step = 0; step < steps; step++)
        {
            double before = market.Price;
            market.Step();
            double change = Math.Log(market.Price / before);
            all.Add(change);
            if (before < market.Value)
            {
                cheap.Add(change);
            }
        }

        return new Market(new ReturnSample(all), new ReturnSample(cheap), 1000.0 * market.Failures / steps);
    }

    /// <param name="Cheap">Returns from prices below value, where funds hold the asset.</param>
    /// <param name="Failures">Of 1,000 steps.</param>
    private sealed record Market(ReturnSample All, ReturnSample Cheap, double Failures);
}
