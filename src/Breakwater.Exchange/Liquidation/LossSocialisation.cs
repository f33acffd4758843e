using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>Who bears a loss that neither loser nor fund pays.</summary>
public static class LossSocialisation
{
    /// <summary>
    /// Winners of a settlement share what was collected in proportion to their gains, in whole units; what the division
    /// leaves goes to the last listed.
    /// </summary>
    /// <remarks>Conserves to the unit. Source: docs/venues/vega.md.</remarks>
    /// <param name="gains">Not negative, not all zero.</param>
    /// <param name="collected">Not more than the gains.</param>
    /// <param name="remainder">Units that the last listed received beyond its share.</param>
    public static Rational[] AmongWinners(
        ReadOnlySpan<Rational> gains,
        Rational collected,
        Rational unit,
        out Rational remainder
    )
    {
        Rational all = Rational.Zero;
        foreach (Rational gain in gains)
        {
            all += gain;
        }

        remainder = collected;
        var received = new Rational[gains.Length];
        for (int i = 0; i < received.Length; i++)
        {
            received[i] = (gains[i] * collected / all).RoundTo(unit, Rounding.Floor);
            remainder -= received[i];
        }

        received[^1] += remainder;
        return received;
    }

    /// <summary>What each loser pays, from its own balance and then from the pool, in order.</summary>
    public static Rational[] Collect(
        ReadOnlySpan<Rational> owed,
        ReadOnlySpan<Rational> balances,
        Rational pool,
        out Rational poolAfter
    )
    {
        var paid = new Rational[owed.Length];
        for (int i = 0; i < paid.Length; i++)
        {
            Rational own = Rational.Min(owed[i], balances[i]);
            Rational fromPool = Rational.Min(pool, owed[i] - own);
            pool -= fromPool;
            paid[i] = own + fromPool;
        }

        poolAfter = pool;
        return paid;
    }

    /// <summary>Drift: a perpetual's loss falls on all open positions of both sides, through cumulative funding per coin.</summary>
    /// <remarks>Rounded up, so that nothing stays uncovered. Source: docs/venues/drift-v2.md.</remarks>
    public static Rational OnOpenInterest(Rational loss, Rational longs, Rational shorts, Rational unit) =>
        (loss / (longs + shorts)).RoundTo(unit, Rounding.Ceiling);

    /// <summary>Drift: a borrower's loss falls on all deposits of the asset, through their index.</summary>
    public static Rational OnDeposits(Rational loss, Rational deposits, Rational index, Rational unit) =>
        (loss / deposits * index).RoundTo(unit, Rounding.Ceiling);
}
