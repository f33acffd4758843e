using Breakwater.Domain;

namespace Breakwater.Testing;

// docs/venues/drift-v2.md
public sealed partial class NaiveVenue
{
    private bool LiquidatorCovers(NaivePosition position)
    {
        Rational fee = Rules.Liquidation.LiquidatorFee;
        Rational mark = Rational.FromFraction(MarkOf(position), 1);
        bool sells = position.Lots > 0;
        long ticks = sells
            ? Math.Max((mark - mark * fee).ToInt64(Rounding.Ceiling), 1)
            : Math.Max((mark + mark * fee).ToInt64(Rounding.Floor), 1);
        (Int128 filled, Price price) = FillOrder(position, LotsThatCover(position), Price.FromTicks(ticks));
        if (filled == 0)
        {
            return false;
        }

        Int128 unit = UnitOf(position.Instrument);
        PayLiquidator(position, Int128.Abs(price.Ticks - ticks) * unit * filled);
        ChargeClearance(position, price.Ticks * unit * filled);
        return true;
    }

    // The first whole number of lots that frees what is lacking of margin and buffer, both fees paid; all where none does.
    private Int128 LotsThatCover(NaivePosition position)
    {
        Int128 lots = Int128.Abs(position.Lots);
        Rational freed =
            RateOf(position)
            + Rules.Liquidation.MarginBuffer
            - Rules.Liquidation.LiquidatorFee
            - Rational.FromRate(ClearanceFee(position));
        Rational perLot = Rational.FromFraction(MarkOf(position) * UnitOf(position.Instrument), 1) * freed;
        if (!perLot.IsPositive)
        {
            return lots;
        }

        // In the chain's smallest quantity a part of it may be left.
        Rational billionth =
            Rational.FromFraction(1, 1_000_000_000)
            / Rational.FromDecimal(Rules.Instruments[position.Instrument].Instrument.LotSize);
        Int128 exposure = 0;
        foreach (NaivePosition each in MarginAccountOf(position))
        {
            exposure += Int128.Abs(Value(each));
        }

        Rational lacking =
            Rational.FromFraction(-Slack(position), 1)
            + Rules.Liquidation.MarginBuffer * Rational.FromFraction(exposure, 1);
        Rational enough = (lacking / perLot).RoundTo(billionth, Rounding.Floor);
        return enough >= Rational.FromFraction(lots, 1) ? lots : Int128.Max(enough.ToInt64(Rounding.Ceiling), 1);
    }

    private Rational RateOf(NaivePosition position)
    {
        Breakwater.Exchange.MarginSchedule schedule = Rules.Instruments[position.Instrument].Margin;
        if (schedule.InSize is { } rates)
        {
            Rational added = AddedBySize(rates, position.Lots, position.Owner.Weight);
            return Rational.Min(rates.Terms.Maintenance + added, s_highestRate);
        }

        Int128 notional = Int128.Abs(Value(position));
        int tier = BracketOf(position.Instrument, notional, position.Lots, position.Owner.Weight);
        return Rational.FromRate(schedule.Tiers[tier].MaintenanceRate);
    }
}
