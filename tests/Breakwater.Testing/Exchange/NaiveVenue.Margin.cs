using Breakwater.Domain;
using Breakwater.Exchange;

namespace Breakwater.Testing;

// docs/models/margin.md
public sealed partial class NaiveVenue
{
    private long UnitOf(int instrument) => Rules.Instruments[instrument].Instrument.MinorUnitsPerTickLot;

    private Int128 ValueAt(NaivePosition position, Int128 mark) => mark * UnitOf(position.Instrument) * position.Lots;

    private Int128 MarkOf(NaivePosition position) => _marks[position.Instrument].Ticks;

    private Int128 Value(NaivePosition position) => ValueAt(position, MarkOf(position));

    private Int128 FundingOwed(NaivePosition position) => Exact.Ceiling(UnsettledBillionths(position), Billion);

    private Int128 UnsettledBillionths(NaivePosition position) =>
        position.Lots * (_fundingIndex[position.Instrument] - position.SettledIndex);

    private Int128 Maintenance(NaivePosition position) => MaintenanceAt(position, MarkOf(position));

    private Int128 MaintenanceAt(NaivePosition position, Int128 mark)
    {
        Int128 notional = Int128.Abs(ValueAt(position, mark));
        return Maintenance(position.Instrument, notional, position.Owner.Weight);
    }

    private Int128 Maintenance(int instrument, Int128 notional, int weight)
    {
        ReadOnlySpan<MarginTier> tiers = Rules.Instruments[instrument].Margin.Tiers;
        int bracket = BracketOf(instrument, notional, weight);
        Int128 deduction = 0;
        for (int k = 1; k <= bracket; k++)
        {
            deduction += DeductionStep(tiers[k].Floor, tiers[k - 1].MaintenanceRate, tiers[k].MaintenanceRate);
        }

        return Exact.Ceiling(notional, tiers[bracket].MaintenanceRate) - weight * deduction;
    }

    private int BracketOf(int instrument, Int128 notional, int weight)
    {
        ReadOnlySpan<MarginTier> tiers = Rules.Instruments[instrument].Margin.Tiers;
        int bracket = tiers.Length - 1;
        while (notional < (Int128)tiers[bracket].Floor.MinorUnits * weight)
        {
            bracket--;
        }

        return bracket;
    }

    private static Int128 DeductionStep(Money floor, Rate lower, Rate upper)
    {
        Int128 numerator = (Int128)upper.Numerator * lower.Denominator - (Int128)lower.Numerator * upper.Denominator;
        return Exact.Ceiling(floor.MinorUnits * numerator, (Int128)upper.Denominator * lower.Denominator);
    }

    // The positions that share a balance with this one, itself among them.
    private static List<NaivePosition> MarginAccountOf(NaivePosition position) =>
        position.Owner.IsIsolated ? [position] : position.Owner.Positions;

    private Int128 Equity(NaivePosition position) =>
        position.Balance + Sum(MarginAccountOf(position), p => Value(p) - p.Cost - FundingOwed(p));

    private Int128 MaintenanceOfMarginAccount(NaivePosition position) => Sum(MarginAccountOf(position), Maintenance);

    private Int128 Slack(NaivePosition position) => Equity(position) - MaintenanceOfMarginAccount(position);

    private bool IsLiquidatable(NaivePosition position) => Slack(position) < 0;

    private static bool HoldsSomething(NaivePosition position) => MarginAccountOf(position).Exists(p => p.IsOpen);

    private Int128 EquityOf(NaiveAccount crossAccount) =>
        crossAccount.Wallet + Sum(crossAccount.Positions, p => Value(p) - p.Cost - FundingOwed(p));

    private Int128 Available(NaiveAccount account) =>
        account.IsIsolated || !account.IsTrader
            ? account.Wallet
            : EquityOf(account) - Sum(account.Positions, p => InitialMargin(Int128.Abs(Value(p)), p.Leverage));

    private static Int128 InitialMargin(Int128 notional, Leverage leverage) =>
        Exact.Ceiling(notional * 100, leverage.Hundredths);

    // Where closing uses up the equity behind the position, to a tick that leaves no debt.
    private Int128 BankruptcyPrice(NaivePosition position)
    {
        Int128 behind = Exact.Floor(Equity(position) * Maintenance(position), MaintenanceOfMarginAccount(position));
        Int128 perTick = UnitOf(position.Instrument) * Int128.Abs(position.Lots);
        Int128 ticksToLose = Exact.Floor(behind, perTick);
        Int128 price = position.Lots > 0 ? MarkOf(position) - ticksToLose : MarkOf(position) + ticksToLose;
        return Int128.Max(price, 1);
    }

    // Ticks from the first mark that liquidates to the present one, which does; other marks held fixed.
    private Int128 Depth(NaivePosition position)
    {
        Int128 mark = MarkOf(position);
        Int128 direction = position.Lots > 0 ? 1 : -1;
        Int128 liquidates = 0;
        Int128 safe = 1;
        while (SlackAt(position, mark + direction * safe) < 0)
        {
            liquidates = safe;
            safe *= 2;
        }

        while (safe - liquidates > 1)
        {
            Int128 middle = (safe + liquidates) / 2;
            if (SlackAt(position, mark + direction * middle) < 0)
            {
                liquidates = middle;
            }
            else
            {
                safe = middle;
            }
        }

        return position.Lots > 0 ? liquidates : Int128.Min(liquidates, mark - 1);
    }

    // Below zero a mark means nothing: a short that still stands there is due at every mark there is.
    private Int128 SlackAt(NaivePosition position, Int128 mark) =>
        mark < 0
            ? 0
            : Slack(position)
                + (ValueAt(position, mark) - MaintenanceAt(position, mark))
                - (Value(position) - Maintenance(position));

    private static Int128 Sum(List<NaivePosition> positions, Func<NaivePosition, Int128> amount)
    {
        Int128 sum = 0;
        foreach (NaivePosition position in positions)
        {
            sum += amount(position);
        }

        return sum;
    }
}
