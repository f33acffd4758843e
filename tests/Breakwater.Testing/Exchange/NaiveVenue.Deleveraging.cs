using Breakwater.Domain;
using Breakwater.Exchange;

namespace Breakwater.Testing;

public sealed partial class NaiveVenue
{
    // Of the present wave, by instrument and side; the next to be deleveraged first.
    private readonly Dictionary<(int Instrument, int Side), List<NaivePosition>> _queues = [];

    private bool DeleverageInsolventFund()
    {
        bool holds = FundAccount.Positions.Exists(p => p.IsOpen);
        if (!DeleveragesOnNegativeEquity || !holds || EquityOf(FundAccount) >= 0)
        {
            return false;
        }

        bool closedAny = false;
        foreach (NaivePosition held in FundAccount.Positions)
        {
            Int128 before = held.Lots;
            Deleverage(held, DeleveragingPriceOf(held, _marks[held.Instrument]));
            closedAny |= held.Lots != before;
        }

        WriteOffEmptyFund();
        return closedAny;
    }

    private Price DeleveragingPriceOf(NaivePosition position, Price bankruptcy)
    {
        Price mark = _marks[position.Instrument];
        Int128 away = bankruptcy.Ticks - (Int128)mark.Ticks;
        Int128 gainOfFund = Value(position) - CostOf(position.Instrument, position.Lots, bankruptcy.Ticks);
        bool fundCanPay = EquityOf(FundAccount) + gainOfFund >= 0;
        return Rules.Deleveraging.Price switch
        {
            DeleveragingPrice.PreviousMark => _previousMarks[position.Instrument],
            DeleveragingPrice.Mark => fundCanPay ? mark : bankruptcy,
            DeleveragingPrice.BankruptcyNearMark => 20 * Int128.Abs(away) > mark.Ticks ? mark : bankruptcy,
            _ => bankruptcy,
        };
    }

    private void Deleverage(NaivePosition loser, Price price)
    {
        if (!loser.IsOpen)
        {
            return;
        }

        int side = -Int128.Sign(loser.Lots);
        bool inTurn = Rules.Deleveraging.Ranking == DeleveragingRanking.OrderGiven;
        foreach (NaivePosition winner in inTurn ? RoundFrom(loser) : QueueOf(loser.Instrument, side))
        {
            if (loser.IsOpen && Int128.Sign(winner.Lots) == side && (!inTurn || LosesNoMoreThanItHas(winner, price)))
            {
                CloseAgainst(winner, loser, price);
            }
        }
    }

    // The older ones first, the newest after the oldest.
    private List<NaivePosition> RoundFrom(NaivePosition loser)
    {
        List<NaivePosition> all = [.. NewestFirst(loser.Instrument)];
        return [.. all.Where(p => p.Age < loser.Age), .. all.Where(p => p.Age > loser.Age)];
    }

    // Closed at the price, lot for lot, it would still have what stands behind it.
    private bool LosesNoMoreThanItHas(NaivePosition winner, Price price) =>
        winner.Lots > 0 ? price.Ticks >= BankruptcyPrice(winner) : price.Ticks <= BankruptcyPrice(winner);

    private void CloseAgainst(NaivePosition winner, NaivePosition loser, Price price)
    {
        Int128 change = Int128.Sign(loser.Lots) * Int128.Min(Int128.Abs(winner.Lots), Int128.Abs(loser.Lots));
        Int128 realised = Exchange(winner, loser, change, price);
        _log.Write(
            MarketEvent.PositionDeleveraged(
                _now,
                new InstrumentId(winner.Instrument),
                new AccountId(winner.Owner.Index),
                new AccountId(loser.Owner.Index),
                Quantity.FromLots((long)change),
                price,
                Exact.ToMoney(realised)
            )
        );
        CloseBooksIfEmpty(winner);
    }

    private List<NaivePosition> QueueOf(int instrument, int side)
    {
        if (!_queues.TryGetValue((instrument, side), out List<NaivePosition>? queue))
        {
            queue =
            [
                .. _accounts
                    .Where(account => account.IsTrader)
                    .SelectMany(account => account.Positions)
                    .Where(p => p.Instrument == instrument && Int128.Sign(p.Lots) == side)
                    .Select(p => (Position: p, Score: Score(p)))
                    .Where(ranked => ranked.Score is not null)
                    .OrderByDescending(ranked => ranked.Score)
                    .ThenBy(ranked => ranked.Position.Age)
                    .Select(ranked => ranked.Position),
            ];
            _queues.Add((instrument, side), queue);
        }

        return queue;
    }

    // Null: never taken.
    private double? Score(NaivePosition position)
    {
        double? score = Rules.Deleveraging.Ranking switch
        {
            DeleveragingRanking.ProfitTimesMarginRatio => ProfitTimesMarginRatio(position),
            DeleveragingRanking.PriceMoveTimesLeverage => PriceMoveTimesLeverage(position),
            DeleveragingRanking.ProfitTimesLeverage => ProfitTimesLeverage(position),
            _ => ProfitOverMarginRatio(position),
        };
        bool losersToo =
            Rules.Deleveraging.Ranking
            is DeleveragingRanking.ProfitTimesLeverage
                or DeleveragingRanking.ProfitOverMarginRatio;
        return losersToo || score > 0 ? score : null;
    }

    private double? ProfitTimesLeverage(NaivePosition position)
    {
        Int128 behind = EquityBehind(position);
        if (behind <= 0 || position.Cost == 0)
        {
            return null;
        }

        double profit = (double)(long)(Value(position) - position.Cost) / (long)Int128.Abs(position.Cost);
        double leverage = (double)(long)Int128.Abs(Value(position)) / (long)behind;
        return profit > 0 ? profit * leverage : profit / leverage;
    }

    private double? ProfitOverMarginRatio(NaivePosition position)
    {
        Int128 notional = Rules.Deleveraging.InitialAt == MarginBasis.Entry ? position.Cost : Value(position);
        Int128 initial = InitialMargin(Int128.Abs(notional), position.Leverage);
        Int128 maintenance = MaintenanceOfMarginAccount(position);
        Int128 equity = Equity(position);
        if (equity <= 0 || maintenance <= 0 || initial == 0)
        {
            return null;
        }

        double profit = (double)(long)(Value(position) - position.Cost) / (long)initial;
        double ratio = (double)(long)equity / (long)maintenance;
        return profit > 0 ? profit / ratio : profit * ratio;
    }

    private double ProfitTimesMarginRatio(NaivePosition position)
    {
        Int128 wallet = position.Balance + Counted(position.Owner);
        Int128 equity = Equity(position);
        Int128 oneUnit = position.Owner.Weight * Int128.Parse("1" + new string('0', Rules.Settlement.Decimals), null);
        if (equity <= wallet || equity <= 0)
        {
            return 0;
        }

        double profit = (long)(equity - wallet);
        double floored = (long)Int128.Max(wallet, oneUnit);
        double maintenance = (long)MaintenanceOfMarginAccount(position);
        return profit / floored * maintenance / (long)equity;
    }

    private double PriceMoveTimesLeverage(NaivePosition position)
    {
        Int128 equity = Equity(position);
        if (equity <= 0 || Value(position) <= position.Cost)
        {
            return 0;
        }

        double mark = (long)Int128.Abs(Value(position));
        double entry = (long)Int128.Abs(position.Cost);
        double move = Direction(position.Instrument, position.Lots) > 0 ? mark / entry : entry / mark;
        return move * (mark / (long)equity);
    }
}
