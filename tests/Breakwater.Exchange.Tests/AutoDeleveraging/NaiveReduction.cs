using System.Numerics;
using Breakwater.Domain;

namespace Breakwater.Exchange.Tests;

/// <summary>The same rules as one would explain them: queue and draining lot by lot, pro rata in fractions.</summary>
internal static class NaiveReduction
{
    public static long[] Share(ReductionPolicy policy, Winner[] winners, long needed)
    {
        long reachable = Math.Min(needed, winners.Sum(winner => winner.Held.Lots));
        if (policy == ReductionPolicy.ProRata)
        {
            return ProRata(winners, reachable);
        }

        var taken = new long[winners.Length];
        for (long lot = 0; lot < reachable; lot++)
        {
            taken[Next(policy, winners, taken)]++;
        }

        return taken;
    }

    private static int Next(ReductionPolicy policy, Winner[] winners, long[] taken)
    {
        int next = -1;
        for (int i = 0; i < winners.Length; i++)
        {
            if (taken[i] < winners[i].Held.Lots && (next < 0 || IsBefore(policy, winners, taken, i, next)))
            {
                next = i;
            }
        }

        return next;
    }

    // Is asked in the order of the winners: of equals the first stays.
    private static bool IsBefore(ReductionPolicy policy, Winner[] winners, long[] taken, int one, int other)
    {
        if (policy == ReductionPolicy.Queue)
        {
            return winners[one].Score > winners[other].Score;
        }

        bool nets = policy == ReductionPolicy.RiskBased;
        BigInteger Exposure(int i) => winners[i].Held.Lots - taken[i] + (nets ? winners[i].Elsewhere.Lots : 0);
        BigInteger Equity(int i) => Math.Max(winners[i].Equity, 1);
        return Exposure(one) * Equity(other) > Exposure(other) * Equity(one);
    }

    private static long[] ProRata(Winner[] winners, long needed)
    {
        BigInteger held = winners.Aggregate(BigInteger.Zero, (sum, winner) => sum + winner.Held.Lots);
        BigInteger Part(Winner winner) => held.IsZero ? 0 : winner.Held.Lots * (BigInteger)needed;
        long[] taken = [.. winners.Select(winner => held.IsZero ? 0 : (long)(Part(winner) / held))];
        int[] cutOff =
        [
            .. Enumerable.Range(0, winners.Length).OrderByDescending(i => held.IsZero ? 0 : Part(winners[i]) % held),
        ];
        foreach (int i in cutOff.Take((int)(needed - taken.Sum())))
        {
            taken[i]++;
        }

        return taken;
    }
}
