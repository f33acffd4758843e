using Breakwater.Domain;

namespace Breakwater.Simulation;

/// <summary>The draws of one holder: its own, the first of which strata may replace.</summary>
/// <param name="strata">Null where everybody draws for himself.</param>
/// <param name="rank">By size among those of its side, 0 for the largest.</param>
internal struct HolderDraws(DrawStream own, Strata? strata, int rank)
{
    private DrawStream _own = own;

    public int Taken { get; private set; }

    public double NextUniform()
    {
        // Taken in any case: what is drawn later does not hang on whether this was spread.
        double alone = _own.NextUniform();
        int draw = Taken++;
        return strata is not null && draw < strata.Dimensions ? strata.At(rank, draw) : alone;
    }

    /// <inheritdoc cref="DrawStream.NextBernoulli"/>
    public bool NextBernoulli(double probability) =>
        probability is >= 0 and <= 1
            ? NextUniform() < probability
            : throw new ArgumentOutOfRangeException(nameof(probability), probability, "must lie in [0, 1]");

    /// <inheritdoc cref="DrawStream.NextLogNormal"/>
    public double NextLogNormal(double mu, double sigma) =>
        PortableMath.Exp(mu + sigma * PortableMath.NormalQuantile(NextUniform()));
}
