using System.Numerics;
using Breakwater.Exchange;

namespace Breakwater.Testing;

public sealed partial class NaiveVenue
{
    private void ShareLosses(int instrument)
    {
        if (Rules.LossSharing == LossSharing.AmongWinners && _unsharedLoss > 0)
        {
            ShareAmongWinners(instrument, _unsharedLoss);
        }

        _unsharedLoss = Rules.LossSharing == LossSharing.None ? _unsharedLoss : 0;
    }

    // Each keeps what his gain is of all gains, of what is left of them; the oldest keeps what the others' rounding leaves.
    private void ShareAmongWinners(int instrument, Int128 loss)
    {
        NaivePosition[] winners =
        [
            .. _accounts
                .Where(account => account.IsTrader)
                .SelectMany(account => account.Positions)
                .Where(p => p.Instrument == instrument && Gain(p) > 0)
                .OrderByDescending(p => p.Age),
        ];
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

    private BigInteger Gain(NaivePosition position) => (BigInteger)(Value(position) - position.Cost);
}
