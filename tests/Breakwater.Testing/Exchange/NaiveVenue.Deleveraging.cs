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

    private Price DeleveragingPriceOf(NaivePosition position, Price bankruptcy) =>
        Rules.Deleveraging.Price == DeleveragingPrice.Bankruptcy ? bankruptcy : _previousMarks[position.Instrument];

    private void Deleverage(NaivePosition loser, Price price)
    {
        if (!loser.IsOpen)
        {
            return;
        }

        int side = -Int128.Sign(loser.Lots);
        foreach (NaivePosition winner in QueueOf(loser.Instrument, side))
        {
            if (loser.IsOpen && Int128.Sign(winner.Lots) == side)
            {
                CloseAgainst(winner, loser, price);
            }
        }
    }

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
                    .Where(ranked => ranked.Score > 0)
                    .OrderByDescending(ranked => ranked.Score)
                    .ThenBy(ranked => ranked.Position.Age)
                    .Select(ranked => ranked.Position),
            ];
            _queues.Add((instrument, side), queue);
        }

        return queue;
    }

    private double Score(NaivePosition position) =>
        Rules.Deleveraging.Ranking == DeleveragingRanking.ProfitTimesMarginRatio
            ? ProfitTimesMarginRatio(position)
            : PriceMoveTimesLeverage(position);

    private double ProfitTimesMarginRatio(NaivePosition position)
    {
        Int128 wallet = position.Balance;
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
        double move = position.Lots > 0 ? mark / entry : entry / mark;
        return move * (mark / (long)equity);
    }
}
