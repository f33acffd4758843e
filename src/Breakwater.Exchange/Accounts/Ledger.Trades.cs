using System.Runtime.CompilerServices;
using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>How lots change hands, and what that realises.</summary>
internal sealed unsafe partial class Ledger
{
    /// <summary>Settles what both owe, then exchanges lots at a price.</summary>
    /// <param name="change">Signed change of the first position; the second changes by the opposite.</param>
    /// <returns>What the first and the second realised.</returns>
    public (Money First, Money Second) Trade(int first, int second, Quantity change, Price price)
    {
        var firstAccount = new AccountId(_positions.At(first).Account);
        var secondAccount = new AccountId(_positions.At(second).Account);
        Money realisedFirst = Change(first, secondAccount, change, price);
        Money realisedSecond = Change(second, firstAccount, -change, price);
        return (realisedFirst, realisedSecond);
    }

    private Money Change(int position, AccountId counterparty, Quantity change, Price price)
    {
        SettleFunding(position);
        ref Position row = ref _positions.At(position);
        Instrument instrument = Instruments[row.Instrument];
        Quantity closed = ClosedBy(row.Lots, change);
        Money costOfClosed = ShareOfCost(row, closed);
        // Both sides book the same cost of the fill; of one that turns a position round, what it opens has what closing leaves.
        Money received = instrument.Cost(price, closed);
        Money realised = received - costOfClosed;
        row.Cost += instrument.Cost(price, change) + realised;
        if (row.Account != Outside.Index)
        {
            CountOpen(row.Instrument, row.Lots, row.Lots + change);
        }

        row.Lots += change;
        _sides.Set(position, row.Lots);
        Balance(position) += realised;
        if (!closed.IsZero && _accounts.At(row.Account).SentReduceOnly)
        {
            Reduced.Add(position);
        }

        MarketEvent.WritePositionChanged(
            ref _log.Next(),
            Now,
            instrument.Id,
            new AccountId(row.Account),
            counterparty,
            change,
            price,
            realised,
            row.Cost
        );
        return realised;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void CountOpen(int instrument, Quantity before, Quantity after)
    {
        _longLots[instrument] += Math.Max(after.Lots, 0) - Math.Max(before.Lots, 0);
        _shortLots[instrument] += Math.Max(-after.Lots, 0) - Math.Max(-before.Lots, 0);
    }

    // Signed as the position stands: what a change in the other direction takes away from it.
    private static Quantity ClosedBy(Quantity lots, Quantity change) => Opening.OpenedBy(lots, change) - change;

    private static Money ShareOfCost(in Position row, Quantity closed)
    {
        if (closed.IsZero)
        {
            return Money.Zero;
        }

        return closed == row.Lots ? row.Cost : CostShare.Of(row.Cost, closed, row.Lots);
    }
}
