using Breakwater.Domain;

namespace Breakwater.Lab;

/// <summary>A Latin hypercube over the whole range, then a cloud that closes in from its best point.</summary>
/// <remarks>docs/models/calibration.md. The same seed and function give the same search.</remarks>
internal sealed class Search
{
    private const double FirstStep = 0.2;
    private const int HypercubePerDimension = 3;

    private readonly Func<IReadOnlyList<double>, double> _function;
    private readonly SearchLimits _limits;
    private readonly List<Evaluation> _all = [];

    private Search(Func<IReadOnlyList<double>, double> function, SearchLimits limits) =>
        (_function, _limits) = (function, limits);

    /// <summary>What the start, the hypercube and enough clouds to converge take at least.</summary>
    public static int LeastBudget(int dimensions) =>
        1 + HypercubePerDimension * dimensions + 2 * new CmaEs(new double[dimensions], FirstStep).Offspring;

    /// <param name="start">A point that is tried first.</param>
    /// <param name="function">Called one point at a time.</param>
    public static SearchResult Run(
        IReadOnlyList<double> start,
        Func<IReadOnlyList<double>, double> function,
        SearchLimits limits,
        Seed seed
    )
    {
        var search = new Search(function, limits);
        search.Evaluate(start);
        foreach (double[] point in LatinHypercube.Of(HypercubePerDimension * start.Count, start.Count, seed))
        {
            search.Evaluate(point);
        }

        bool converged = search.CloseIn(seed);
        return new SearchResult(search.Best, search._all, converged);
    }

    private Evaluation Best => _all.MinBy(evaluation => evaluation.Value)!;

    private bool CloseIn(Seed seed)
    {
        var cloud = new CmaEs(Best.Point, FirstStep);
        var bests = new List<double> { Best.Value };
        while (_all.Count + cloud.Offspring <= _limits.Budget)
        {
            double[][] points = cloud.Ask(seed);
            cloud.Tell(points, [.. points.Select(point => Evaluate([.. point.Select(CmaEs.Reflected)]))]);
            bests.Add(Best.Value);
            if (cloud.Width < _limits.Width || HasStalled(bests))
            {
                return true;
            }
        }

        return false;
    }

    private bool HasStalled(List<double> bests)
    {
        if (bests.Count <= _limits.Patience)
        {
            return false;
        }

        double before = bests[^(_limits.Patience + 1)];
        return before - bests[^1] <= _limits.Gain * Math.Abs(before);
    }

    private double Evaluate(IReadOnlyList<double> point)
    {
        double value = _function(point);
        _all.Add(new Evaluation(point, value));
        return value;
    }
}
