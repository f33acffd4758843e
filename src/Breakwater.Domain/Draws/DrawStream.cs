namespace Breakwater.Domain;

/// <summary>The random draws of one participant for one purpose in one time bucket.</summary>
/// <remarks>
/// <para>
/// A draw is a pure function of (seed, participant, purpose, bucket, index): no stream depends on how many draws
/// another has taken, nor on the order in which they are asked. Two runs with the same seed and different rules
/// therefore meet the same luck even after their paths part. Each value but <see cref="NextBelow"/> takes exactly one
/// index.
/// </para>
/// <para>
/// Every index of every stream has a counter and key of its own in <see cref="Philox4x32"/>. Under one seed that is a
/// bijection, so no two streams share a block; under two seeds blocks meet by chance alone.
/// </para>
/// <code>
/// key      word 0   seed, lower 32 bits
///          word 1   seed, upper 32 bits
/// counter  word 0   block: index / 2
///          word 1   participant
///          word 2   bucket, lower 32 bits
///          word 3   purpose (upper 16 bits) | bucket, upper 16 bits
/// output   words 0 and 1 (lower first): the draw of the even index; words 2 and 3: of the odd index
/// </code>
/// <para>
/// A stream holds 2^33 draws, after which <see cref="OverflowException"/> is thrown. This is a mutable value: a copy
/// goes on from the same index. The default is the stream of seed 0, participant 0, purpose 0, bucket 0. Nothing
/// allocates.
/// </para>
/// </remarks>
public struct DrawStream
{
    /// <summary>Buckets are below this: 2^48.</summary>
    public const long BucketCount = 1L << 48;

    private const double UniformStep = 1.0 / (1L << 53);

    private readonly ulong _key;
    private readonly ulong _bucketAndPurpose;
    private readonly uint _participant;
    private ulong _index;
    private ulong _oddDraw;

    /// <param name="bucket">From 0 to below <see cref="BucketCount"/>.</param>
    public DrawStream(Seed seed, uint participant, DrawPurpose purpose, long bucket)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(bucket);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(bucket, BucketCount);
        _key = seed.Value;
        _participant = participant;
        _bucketAndPurpose = (ulong)bucket | ((ulong)purpose.Value << 48);
    }

    /// <summary>Uniform over all 64-bit numbers.</summary>
    public ulong NextUInt64()
    {
        if ((_index & 1) != 0)
        {
            _index++;
            return _oddDraw;
        }

        uint block = checked((uint)(_index >> 1));
        uint bucketLow = unchecked((uint)_bucketAndPurpose);
        uint bucketHighAndPurpose = (uint)(_bucketAndPurpose >> 32);
        (ulong even, _oddDraw) = Philox4x32.Block(block, _participant, bucketLow, bucketHighAndPurpose, _key);
        _index++;
        return even;
    }

    /// <summary>Uniform between 0 and 1, never either: the odd multiples of 2^-53.</summary>
    public double NextUniform() => (long)((NextUInt64() >> 11) | 1) * UniformStep;

    /// <summary>Uniform over the whole numbers from 0 to below the bound, without bias.</summary>
    /// <remarks>
    /// Takes one index, rarely more. Source: Lemire, "Fast random integer generation in an interval", ACM Transactions
    /// on Modeling and Computer Simulation 29, 2019.
    /// </remarks>
    /// <param name="bound">Positive.</param>
    public ulong NextBelow(ulong bound)
    {
        ArgumentOutOfRangeException.ThrowIfZero(bound);
        ulong whole = Math.BigMul(NextUInt64(), bound, out ulong fraction);
        if (fraction < bound)
        {
            ulong surplus = unchecked(0 - bound) % bound;
            while (fraction < surplus)
            {
                whole = Math.BigMul(NextUInt64(), bound, out fraction);
            }
        }

        return whole;
    }

    /// <summary>True with the given probability: never at 0, always at 1.</summary>
    /// <param name="probability">From 0 to 1, both inclusive; met to 2^-52.</param>
    public bool NextBernoulli(double probability)
    {
        if (!(probability is >= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(probability), probability, "must lie in [0, 1]");
        }

        return NextUniform() < probability;
    }

    /// <summary>Standard normal, by inversion of one uniform. Within 8.21 of 0.</summary>
    public double NextNormal() => PortableMath.NormalQuantile(NextUniform());

    /// <summary>Exponential with mean 1, by inversion of one uniform. Positive, at most 36.74.</summary>
    public double NextExponential() => -PortableMath.Log(NextUniform());

    /// <summary>Exponential of a normal draw with mean mu and standard deviation sigma; median exp(mu).</summary>
    public double NextLogNormal(double mu, double sigma) => PortableMath.Exp(mu + sigma * NextNormal());
}
