using Breakwater.Domain;
using Breakwater.Exchange;

namespace Breakwater.Testing;

// docs/models/liquidation.md
public sealed partial class NaiveVenue
{
    // Of the present wave.
    private readonly HashSet<NaivePosition> _waiting = [];

    private bool DeleveragesOnNegativeEquity => Rules.Deleveraging.Trigger == DeleveragingTrigger.NegativeEquity;

    private void LiquidateEverybodyDue(int instrument)
    {
        BeginWave();
        int capacity = Rules.Liquidation.Throughput;
        do
        {
            while (capacity > 0 && Due(instrument) is { Count: > 0 } due)
            {
                foreach (NaivePosition position in due.Where(p => IsLiquidatable(p) && MayBeHelped(p)).Take(capacity))
                {
                    Liquidate(position);
                    capacity--;
                }
            }
        } while (DeleverageInsolventFund());

        ShareLosses(instrument);
    }

    private void BeginWave()
    {
        _queues.Clear();
        _waiting.Clear();
        BeginBlock();
        _fundEquity.Add((MinuteOf(_now), EquityOf(FundAccount)));
    }

    private List<NaivePosition> Due(int instrument) =>
        [
            .. _accounts
                .Where(account => account.IsTrader)
                .SelectMany(account => account.Positions)
                .Where(p => p.Instrument == instrument && p.IsOpen && IsLiquidatable(p) && MayBeHelped(p))
                .Select(p => (Position: p, Depth: Depth(p)))
                .OrderByDescending(due => due.Depth)
                .ThenBy(due => due.Position.Age)
                .Select(due => due.Position),
        ];

    private void Liquidate(NaivePosition crossed)
    {
        _log.Write(
            MarketEvent.LiquidationStarted(
                _now,
                new InstrumentId(crossed.Instrument),
                new AccountId(crossed.Owner.Index),
                Quantity.FromLots((long)crossed.Lots),
                _marks[crossed.Instrument],
                Exact.ToMoney(Equity(crossed)),
                Exact.ToMoney(MaintenanceOfMarginAccount(crossed))
            )
        );
        ConvertBeforeOrders(crossed.Owner);
        while (IsLiquidatable(crossed) && MayBeHelped(crossed))
        {
            NaivePosition largest = MarginAccountOf(crossed)
                .Where(p => p.IsOpen && !_takenInBlock.Contains(p))
                .OrderByDescending(WeightOf)
                .ThenBy(p => p.Age)
                .First();
            if (!Reduce(largest))
            {
                _waiting.Add(crossed);
            }

            ConvertAfterFill(crossed.Owner);
        }

        CloseBooksIfEmpty(crossed);
        WriteOffEmptyFund();
    }

    // Something of its margin account may still be reduced at this mark.
    private bool MayBeHelped(NaivePosition position) =>
        !_waiting.Contains(position) && MarginAccountOf(position).Exists(p => p.IsOpen && !_takenInBlock.Contains(p));

    // False: it waits for the next mark.
    private bool Reduce(NaivePosition position)
    {
        switch (Rules.Liquidation.Ladder)
        {
            case LadderKind.BlockLimits:
                ReduceInBlock(position, Rules.Liquidation.Block!);
                return true;
            case LadderKind.CoverShortage:
                return LiquidatorCovers(position);
            default:
                OrderOrTakeOver(position);
                return true;
        }
    }

    private void OrderOrTakeOver(NaivePosition position)
    {
        Int128 equity = Equity(position);
        Rate share = Rules.Liquidation.TakeOverBelow;
        bool belowShare = equity * share.Denominator < MaintenanceOfMarginAccount(position) * share.Numerator;
        if (DeleveragesOnNegativeEquity && equity < 0)
        {
            DeleverageThenTakeOver(position);
        }
        else if (belowShare || !OrderFills(position))
        {
            TakeOverStep(position);
        }
    }

    private bool OrderFills(NaivePosition position)
    {
        Int128 asked = OrderSize(position);
        if (asked == 0)
        {
            return false;
        }

        Price? worst = Rules.Liquidation.OrderLimitedAtBankruptcyPrice
            ? Price.FromTicks((long)BankruptcyPrice(position))
            : null;
        (Int128 size, Price price) = FillOrder(position, asked, worst);
        if (size == 0)
        {
            return false;
        }

        ChargeClearance(position, NotionalOf(position.Instrument, size, price.Ticks));
        return true;
    }

    private (Int128 Size, Price Price) FillOrder(NaivePosition position, Int128 asked, Price? worst)
    {
        bool sells = position.Lots > 0;
        (Int128 size, Price price) = Take(position, asked, worst);
        if (size > 0)
        {
            Int128 closed = sells ? size : -size;
            Exchange(position, PositionIn(OutsideAccount, position.Instrument), -closed, price);
            _log.Write(
                MarketEvent.PositionLiquidated(
                    _now,
                    position.InstrumentId,
                    position.OwnerId,
                    Quantity.FromLots((long)closed),
                    price
                )
            );
        }

        return (size, price);
    }

    private void ChargeClearance(NaivePosition position, Int128 filled) =>
        PayToFund(position, Int128.Min(Exact.Ceiling(filled, ClearanceFee(position)), Equity(position)));

    private Rate ClearanceFee(NaivePosition position) =>
        Rules.Instruments[position.Instrument].ClearanceFee is { } own ? own : Rules.Liquidation.ClearanceFee;

    private Int128 OrderSize(NaivePosition position) =>
        Rules.Liquidation.Ladder switch
        {
            LadderKind.TierByTier => LotsAboveTierBelow(position, 1),
            LadderKind.TwoTiersDown when StandsAtLowestRate(position) => LotsAboveTierBelow(position, 2),
            LadderKind.TwoTiersDown or LadderKind.TakeOver or LadderKind.TimedDisposal => 0,
            _ => ShareOrAll(position),
        };

