using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>Shares out what neither loser nor fund paid, where the venue says among whom: once, at the end of a wave.</summary>
/// <remarks>What they do not bear stays unpaid. Source: docs/models/liquidation.md.</remarks>
internal sealed class Socialisation(Ledger ledger, Margins margins, LiquidationWatch watch, LossSharing sharing)
{
    // A billionth of a minor unit for each lot, as funding is kept.
    private static readonly Rational s_unitOfCharge = Rational.FromFraction(1, FundingIndex.Scale);

    private readonly List<int> _sharers = [];

    /// <summary>Among those who hold the instrument whose mark or funding the wave is of.</summary>
    public void Share(int instrument)
    {
        if (sharing == LossSharing.None || !ledger.UnsharedLoss.IsPositive)
        {
            return;
        }

        Collect(instrument);
        if (_sharers.Count > 0)
        {
            ShareAmongCollected(ledger.UnsharedLoss);
        }

        ledger.EndSharing();
    }

    private void ShareAmongCollected(Money loss)
    {
        if (sharing == LossSharing.AmongWinners)
        {
            ShareAmongWinners(loss);
        }
        else
        {
            ShareOnOpenInterest(loss);
        }

        foreach (int position in _sharers)
        {
            watch.Place(position);
        }
    }

    // A run settles no profits from mark to mark, so that a position's gain is all that it has not realised.
    private void ShareAmongWinners(Money loss)
    {
        Rational[] gains = [.. _sharers.Select(position => Whole(GainOf(position)))];
        Rational gained = gains.Aggregate(Rational.Zero, (sum, gain) => sum + gain);
        Rational collected = Rational.Max(gained - Whole(loss), Rational.Zero);
        Rational[] received = LossSocialisation.AmongWinners(gains, collected, Rational.One, out _);
        for (int i = 0; i < gains.Length; i++)
        {
            ledger.ShareLoss(_sharers[i], Money.FromMinorUnits((gains[i] - received[i]).ToInt64(Rounding.Floor)));
        }
    }

    // Charges are rounded up: the oldest positions bear what is left.
    private void ShareOnOpenInterest(Money loss)
    {
        long longs = _sharers.Sum(position => Math.Max(ledger.Position(position).Lots.Lots, 0));
        long shorts = _sharers.Sum(position => Math.Max(-ledger.Position(position).Lots.Lots, 0));
        Rational perLot = LossSocialisation.OnOpenInterest(
            Whole(loss),
            Rational.FromInteger(longs),
            Rational.FromInteger(shorts),
            s_unitOfCharge
        );
        foreach (int position in _sharers)
        {
            Rational charge = perLot * Rational.FromInteger(ledger.Position(position).Lots.Magnitude.Lots);
            Money borne = Money.Min(Money.FromMinorUnits(charge.ToInt64(Rounding.Ceiling)), loss);
            ledger.ShareLoss(position, borne);
            loss -= borne;
        }
    }

    // Traders alone, the newest position first.
    private void Collect(int instrument)
    {
        _sharers.Clear();
        ReadOnlySpan<int> positions = ledger.PositionsIn(instrument);
        for (int i = positions.Length - 1; i >= 0; i--)
        {
            ref Position row = ref ledger.Position(positions[i]);
            bool shares = sharing == LossSharing.AmongWinners ? GainOf(positions[i]).IsPositive : !row.Lots.IsZero;
            if (shares && ledger.Account(row.Account).Role == AccountRole.Trader)
            {
                _sharers.Add(positions[i]);
            }
        }
    }

    private Money GainOf(int position) => margins.UnrealisedProfit(ledger.Position(position));

    private static Rational Whole(Money amount) => Rational.FromInteger(amount.MinorUnits);
}
