using Breakwater.Domain;

namespace Breakwater.Simulation;

/// <summary>The draws of one account: its own, the first of which may be spread over accounts of like size.</summary>
/// <param name="shared">Null where everybody draws for himself.</param>
/// <param name="rank">By size among those who share, 0 for the largest.</param>
internal struct HolderDraws(DrawStream own, ScrambledSobol? shared, int rank)
{
    private readonly uint _index = shared?.IndexOf(rank) ?? 0;
    private DrawStream _own = own;

    public int Taken { get; private set; }

    public double NextUniform()
    {
        // Taken in any case: what is drawn later does not hang on whether this was spread.
        double alone = _own.NextUniform();
        int draw = Taken++;
        return shared is not null && draw < shared.Dimensions ? shared.At(_index, draw) : alone;
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
