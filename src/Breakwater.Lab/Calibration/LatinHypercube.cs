using Breakwater.Domain;

namespace Breakwater.Lab;

/// <summary>Points from 0 to 1 that spread over every dimension: each slice of each holds exactly one.</summary>
/// <remarks>McKay, Beckman and Conover, Technometrics 21, 1979.</remarks>
internal static class LatinHypercube
{
    public static double[][] Of(int points, int dimensions, Seed seed)
    {
        double[][] cube = [.. Enumerable.Range(0, points).Select(_ => new double[dimensions])];
        for (int dimension = 0; dimension < dimensions; dimension++)
        {
            var draws = new DrawStream(seed, (uint)dimension, CalibrationPurposes.Hypercube, bucket: 0);
            int[] slices = Shuffled(points, ref draws);
            for (int point = 0; point < points; point++)
            {
                cube[point][dimension] = (slices[point] + draws.NextUniform()) / points;
            }
        }

        return cube;
    }

    private static int[] Shuffled(int count, ref DrawStream draws)
    {
        int[] order = [.. Enumerable.Range(0, count)];
        for (int last = count - 1; last > 0; last--)
        {
            int other = (int)draws.NextBelow((ulong)last + 1);
            (order[last], order[other]) = (order[other], order[last]);
        }

        return order;
    }
}
