using System.Numerics;
using Breakwater.Domain;
using Breakwater.Exchange;

namespace Breakwater.Testing;

// docs/venues/dydx-v4.md
public sealed partial class NaiveVenue
{
    // Of the present block.
    private readonly HashSet<NaivePosition> _takenInBlock = [];
    private readonly Dictionary<NaiveAccount, Int128> _notionalInBlock = [];
    private readonly Dictionary<NaiveAccount, Int128> _fundLossInBlock = [];
    private Timestamp _block;

    private void BeginBlock()
    {
        if (_now != _block)
        {
            _takenInBlock.Clear();
            _notionalInBlock.Clear();
            _fundLossInBlock.Clear();
            _block = _now;
        }
    }

    private void ReduceInBlock(NaivePosition position, BlockRules block)
    {
        _takenInBlock.Add(position);
        Price bankruptcy = Price.FromTicks((long)BankruptcyPrice(position));
        bool owes = Equity(position) < 0;
        if (!FillsInBlock(position, block) && owes)
        {
            Deleverage(position, DeleveragingPriceOf(position, bankruptcy));
        }
    }

    private bool FillsInBlock(NaivePosition position, BlockRules block)
    {
        Int128 size = SizeInBlock(position, block);
        Int128 mayLose = FundMayLose(position, block);
        Int128 mark = MarkOf(position) * UnitOf(position.Instrument);
        Closing closing = ClosingOf(position);
        Int128 worst = size > 0 ? WorstTicks(position, size, mayLose, block, closing) : 0;
        if (worst <= 0)
        {
            return false;
        }

        (Int128 filled, Price price) = FillOrder(position, size, Price.FromTicks((long)worst));
        if (filled == 0)
        {
            return false;
        }

        Int128 proceeds = price.Ticks * (Int128)UnitOf(position.Instrument) * filled;
        Int128 surplus = closing.Surplus(filled, proceeds);
        Int128 fee = (Rational.FromFraction(proceeds, 1) * block.SurplusFee).ToInt64(Rounding.Floor);
        Int128 lost = Int128.Min(-surplus, mayLose);
        PayToFund(position, Int128.Min(fee, surplus));
        PayFromFund(position, lost);
        NaiveAccount owner = position.Owner;
        _notionalInBlock[owner] = _notionalInBlock.GetValueOrDefault(owner) + mark * filled;
        _fundLossInBlock[owner] = _fundLossInBlock.GetValueOrDefault(owner) + Int128.Max(lost, 0);
        return true;
    }

    // The most lots whose notional is within the share of the position, or the least that a block may take, and within what
    // the account may still lose in it.
    private Int128 SizeInBlock(NaivePosition position, BlockRules block)
    {
        Int128 price = MarkOf(position) * UnitOf(position.Instrument);
        Int128 lots = Int128.Abs(position.Lots);
        Int128 notional = lots * price;
        Int128 least = Int128.Min((Int128)block.MinNotional.MinorUnits * position.Owner.Weight, notional);
        Int128 share = Exact.Floor(notional * block.MaxShare.Numerator, block.MaxShare.Denominator);
        Int128 limit = Int128.Max(least, share);
        if (block.MaxAccountNotional is { } most)
        {
            Int128 used = _notionalInBlock.GetValueOrDefault(position.Owner);
            limit = Int128.Min(limit, Int128.Max((Int128)most.MinorUnits * position.Owner.Weight - used, 0));
        }

        return Int128.Min(lots, limit / price);
    }

    private Int128 FundMayLose(NaivePosition position, BlockRules block)
    {
        Int128 has = Rules.Fund.PaysDeficits ? Int128.Max(EquityOf(FundAccount), 0) : 0;
        return block.MaxFundLoss is { } most
            ? Int128.Min(
                has,
                (Int128)most.MinorUnits * position.Owner.Weight - _fundLossInBlock.GetValueOrDefault(position.Owner)
            )
            : has;
    }

    // Halves the prices until the worst is left that is neither beyond the fillable price nor costs the fund too much.
    private Int128 WorstTicks(NaivePosition position, Int128 size, Int128 mayLose, BlockRules block, Closing closing)
    {
        Int128 unit = UnitOf(position.Instrument);
        bool sells = position.Lots > 0;
        Int128 fillable = FillableTicks(position, block);
        Int128 refused = sells ? -(1L << 62) : 1L << 62;
        Int128 accepted = -refused;
        while (Int128.Abs(accepted - refused) > 1)
        {
            Int128 middle = (accepted + refused) / 2;
            bool isBeyond = sells ? middle < fillable : middle > fillable;
            bool isTooDear = closing.Surplus(size, middle * unit * size) < -mayLose;
            (accepted, refused) = isBeyond || isTooDear ? (accepted, middle) : (middle, refused);
        }

        return accepted;
    }

    // As far from the mark as the share of the maintenance margin that the account lacks, times the spread.
    private Int128 FillableTicks(NaivePosition position, BlockRules block)
    {
        Rational lacking = Rational.One - Rational.FromFraction(Equity(position), MaintenanceOfMarginAccount(position));
        Rational opened = Rational.Clamp(lacking * block.BankruptcyAdjustment, Rational.Zero, Rational.One);
        Rational spread = opened * block.SpreadToMaintenance * Rational.FromFraction(Maintenance(position), 1);
        Rational away = spread / Rational.FromFraction(UnitOf(position.Instrument) * Int128.Abs(position.Lots), 1);
        Rational mark = Rational.FromFraction(MarkOf(position), 1);
        return position.Lots > 0
            ? Int128.Max((mark - away).ToInt64(Rounding.Ceiling), 1)
            : (mark + away).ToInt64(Rounding.Floor);
    }

    private Closing ClosingOf(NaivePosition position)
    {
        Int128 lots = position.Lots;
        Int128 perLot = MarkOf(position) * UnitOf(position.Instrument);
        Int128 whole = Maintenance(position);
        int weight = position.Owner.Weight;
        int instrument = position.Instrument;
        Int128 equity = Equity(position);
        Int128 asked = MaintenanceOfMarginAccount(position);
        Int128 cost = position.Cost;
        bool atEntry = Rules.Instruments[instrument].MaintenanceAt == MarginBasis.Entry;
        return new Closing(
            lots,
            perLot,
            size =>
            {
                Int128 left = lots - Int128.Sign(lots) * size;
                Int128 costLeft = cost - Exact.Floor(cost * size, Int128.Abs(lots));
                Int128 notional = Int128.Abs(atEntry ? costLeft : left * perLot);
                Int128 still = left == 0 ? 0 : Maintenance(instrument, notional, left, weight);
                return FloorOf((BigInteger)equity * (BigInteger)(whole - still), (BigInteger)asked);
            }
        );
    }

    private static Int128 FloorOf(BigInteger dividend, BigInteger divisor)
    {
        BigInteger quotient = BigInteger.DivRem(dividend, divisor, out BigInteger rest);
        return (Int128)(rest.Sign < 0 ? quotient - 1 : quotient);
    }

    // A position before it was touched, and the equity behind so many of its lots.
    private sealed record Closing(Int128 Lots, Int128 ValuePerLot, Func<Int128, Int128> EquityBehind)
    {
        // What a fill brings beyond what it must.
        public Int128 Surplus(Int128 size, Int128 proceeds) =>
            Int128.Sign(Lots) * (proceeds - size * ValuePerLot) + EquityBehind(size);
    }
}
