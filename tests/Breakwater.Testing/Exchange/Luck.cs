using Breakwater.Domain;

namespace Breakwater.Testing;

/// <summary>What tests draw from one seed.</summary>
public sealed class Luck(ulong seed)
{
    private DrawStream _draws = new(new Seed(seed), participant: 0, new DrawPurpose(0), bucket: 0);

    /// <summary>From 0 to below the bound.</summary>
    public long Below(long bound) => (long)_draws.NextBelow((ulong)bound);

    /// <summary>Both inclusive.</summary>
    public long Between(long lowest, long highest) => lowest + Below(highest - lowest + 1);

    public bool Chance(double probability) => _draws.NextBernoulli(probability);

    public T Of<T>(params ReadOnlySpan<T> choices) => choices[(int)Below(choices.Length)];

    /// <summary>From 1 to the highest, each order of magnitude as likely as another.</summary>
    public long OfAnySize(long highest) =>
        Math.Max((long)(double.Exp2(_draws.NextUniform() * double.Log2(highest + 1.0)) - 1.0 + 0.5), 1);

    public double Uniform() => _draws.NextUniform();
}
