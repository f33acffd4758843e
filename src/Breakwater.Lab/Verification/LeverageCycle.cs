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
            new("two periods: leverage at the start", "section III", 3.6, start.Leverage, RoundingOfLeverage),
            new("two periods: price after bad news", "section III", 0.69, after.Price, Rounding),
            new("two periods: marginal buyer after bad news", "section III", 0.61, after.MarginalBuyer, Rounding),
            new("two periods: leverage after bad news", "section III", 1.4, after.Leverage, RoundingOfLeverage),
        ];
    }
}
