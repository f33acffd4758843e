using Breakwater.Domain;
using Breakwater.Exchange;

namespace Breakwater.Testing;

// docs/models/margin.md
public sealed partial class NaiveVenue
{
    private static readonly Rational s_highestRate = Rational.Parse("0.99");

    private Int128 ValueAt(NaivePosition position, Int128 mark) => ValueOf(position.Instrument, position.Lots, mark);

    private Int128 MarkOf(NaivePosition position) => _marks[position.Instrument].Ticks;

    private Int128 Value(NaivePosition position) => ValueAt(position, MarkOf(position));

    private Int128 FundingOwed(NaivePosition position) => Exact.Ceiling(UnsettledBillionths(position), Billion);

    private Int128 UnsettledBillionths(NaivePosition position) =>
        position.Lots * (_fundingIndex[position.Instrument] - position.SettledIndex);

    private Int128 Maintenance(NaivePosition position) => MaintenanceAt(position, MarkOf(position)) + Reserve(position);

    private Int128 Reserve(NaivePosition position) =>
        position.Owner.IsIsolated ? 0 : Reserve(position.Instrument, position.Lots, position.Cost, position.Leverage);

    // Cost at the price where the leverage's margin is lost, times the fee.
    private Int128 Reserve(int instrument, Int128 lots, Int128 cost, Leverage leverage)
    {
        Rate fee = Rules.Instruments[instrument].ReservedFee;
        Int128 atBankruptcy = Int128.Abs(cost) * (leverage.Hundredths - 100 * Direction(instrument, lots));
        return Exact.Ceiling(atBankruptcy * fee.Numerator, (Int128)leverage.Hundredths * fee.Denominator);
    }

    private Int128 MaintenanceAt(NaivePosition position, Int128 mark)
    {
        bool atEntry = Rules.Instruments[position.Instrument].MaintenanceAt == MarginBasis.Entry;
        Int128 notional = Int128.Abs(atEntry ? position.Cost : ValueAt(position, mark));
        return Maintenance(position.Instrument, notional, position.Lots, position.Owner.Weight);
    }

    private Int128 Maintenance(int instrument, Int128 notional, Int128 lots, int weight)
    {
        if (Rules.Instruments[instrument].Margin.InSize is { } rates)
        {
            Rational share = Rational.Min(rates.Terms.Maintenance + AddedBySize(rates, lots, weight), s_highestRate);
            return (Rational.FromFraction(notional, 1) * share).ToInt64(Rounding.Ceiling);
        }

        ReadOnlySpan<MarginTier> tiers = Rules.Instruments[instrument].Margin.Tiers;
        int bracket = BracketOf(instrument, notional, lots, weight);
        Int128 deduction = 0;
        for (int k = 1; k <= bracket && !OfWhole(instrument); k++)
        {
            deduction += DeductionStep(tiers[k].Floor, tiers[k - 1].MaintenanceRate, tiers[k].MaintenanceRate);
        }

        return Exact.Ceiling(notional, tiers[bracket].MaintenanceRate) - weight * deduction;
    }

    // Of one of the identical accounts.
    private static Rational AddedBySize(LinearInSizeRates rates, Int128 lots, int weight) =>
        rates.Terms.PerLot * Rational.FromFraction(Int128.Abs(lots), weight);

    // A part of a notional at a floor is in the tier above it, a whole position at a limit is in the tier below.
    private int BracketOf(int instrument, Int128 notional, Int128 lots, int weight)
    {
        Int128 amount = ByLots(instrument) ? Int128.Abs(lots) : notional;
        return TiersUnder(instrument, OfWhole(instrument) ? amount : amount + 1, weight);
    }

    // How many floors above zero lie below an amount.
    private int TiersUnder(int instrument, Int128 amount, int weight)
    {
        int tiers = 0;
        foreach (MarginTier tier in Rules.Instruments[instrument].Margin.Tiers)
        {
            tiers += tier.Floor > 0 && (Int128)tier.Floor * weight < amount ? 1 : 0;
        }

        return tiers;
    }

    private bool ByLots(int instrument) => Rules.Instruments[instrument].Margin.Measure == TierMeasure.Quantity;

    private bool OfWhole(int instrument) => Rules.Instruments[instrument].Margin.IsForWholePositions;

    private static Int128 DeductionStep(long floor, Rate lower, Rate upper)
    {
        Int128 numerator = (Int128)upper.Numerator * lower.Denominator - (Int128)lower.Numerator * upper.Denominator;
        return Exact.Ceiling(floor * numerator, (Int128)upper.Denominator * lower.Denominator);
    }

    // The positions that share a balance with this one, itself among them.
    private static List<NaivePosition> MarginAccountOf(NaivePosition position) =>
        position.Owner.IsIsolated ? [position] : position.Owner.Positions;

