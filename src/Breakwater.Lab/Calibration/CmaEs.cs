using Breakwater.Domain;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;

namespace Breakwater.Lab;

/// <summary>Looks for the lowest point of a function of numbers from 0 to 1 that has no usable slope.</summary>
/// <remarks>
/// <para>
/// Covariance matrix adaptation: a cloud of points is drawn around a mean, the better half moves the mean, and the cloud
/// learns its shape and size from the steps that paid. Weights and rates are those of Hansen, "The CMA evolution strategy:
/// a tutorial", arXiv:1604.00772, 2016 (default parameters, positive weights). A draw beyond 0 or 1 is reflected.
/// </para>
/// <para>The mean starts at the best of a Latin hypercube and of the points that are given: docs/models/calibration.md.</para>
/// </remarks>
internal sealed class CmaEs
{
    private readonly int _dimensions;
    private readonly int _parents;
    private readonly double[] _weights;
    private readonly double _massOfParents;
    private readonly double _stepRate;
    private readonly double _stepDamping;
    private readonly double _pathRate;
    private readonly double _rankOneRate;
    private readonly double _rankManyRate;
    private readonly double _expectedLength;
    private Vector<double> _mean;
    private Vector<double> _stepPath;
    private Vector<double> _covariancePath;
    private Matrix<double> _covariance;
    private Matrix<double> _axes;
    private Vector<double> _lengths;
    private int _generation;

    /// <param name="start">Each from 0 to 1.</param>
    /// <param name="step">Standard deviation of the first cloud in each direction.</param>
    public CmaEs(IReadOnlyList<double> start, double step)
    {
        _dimensions = start.Count;
        Offspring = 4 + (int)(3 * Math.Log(_dimensions));
        _parents = Offspring / 2;
        double[] raw = [.. Enumerable.Range(1, _parents).Select(rank => Math.Log(_parents + 0.5) - Math.Log(rank))];
        _weights = [.. raw.Select(weight => weight / raw.Sum())];
        _massOfParents = 1 / _weights.Sum(weight => weight * weight);
        double n = _dimensions;
        _stepRate = (_massOfParents + 2) / (n + _massOfParents + 5);
        _stepDamping = 1 + 2 * Math.Max(0, Math.Sqrt((_massOfParents - 1) / (n + 1)) - 1) + _stepRate;
        _pathRate = (4 + _massOfParents / n) / (n + 4 + 2 * _massOfParents / n);
        _rankOneRate = 2 / ((n + 1.3) * (n + 1.3) + _massOfParents);
        _rankManyRate = Math.Min(
            1 - _rankOneRate,
            2 * (_massOfParents - 2 + 1 / _massOfParents) / ((n + 2) * (n + 2) + _massOfParents)
        );
        _expectedLength = Math.Sqrt(n) * (1 - 1 / (4 * n) + 1 / (21 * n * n));
        _mean = Vector<double>.Build.DenseOfEnumerable(start);
        _stepPath = Vector<double>.Build.Dense(_dimensions);
        _covariancePath = Vector<double>.Build.Dense(_dimensions);
        _covariance = Matrix<double>.Build.DenseIdentity(_dimensions);
        _axes = Matrix<double>.Build.DenseIdentity(_dimensions);
        _lengths = Vector<double>.Build.Dense(_dimensions, 1);
        Step = step;
    }

    /// <summary>Points that are drawn in a generation.</summary>
    public int Offspring { get; }

    /// <summary>The cloud's size.</summary>
    public double Step { get; private set; }

    /// <summary>Standard deviation of the cloud in its widest direction.</summary>
    public double Width => Step * _lengths.Maximum();

    /// <summary>Draws the next cloud, not yet reflected.</summary>
    public double[][] Ask(Seed seed)
    {
        var cloud = new double[Offspring][];
        for (int i = 0; i < Offspring; i++)
        {
            var draws = new DrawStream(seed, (uint)i, CalibrationPurposes.Cloud, _generation);
            var normal = Vector<double>.Build.Dense(_dimensions);
            for (int dimension = 0; dimension < _dimensions; dimension++)
            {
                normal[dimension] = draws.NextNormal();
            }

            cloud[i] = (_mean + Step * (_axes * _lengths.PointwiseMultiply(normal))).ToArray();
        }

        return cloud;
    }

    /// <summary>Moves and reshapes the cloud after what its points were worth.</summary>
    /// <param name="cloud">As it was drawn.</param>
    /// <param name="values">Lower is better.</param>
    public void Tell(double[][] cloud, double[] values)
    {
        // Of equal values the one drawn first: a sort that keeps their order.
        Vector<double>[] steps =
        [
            .. Enumerable
                .Range(0, Offspring)
                .OrderBy(i => values[i])
                .Take(_parents)
                .Select(i => (Vector<double>.Build.DenseOfArray(cloud[i]) - _mean) / Step),
        ];
        Vector<double> move = Vector<double>.Build.Dense(_dimensions);
        for (int i = 0; i < _parents; i++)
        {
            move += _weights[i] * steps[i];
        }

        _mean += Step * move;
        _generation++;
        LearnSize(move);
        LearnShape(move, steps);
    }

    /// <summary>Brings a coordinate back between 0 and 1 by reflecting it at the ends.</summary>
    public static double Reflected(double coordinate)
    {
        double folded = Math.Abs(coordinate) % 2;
        return folded <= 1 ? folded : 2 - folded;
    }

    private void LearnSize(Vector<double> move)
    {
        Vector<double> whitened = _axes * (_axes.TransposeThisAndMultiply(move)).PointwiseDivide(_lengths);
        _stepPath = (1 - _stepRate) * _stepPath + Math.Sqrt(_stepRate * (2 - _stepRate) * _massOfParents) * whitened;
        Step *= Math.Exp(_stepRate / _stepDamping * (_stepPath.L2Norm() / _expectedLength - 1));
        // Wider than the range itself a cloud only reflects.
        Step = Math.Min(Step, 1);
    }

    private void LearnShape(Vector<double> move, Vector<double>[] steps)
    {
        double warm = Math.Sqrt(1 - Math.Pow(1 - _stepRate, 2 * _generation));
        bool moving = _stepPath.L2Norm() / warm < (1.4 + 2.0 / (_dimensions + 1)) * _expectedLength;
        _covariancePath =
            (1 - _pathRate) * _covariancePath
            + (moving ? Math.Sqrt(_pathRate * (2 - _pathRate) * _massOfParents) : 0) * move;
        double lost = moving ? 0 : _rankOneRate * _pathRate * (2 - _pathRate);
        _covariance *= 1 - _rankOneRate - _rankManyRate + lost;
        _covariance += _rankOneRate * _covariancePath.OuterProduct(_covariancePath);
        for (int i = 0; i < _parents; i++)
        {
            _covariance += _rankManyRate * _weights[i] * steps[i].OuterProduct(steps[i]);
        }

        _covariance = (_covariance + _covariance.Transpose()) / 2;
        Evd<double> own = _covariance.Evd(Symmetricity.Symmetric);
        _axes = own.EigenVectors;
        _lengths = own.EigenValues.Map(value => Math.Sqrt(Math.Max(value.Real, 1e-20)));
    }
}
