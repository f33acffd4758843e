using Breakwater.Domain;

namespace Breakwater.Lab;

/// <summary>
/// A Latin hypercube over the whole range, then a cloud that closes in from its best point, and again from wherever a look along
/// the axes finds better.
/// </summary>
/// <remarks>docs/models/calibration.md. The same seed and function give the same search.</remarks>
internal sealed class Search
{
    private const double FirstStep = 0.2;
    private const int HypercubePerDimension = 3;

    // Of the range, in each direction; the point itself is known already.
    private static readonly double[] s_section = [0.05, 0.2, 0.35, 0.5, 0.65, 0.8, 0.95];

    private readonly Func<IReadOnlyList<double>, double> _function;
    private readonly SearchLimits _limits;
    private readonly List<Evaluation> _all = [];
    private Evaluation[][] _sections = [];
    private int _around;

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

        while (search.CloseIn(seed))
        {
            Evaluation found = search.Best;
            search.LookAround(found);
            if (found.Value <= limits.Enough || found.Value - search.Best.Value <= limits.Gain * Math.Abs(found.Value))
            {
                return new SearchResult(found, search._all, search._sections, Converged: true);
            }
        }

        return new SearchResult(search.Best, search._all, [], Converged: false);
    }

    private Evaluation Best => _all.MinBy(evaluation => evaluation.Value)!;

    private bool CloseIn(Seed seed)
    {
        var cloud = new CmaEs(Best.Point, FirstStep);
        var bests = new List<double> { Best.Value };
        while (_all.Count - _around + cloud.Offspring <= _limits.Budget)
        {
            double[][] points = cloud.Ask(seed);
            cloud.Tell(points, [.. points.Select(point => Evaluate([.. point.Select(CmaEs.Reflected)]).Value)]);
            bests.Add(Best.Value);
            if (Best.Value <= _limits.Enough || cloud.Width < _limits.Width || HasStalled(bests))
            {
                return true;
            }
        }

        return false;
    }

    private void LookAround(Evaluation centre)
    {
        _sections = [.. Enumerable.Range(0, centre.Point.Count).Select(dimension => Section(centre.Point, dimension))];
        _around += _sections.Sum(section => section.Length);
    }

    private Evaluation[] Section(IReadOnlyList<double> centre, int dimension) =>
        [.. s_section.Select(position => Evaluate([.. centre.Select((own, i) => i == dimension ? position : own)]))];

    private bool HasStalled(List<double> bests)
    {
        if (bests.Count <= _limits.Patience)
        {
            return false;
        }

        double before = bests[^(_limits.Patience + 1)];
        return before - bests[^1] <= _limits.Gain * Math.Abs(before);
    }

    private Evaluation Evaluate(IReadOnlyList<double> point)
    {
        var evaluation = new Evaluation(point, _function(point));
        _all.Add(evaluation);
        return evaluation;
    }
}
