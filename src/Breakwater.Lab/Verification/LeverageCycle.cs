using Breakwater.Domain;
using Breakwater.Simulation;

namespace Breakwater.Lab;

/// <summary>Price, marginal buyer and leverage where agents differ in their beliefs, before and after bad news.</summary>
internal sealed class LeverageCycle(int agents = 10_000) : ITheory
{
    private const double LowPayoff = 0.2;

    // The paper prints two digits, of leverage one after the point.
    private const double Rounding = 0.0051;
    private const double RoundingOfLeverage = 0.051;

    // It divides by differences of prices that have two digits: .95 / (.95 - .69) for the first leverage, (.69 - .2) / .8 for
    // the last buyer. An error of half a unit in the last digit of a price grows to this.
    private const double FromRoundedPrices = 0.18;
    private const double FromRoundedPrice = 0.0113;

    public string Name => "leverage-cycle";

    public string Claim => "Prices and leverage before and after bad news, with margins that the market sets";

    public Paper Paper { get; } =
        new("J. Geanakoplos", 2010, "The leverage cycle", "NBER Macroeconomics Annual 2009, vol. 24, 1-65");

    public IReadOnlyList<VerifiedFigure> Verify(Seed seed, CancellationToken cancel)
    {
        var economy = new BeliefEconomy(agents, LowPayoff);
        BeliefEquilibrium cash = economy.OnePeriod(borrowing: false);
        BeliefEquilibrium pledged = economy.OnePeriod(borrowing: true);
        cancel.ThrowIfCancellationRequested();
        (BeliefEquilibrium start, BeliefEquilibrium after) = economy.TwoPeriods();
        return
        [
            new("no borrowing: price", "section II, one period", 0.68, cash.Price, Rounding),
            new("no borrowing: marginal buyer", "section II, one period", 0.60, cash.MarginalBuyer, Rounding),
            new("borrowing: price", "section II, one period", 0.75, pledged.Price, Rounding),
            new("borrowing: marginal buyer", "section II, one period", 0.69, pledged.MarginalBuyer, Rounding),
            new("two periods: price at the start", "section III", 0.95, start.Price, Rounding),
            new("two periods: marginal buyer at the start", "section III", 0.87, start.MarginalBuyer, Rounding),
            new("two periods: leverage at the start", "section III", 3.6, start.Leverage, FromRoundedPrices),
            new("two periods: price after bad news", "section III", 0.69, after.Price, Rounding),
            new(
                "two periods: marginal buyer after bad news",
                "section III",
                0.61,
                after.MarginalBuyer,
                FromRoundedPrice
            ),
            new("two periods: leverage after bad news", "section III", 1.4, after.Leverage, RoundingOfLeverage),
            .. Solved(start, after),
        ];
    }

    // The same economy without agents: the paper's equations, for a continuum.
    private IEnumerable<VerifiedFigure> Solved(BeliefEquilibrium start, BeliefEquilibrium after)
    {
        double grid = 2.0 / agents;
        double first = FirstBuyer();
        double last = LastBuyer(first);
        double low = PriceFor(last);
        double high = (1 - first + low) / first;
        return
        [
            new("two periods, exactly: price at the start", "equations of section III", high, start.Price, grid),
            new(
                "two periods, exactly: buyer at the start",
                "equations of section III",
                first,
                start.MarginalBuyer,
                grid
            ),
            new("two periods, exactly: price after bad news", "equations of section III", low, after.Price, grid),
            new("two periods, exactly: buyer after", "equations of section III", last, after.MarginalBuyer, grid),
        ];
    }

    // Indifferent at the start between the asset, and cash that buys it after bad news.
    private static double FirstBuyer()
    {
        (double low, double high) = (0.5, 1 - 1e-9);
        while (high - low > 1e-12)
        {
            double first = (low + high) / 2;
            double last = LastBuyer(first);
            double after = PriceFor(last);
            double gain = (1 - after) / ((1 - first + after) / first - after);
            (low, high) = gain > 1 + (1 - first) / last ? (low, first) : (first, high);
        }

        return low;
    }

    // Buyers between the two hold all that there is after bad news: last price = (1.2 first - last) / last = .2 + .8 last.
    private static double LastBuyer(double first)
    {
        double half = (1 + LowPayoff) / (2 * (1 - LowPayoff));
        return Math.Sqrt(half * half + 2 * half * first) - half;
    }

    private static double PriceFor(double buyer) => LowPayoff + (1 - LowPayoff) * buyer;
}
