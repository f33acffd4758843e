using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>Shares a reduction out among winners, to the lot.</summary>
/// <remarks>
/// What is taken adds up to what is needed, or to all that is held where that is less. Nobody gives more than it holds. Equal
/// claims are decided by the order of the winners, the earlier first.
/// </remarks>
public static class Reduction
{
    /// <param name="needed">Not negative.</param>
    /// <param name="taken">Of each winner, in their order.</param>
    /// <returns>What was needed and nobody holds.</returns>
    public static Quantity Share(
        ReductionPolicy policy,
        ReadOnlySpan<Winner> winners,
        Quantity needed,
        Span<Quantity> taken
    )
    {
        ArgumentOutOfRangeException.ThrowIfNegative(needed.Lots, nameof(needed));
        ArgumentOutOfRangeException.ThrowIfNotEqual(taken.Length, winners.Length, nameof(taken));
        Int128 held = HeldBy(winners);
        if (held <= needed.Lots)
        {
            TakeAll(winners, taken);
            return needed - Quantity.FromLots((long)held);
        }

        switch (policy)
        {
            case ReductionPolicy.Queue:
                QueueReduction.Share(winners, needed, taken);
                break;
            case ReductionPolicy.ProRata:
                ProRataReduction.Share(winners, held, needed, taken);
                break;
            case ReductionPolicy.LeverageDraining:
                new DrainingReduction(winners, netsExposure: false).Share(needed, taken);
                break;
            case ReductionPolicy.RiskBased:
                new DrainingReduction(winners, netsExposure: true).Share(needed, taken);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(policy), policy, "is no policy");
        }

        return Quantity.Zero;
    }

    private static Int128 HeldBy(ReadOnlySpan<Winner> winners)
    {
        Int128 held = 0;
        foreach (ref readonly Winner winner in winners)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(winner.Held.Lots, nameof(winners));
            held += winner.Held.Lots;
        }

        return held;
    }

    private static void TakeAll(ReadOnlySpan<Winner> winners, Span<Quantity> taken)
    {
        for (int i = 0; i < winners.Length; i++)
        {
            taken[i] = winners[i].Held;
        }
    }
}
