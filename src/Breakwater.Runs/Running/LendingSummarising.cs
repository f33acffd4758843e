using Breakwater.Domain;
using Breakwater.Exchange;
using Breakwater.Simulation;

namespace Breakwater.Runs;

/// <summary>Reads a finished world's lending markets into what a summary says of them.</summary>
internal static class LendingSummarising
{
    public static IReadOnlyList<LendingSummary> Of(World world) => [.. world.Lending.Select(lending => Of(lending))];

    private static LendingSummary Of(LendingInWorld lending)
    {
        RequireNothingLost(lending.Market);
        return new LendingSummary(
            lending.Parameters.Name,
            lending.Parameters.Rules.Name,
            lending.Parameters.Venue,
            lending.LoansRepresented,
            lending.Market.LoanCount,
            lending.Hash.Digest(),
            lending.Hash.Count,
            lending.Market.Evaluations,
            [
                .. Enumerable
                    .Range(0, lending.Market.Assets.Count)
                    .Where(asset => lending.Market.TotalsOf(asset).Deposited.IsPositive)
                    .Select(asset => Of(lending, asset)),
            ]
        );
    }

    private static LendingCoinSummary Of(LendingInWorld lending, int asset)
    {
        LendingMarket market = lending.Market;
        LendingFlow flow = lending.Tally.Of(asset);
        return new LendingCoinSummary(
            market.Assets[asset].Symbol,
            Coins(market.TotalsOf(asset).Deposited),
            flow.Loans,
            flow.Calls,
            Cents(flow.Repaid),
            flow.Seized,
            Cents(flow.Bonus),
            Cents(flow.ProtocolFee),
            flow.Sold,
            flow.Sold == 0 ? null : Cents(flow.Proceeds / flow.Sold),
            Cents(flow.BadDebt),
            (decimal)market.PriceOf(asset).Ticks / LendingAsset.TicksPerDollar,
            Cents(UncoveredOf(market, asset))
        );
    }

    private static decimal UncoveredOf(LendingMarket market, int asset)
    {
        Rational sum = Rational.Zero;
        foreach (LoanId loan in Enumerable.Range(0, market.LoanCount).Select(number => new LoanId(number)))
        {
            Rational[] worths =
            [
                .. Enumerable
                    .Range(0, market.Assets.Count)
                    .Select(each => market.WorthOf(each, market.CollateralOf(loan, each))),
            ];
            if (worths[asset].IsPositive && Array.TrueForAll(worths, worth => worth <= worths[asset]))
            {
                Rational collateral = worths.Aggregate(Rational.Zero, (total, worth) => total + worth);
                Rational debt = market.WorthOf(market.DebtAssetOf(loan), market.DebtOf(loan));
                sum += Rational.Max(debt - collateral, Rational.Zero);
            }
        }

        return (sum * Rational.FromInteger(100)).ToInt64(Rounding.Ceiling) / 100m;
    }

    private static void RequireNothingLost(LendingMarket market)
    {
        for (int asset = 0; asset < market.Assets.Count; asset++)
        {
            Invariant.Holds(
                market.Leak(asset) == (Money.Zero, Money.Zero),
                "what was deposited is seized or left, and what was borrowed repaid, owed or bad debt"
            );
        }
    }

    private static decimal Coins(Money units) => units.MinorUnits / 100_000_000m;

    private static decimal Cents(decimal dollars) => decimal.Round(dollars, 2);
}
