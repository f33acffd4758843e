using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>Shares out what neither loser nor fund paid, where the venue says among whom: once, at the end of a wave.</summary>
/// <remarks>What they do not bear stays unpaid. Source: docs/models/liquidation.md.</remarks>
internal sealed class Socialisation(Ledger ledger, Margins margins, LiquidationWatch watch, LossSharing sharing)
{
    private readonly List<int> _winners = [];

    /// <summary>Among those who hold the instrument whose mark or funding the wave is of.</summary>
    public void Share(int instrument)
    {
        if (sharing == LossSharing.None || !ledger.UnsharedLoss.IsPositive)
        {
            return;
        }

        ShareAmongWinners(instrument, ledger.UnsharedLoss);
        ledger.EndSharing();
    }

    // A run settles no profits from mark to mark, so that a position's gain is all that it has not realised. The newest first.
    private void ShareAmongWinners(int instrument, Money loss)
    {
        Money gained = CollectWinners(instrument);
        if (_winners.Count == 0)
        {
            return;
        }

        Rational[] gains = [.. _winners.Select(GainOf)];
        Rational collected = Whole(Money.Max(gained - loss, Money.Zero));
        Rational[] received = LossSocialisation.AmongWinners(gains, collected, Rational.One, out _);
        for (int i = 0; i < gains.Length; i++)
        {
            Money borne = Money.FromMinorUnits((gains[i] - received[i]).ToInt64(Rounding.Floor));
            ledger.ShareLoss(_winners[i], borne);
            watch.Place(_winners[i]);
        }
    }

    private Money CollectWinners(int instrument)
    {
        _winners.Clear();
        Money gained = Money.Zero;
        for (int p = ledger.NewestPositionIn(instrument); p != Ledger.None; p = ledger.OlderOfInstrument(p))
        {
            ref Position row = ref ledger.Position(p);
            Money gain = margins.UnrealisedProfit(row);
            if (gain.IsPositive && ledger.Account(row.Account).Role == AccountRole.Trader)
            {
                _winners.Add(p);
                gained += gain;
            }
        }

        return gained;
    }

    private Rational GainOf(int position) => Whole(margins.UnrealisedProfit(ledger.Position(position)));

    private static Rational Whole(Money amount) => Rational.FromInteger(amount.MinorUnits);
}
