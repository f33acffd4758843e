using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <inheritdoc cref="ReductionPolicy.ProRata"/>
/// <remarks>Shares are cut to whole lots; the lots that this leaves go one each to the largest fractions cut off.</remarks>
internal static class ProRataReduction
{
    /// <param name="held">By all; more than what is needed.</param>
    public static void Share(ReadOnlySpan<Winner> winners, Int128 held, Quantity needed, Span<Quantity> taken)
    {
        var fractions = new Int128[winners.Length];
        var order = new int[winners.Length];
        long left = needed.Lots;
        for (int i = 0; i < winners.Length; i++)
        {
            (Int128 whole, fractions[i]) = Int128.DivRem((Int128)needed.Lots * winners[i].Held.Lots, held);
            taken[i] = Quantity.FromLots((long)whole);
            left -= taken[i].Lots;
            order[i] = i;
        }

        Array.Sort(
            order,
            (a, b) => fractions[a] != fractions[b] ? fractions[b].CompareTo(fractions[a]) : a.CompareTo(b)
        );
        for (int i = 0; i < left; i++)
        {
            taken[order[i]] += Quantity.FromLots(1);
        }
    }
}
