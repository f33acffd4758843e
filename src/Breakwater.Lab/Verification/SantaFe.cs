using System.Globalization;
using Breakwater.Domain;
using Breakwater.Indicators;
using Breakwater.Matching;
using Breakwater.Simulation;

namespace Breakwater.Lab;

/// <summary>Spread and price diffusion of the engine's book when traders without any plan fill it.</summary>
/// <remarks>
/// Everything is in the papers' units: prices in mu/alpha, times in 1/delta, where mu are market orders of both sides, alpha
/// limit orders of one side for each unit of price, delta cancellations of an order. Then only the granularity
/// epsilon = delta/mu is left, for orders of size one, and the tick, which must be small.
/// </remarks>
internal sealed class SantaFe(double lifetimes = 1000) : ITheory
{
    private const uint Participant = 2;
    private const double TicksPerUnit = 32;
    private const double FinerTicksPerUnit = 128;
    private const double UnitsOfDepth = 12;
    private const double WarmUp = 8;
    private const double Lag = 10;
    private const string Spread = "Farmer, Patelli, Zovko (2005), equation 1";
    private const string Remembered = "Smith et al. (2003), table 3, as remembered";
    private const string BelowTheFormula =
        "the printed function is an approximation; a naive book that shares no code with ours has our spread, see docs/verification.md";

    private static readonly double[] s_granularities = [0.005, 0.01, 0.02, 0.05, 0.1];

    public string Name => "santa-fe";

    public string Claim => "Spread and price diffusion of a book under random orders, by the granularity of the flow";

    public Paper Paper { get; } =
        new(
            "M. G. Daniels, J. D. Farmer, L. Gillemot, G. Iori, E. Smith",
            2003,
            "Quantitative model of price diffusion and market friction based on trading as a mechanistic random process",
            "Physical Review Letters 90, 108102"
        );

    public IReadOnlyList<VerifiedFigure> Verify(Seed seed, CancellationToken cancel)
    {
        var measured = new List<OrderFlowStatistics>();
        foreach (double granularity in s_granularities)
        {
            cancel.ThrowIfCancellationRequested();
            measured.Add(Measure(seed, granularity, TicksPerUnit));
        }

        OrderFlowStatistics finer = Measure(seed, s_granularities[2], FinerTicksPerUnit);
        return
        [
            .. s_granularities.Select((granularity, i) => SpreadFigure(granularity, measured[i].Spread)),
            .. Scaling(measured, finer.Spread),
        ];
    }

    internal OrderFlowStatistics Measure(Seed seed, double granularity, double ticksPerUnit)
    {
        double marketOrders = ticksPerUnit;
        double cancellations = granularity * marketOrders;
        var rates = new OrderFlowRates(
            marketOrders / 2,
            [.. Enumerable.Repeat(1.0, (int)(UnitsOfDepth * ticksPerUnit))],
            [cancellations]
        );
        OrderBook book = ModelBook.Create(new BookRules());
        var bucket = (long)(granularity * 1e6 + ticksPerUnit * 1e9);
        var flow = new ZeroIntelligenceFlow(book, rates, new DrawStream(seed, Participant, default, bucket));
        flow.Place(Side.Buy, Price.FromTicks(1_000_000));
        flow.Place(Side.Sell, Price.FromTicks(1_000_001));
        OrderFlowStatistics seen = OrderFlowStatistics.Observe(
            flow,
            book,
            WarmUp / cancellations,
            lifetimes / cancellations,
            Lag / cancellations
        );
        double diffusion = ticksPerUnit * ticksPerUnit * cancellations;
        return new OrderFlowStatistics(
            seen.Spread / ticksPerUnit,
            seen.ShortDiffusion / diffusion,
            seen.LongDiffusion / diffusion
        );
    }

    private static VerifiedFigure SpreadFigure(double granularity, double ours) =>
        new(
            $"spread / (mu/alpha), epsilon {granularity.ToString(CultureInfo.InvariantCulture)}",
            Spread,
            0.28 + 1.86 * Math.Pow(granularity, 0.75),
            ours,
            0.02,
            Limit: BelowTheFormula
        );

    private static IEnumerable<VerifiedFigure> Scaling(List<OrderFlowStatistics> measured, double finerSpread)
    {
        double[] powers = [.. s_granularities.Select(granularity => Math.Pow(granularity, 0.75))];
        double[] spreads = [.. measured.Select(one => one.Spread)];
        double line = Correlation(powers, spreads);
        double early = LogLogFit.Exponent(s_granularities, [.. measured.Select(one => one.ShortDiffusion)]);
        double late = LogLogFit.Exponent(s_granularities, [.. measured.Select(one => one.LongDiffusion)]);
        double slowest = measured.Min(one => one.ShortDiffusion / one.LongDiffusion);
        return
        [
            new("spread in units, tick a quarter as large", "dimensional analysis", 1, finerSpread / spreads[2], 0.06),
            new("spread against epsilon^(3/4): correlation", Spread, 1, line, 0.01),
            new("early diffusion: power of epsilon", "Farmer, Patelli, Zovko (2005), equation 2", -0.5, early, 0.1),
            new("late diffusion: power of epsilon", Remembered, 0.5, late, 0.1),
            new("early over late diffusion, least", "figure 3, direction", 1, slowest, 0, FigureRelation.AtLeast),
        ];
    }

    private static double Correlation(double[] x, double[] y)
    {
        var pairs = new RollingRegression(x.Length);
        for (int i = 0; i < x.Length; i++)
        {
            pairs.Add(x[i], y[i]);
        }

        return pairs.Correlation;
    }
}