    private Int128 Equity(NaivePosition position) =>
        position.Balance
        + Counted(position.Owner)
        + Sum(MarginAccountOf(position), p => Value(p) - p.Cost - FundingOwed(p));

    private Int128 MaintenanceOfMarginAccount(NaivePosition position) => Sum(MarginAccountOf(position), Maintenance);

    private Int128 Slack(NaivePosition position) => Equity(position) - MaintenanceOfMarginAccount(position);

    // What is worth less than a minor unit asks for nothing, and nobody falls short of nothing by having nothing.
    private bool IsLiquidatable(NaivePosition position) =>
        HoldsSomething(position)
        && IsTooLow(Slack(position))
        && (Slack(position) < 0 || MaintenanceOfMarginAccount(position) > 0);

    private bool IsTooLow(Int128 slack) => slack < 0 || (slack == 0 && LiquidatesAtEquality);

    private bool LiquidatesAtEquality => Rules.Instruments[0].LiquidatesAtEquality;

    private static bool HoldsSomething(NaivePosition position) => MarginAccountOf(position).Exists(p => p.IsOpen);

    private Int128 EquityOf(NaiveAccount crossAccount) =>
        crossAccount.Wallet
        + Counted(crossAccount)
        + Sum(crossAccount.Positions, p => Value(p) - p.Cost - FundingOwed(p));

    private Int128 Available(NaiveAccount account) =>
        account.IsIsolated || !account.IsTrader
            ? account.Wallet
            : account.Wallet + Counted(account) + Sum(account.Positions, BeyondInitialMargin);

    // As if it were bought at the mark.
    private Int128 BeyondInitialMargin(NaivePosition position)
    {
        Int128 bought = CostOf(position.Instrument, position.Lots, MarkOf(position));
        return bought - position.Cost - FundingOwed(position) - InitialMargin(Int128.Abs(bought), position.Leverage);
    }

    private static Int128 InitialMargin(Int128 notional, Leverage leverage) =>
        Exact.Ceiling(notional * 100, leverage.Hundredths);

    // Where closing uses up the equity behind the position, to a tick that leaves no debt.
    private Int128 BankruptcyPrice(NaivePosition position)
    {
        Int128 behind = EquityBehind(position);
        if (IsInverse(position.Instrument))
        {
            return InverseBankruptcyPrice(position, behind);
        }

        Int128 perTick = UnitOf(position.Instrument) * Int128.Abs(position.Lots);
        Int128 ticksToLose = Exact.Floor(behind, perTick);
        Int128 price = position.Lots > 0 ? MarkOf(position) - ticksToLose : MarkOf(position) + ticksToLose;
        return Int128.Max(price, 1);
    }

    private Int128 EquityBehind(NaivePosition position)
    {
        Int128 asked = MaintenanceOfMarginAccount(position);
        return asked == 0 ? Equity(position) : Exact.Floor(Equity(position) * Maintenance(position), asked);
    }

    // Looked for among all marks: the lowest at which a long can close without debt, the highest at which a short can.
    private Int128 InverseBankruptcyPrice(NaivePosition position, Int128 behind)
    {
        Int128 least = Value(position) - behind;
        Int128 bound = PriceLimit - 1;
        (Int128 low, Int128 high) = (0, bound + 1);
        while (high - low > 1)
        {
            Int128 middle = (low + high) / 2;
            Int128 over = Listed(position.Instrument).MinorUnitsAtOneTick * -position.Lots;
            bool leavesNoDebt = over >= least * middle;
            (low, high) = leavesNoDebt == position.Lots < 0 ? (middle, high) : (low, middle);
        }

        return Int128.Clamp(position.Lots > 0 ? high : low, 1, bound);
    }

    // Ticks from the first mark that liquidates to the present one, which does; other marks held fixed.
    private Int128 Depth(NaivePosition position)
    {
        Int128 mark = MarkOf(position);
        Int128 direction = position.Lots > 0 ? 1 : -1;
        Int128 liquidates = 0;
        Int128 safe = 1;
        while (DueAt(position, mark + direction * safe))
        {
            liquidates = safe;
            safe *= 2;
        }

        while (safe - liquidates > 1)
        {
            Int128 middle = (safe + liquidates) / 2;
            if (DueAt(position, mark + direction * middle))
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

    // Below zero a mark means nothing: a short that still stands there is due at every mark there is. Over nothing, and beyond the
    // highest mark, an inverse contract has no value to look at.
    private bool DueAt(NaivePosition position, Int128 mark) =>
        mark >= (IsInverse(position.Instrument) ? 1 : 0)
        && (mark <= PriceLimit || !IsInverse(position.Instrument))
        && IsTooLow(
            Slack(position)
                + (ValueAt(position, mark) - MaintenanceAt(position, mark))
                - (Value(position) - MaintenanceAt(position, MarkOf(position)))
        );

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