    // The smallest number of lots without which the position is so many tiers lower; none if there are no such tiers.
    private Int128 LotsAboveTierBelow(NaivePosition position, int tiersDown)
    {
        InstrumentRules listed = Rules.Instruments[position.Instrument];
        Int128 lots = Int128.Abs(position.Lots);
        Int128 notional = Int128.Abs(listed.MaintenanceAt == MarginBasis.Entry ? position.Cost : Value(position));
        Int128 amount = ByLots(position.Instrument) ? lots : notional;
        int target = TiersUnder(position.Instrument, amount, position.Owner.Weight) - tiersDown;
        if (target < 0)
        {
            return 0;
        }

        Int128 most = (Int128)listed.Margin.Tiers[target + 1].Floor * position.Owner.Weight;
        return lots - Exact.Floor(lots * most, amount);
    }

    private bool StandsAtLowestRate(NaivePosition position)
    {
        Rate lowest = Rules.Instruments[position.Instrument].Margin.Tiers[0].MaintenanceRate;
        Int128 asked = Exact.Ceiling(Int128.Abs(Value(position)), lowest);
        return Equity(position) - (MaintenanceOfMarginAccount(position) - Maintenance(position)) > asked;
    }

    private Int128 ShareOrAll(NaivePosition position)
    {
        Int128 whole = Int128.Abs(position.Lots);
        Int128 threshold = (Int128)Rules.Liquidation.PartialAbove.MinorUnits * position.Owner.Weight;
        bool hasPartialOrders = Rules.Liquidation.PartialShare < Rate.One;
        bool coolsDown = _now.UnixNanoseconds < position.Owner.WholePositionsUntil;
        if (!hasPartialOrders || coolsDown || Int128.Abs(Value(position)) <= threshold)
        {
            return whole;
        }

        position.Owner.WholePositionsUntil =
            (Int128)_now.UnixNanoseconds + Rules.Liquidation.PartialCooldown.Nanoseconds;
        return Exact.Ceiling(whole, Rules.Liquidation.PartialShare);
    }

    private void TakeOverStep(NaivePosition position)
    {
        Price price = Price.FromTicks((long)BankruptcyPrice(position));
        Int128 gainOfFund = Value(position) - CostOf(position.Instrument, position.Lots, price.Ticks);
        if (FundGivesOut(EquityOf(FundAccount) + gainOfFund))
        {
            Deleverage(position, DeleveragingPriceOf(position, price));
        }

        if (position.IsOpen)
        {
            TakeOver(position, price);
        }

        ForfeitRemainder(position);
    }

    private bool FundGivesOut(Int128 equityAfter)
    {
        DeleveragingRules rules = Rules.Deleveraging;
        if (rules.Trigger != DeleveragingTrigger.FundDrawdown)
        {
            return rules.Trigger == DeleveragingTrigger.FundExhausted && equityAfter < 0;
        }

        long oldest = MinuteOf(_now) - MinuteOf(Timestamp.FromUnixMilliseconds(0) + rules.DrawdownWindow);
        Int128 highest = EquityOf(FundAccount);
        foreach ((long minute, Int128 equity) in _fundEquity)
        {
            highest = minute >= oldest ? Int128.Max(highest, equity) : highest;
        }

        return (highest - equityAfter) * rules.Drawdown.Denominator >= highest * rules.Drawdown.Numerator;
    }

    private static long MinuteOf(Timestamp time) => time.UnixNanoseconds / 60_000_000_000;

    private void DeleverageThenTakeOver(NaivePosition position)
    {
        Price price = Price.FromTicks((long)BankruptcyPrice(position));
        Deleverage(position, DeleveragingPriceOf(position, price));
        if (position.IsOpen)
        {
            TakeOver(position, price);
            ForfeitRemainder(position);
        }
    }

    private void TakeOver(NaivePosition position, Price price)
    {
        _log.Write(
            MarketEvent.PositionTakenOver(
                _now,
                position.InstrumentId,
                position.OwnerId,
                Venue.Fund,
                Quantity.FromLots((long)position.Lots),
                price
            )
        );
        Exchange(position, PositionIn(FundAccount, position.Instrument), -position.Lots, price);
    }

    private void ForfeitRemainder(NaivePosition position)
    {
        if (!HoldsSomething(position))
        {
            PayToFund(position, position.Balance);
        }
    }

    private (Int128 Size, Price Price) Take(NaivePosition position, Int128 size, Price? worst)
    {
        LiquidityFill fill = _liquidity.Take(
            Rules.Instruments[position.Instrument].Instrument,
            position.Lots > 0 ? Side.Sell : Side.Buy,
            Quantity.FromLots((long)size),
            _marks[position.Instrument],
            worst
        );
        return (fill.Filled.Lots, fill.Price);
    }

    private void Unwind(NaivePosition held, Int128 size, Price? worst)
    {
        (Int128 filled, Price price) = Take(held, size, worst);
        if (filled == 0)
        {
            return;
        }

        Int128 closed = held.Lots > 0 ? filled : -filled;
        Int128 realised = Exchange(held, PositionIn(OutsideAccount, held.Instrument), -closed, price);
        _log.Write(
            MarketEvent.InventoryUnwound(
                _now,
                new InstrumentId(held.Instrument),
                Venue.Fund,
                Quantity.FromLots((long)closed),
                price,
                Exact.ToMoney(realised)
            )
        );
        WriteOffEmptyFund();
    }

    private void WriteOffEmptyFund()
    {
        if (!FundAccount.Positions.Exists(p => p.IsOpen))
        {
            LeaveUnpaid(FundAccount.Positions[0], -FundAccount.Wallet);
        }
    }
}
