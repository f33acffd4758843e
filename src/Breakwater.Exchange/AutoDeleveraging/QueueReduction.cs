using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <inheritdoc cref="ReductionPolicy.Queue"/>
internal static class QueueReduction
{
    public static void Share(ReadOnlySpan<Winner> winners, Quantity needed, Span<Quantity> taken)
    {
        taken.Clear();
        foreach (int i in HighestScoreFirst(winners))
        {
            taken[i] = Quantity.Min(winners[i].Held, needed);
            needed -= taken[i];
        }
    }

    private static int[] HighestScoreFirst(ReadOnlySpan<Winner> winners)
    {
        var order = new int[winners.Length];
        var scores = new double[winners.Length];
        for (int i = 0; i < order.Length; i++)
        {
            (order[i], scores[i]) = (i, winners[i].Score);
        }

        Array.Sort(order, (a, b) => scores[a] != scores[b] ? scores[b].CompareTo(scores[a]) : a.CompareTo(b));
        return order;
    }
}
