using System.Numerics;
using Breakwater.Exchange;

namespace Breakwater.Testing;

public sealed partial class NaiveVenue
{
    private void ShareLosses(int instrument)
    {
        if (_unsharedLoss > 0 && Rules.LossSharing == LossSharing.AmongWinners)
        {
            ShareAmongWinners(instrument, _unsharedLoss);
        }
        else if (_unsharedLoss > 0 && Rules.LossSharing == LossSharing.OnOpenInterest)
        {
            ShareOnOpenInterest(instrument, _unsharedLoss);
        }

        _unsharedLoss = 0;
    }

    // Each keeps what his gain is of all gains, of what is left of them; the oldest keeps what the others' rounding leaves.
    private void ShareAmongWinners(int instrument, Int128 loss)
    {
        NaivePosition[] winners = [.. NewestFirst(instrument).Where(p => Gain(p) > 0)];
        BigInteger all = winners.Aggregate(BigInteger.Zero, (sum, p) => sum + Gain(p));
        BigInteger left = BigInteger.Max(all - loss, 0);
        Int128[] kept = [.. winners.Select(p => (Int128)(Gain(p) * left / all))];
        if (kept.Length > 0)
        {
            kept[^1] = (Int128)left - kept[..^1].Aggregate(Int128.Zero, (sum, each) => sum + each);
        }

        for (int i = 0; i < winners.Length; i++)
        {
            ShareLoss(winners[i], (Int128)Gain(winners[i]) - kept[i]);
        }
    }

    // As many billionths of a unit for each lot as it takes, everybody's rounded up, until the loss is borne.
    private void ShareOnOpenInterest(int instrument, Int128 loss)
    {
        NaivePosition[] open = [.. NewestFirst(instrument).Where(p => p.IsOpen)];
        BigInteger lots = open.Aggregate(BigInteger.Zero, (sum, p) => sum + BigInteger.Abs(p.Lots));
        BigInteger perLot = lots.IsZero ? 0 : ((BigInteger)loss * Billion + lots - 1) / lots;
        foreach (NaivePosition position in open)
        {
            var charged = (Int128)((BigInteger.Abs(position.Lots) * perLot + Billion - 1) / Billion);
            Int128 borne = Int128.Min(charged, loss);
            loss -= borne;
            ShareLoss(position, borne);
        }
    }

    private IEnumerable<NaivePosition> NewestFirst(int instrument) =>
        _accounts
            .Where(account => account.IsTrader)
            .SelectMany(account => account.Positions)
            .Where(p => p.Instrument == instrument)
            .OrderByDescending(p => p.Age);

    private BigInteger Gain(NaivePosition position) => (BigInteger)(Value(position) - position.Cost);
}
