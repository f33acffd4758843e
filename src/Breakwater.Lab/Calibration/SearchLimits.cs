namespace Breakwater.Lab;

/// <summary>How long a search goes on.</summary>
/// <param name="Budget">Evaluations at most, the hypercube's included; looks along the axes come on top.</param>
/// <param name="Patience">Generations without gain after which it has converged.</param>
/// <param name="Gain">What the best value must fall by over them to count, as a share of it.</param>
/// <param name="Width">Of the cloud, below which it has converged.</param>
/// <param name="Enough">Below which values are not told apart: a cloud that is there has converged.</param>
internal sealed record SearchLimits(
    int Budget,
    int Patience = 6,
    double Gain = 0.02,
    double Width = 0.02,
    double Enough = double.NegativeInfinity
);
