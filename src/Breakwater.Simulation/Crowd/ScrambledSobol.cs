using System.Buffers.Binary;
using Breakwater.Domain;

namespace Breakwater.Simulation;

/// <summary>Draws for a row of accounts in order of size, spread evenly over neighbours in size, alone and jointly.</summary>
/// <remarks>
/// A Sobol' sequence whose digits are scrambled, and whose order too: each draw alone is uniform, and of any aligned run of 2^k
/// accounts each draw takes each of 2^k parts once; a few draws together are spread over longer runs. Two sequences in one order would tell of each other. Sources: direction
/// numbers of Joe and Kuo, SIAM Journal on Scientific Computing 30, 2008; scrambling of digits, Owen, 1995; by a hash, and of the
/// order, Burley, Journal of Computer Graphics Techniques 9, 2020; the hash, Vegdahl, "Building a better LK hash", 2021.
/// </remarks>
internal sealed class ScrambledSobol
{
    private const int Digits = 32;
    private const double Step = 1.0 / (1L << Digits);

    // The primitive polynomial of each dimension but the first: its inner coefficients, and the numbers that start its directions.
    private static readonly (uint Polynomial, uint[] Starts)[] s_dimensions =
    [
        (0, [1]),
        (1, [1, 3]),
        (1, [1, 3, 1]),
        (2, [1, 1, 1]),
        (1, [1, 1, 3, 3]),
        (4, [1, 3, 5, 13]),
        (2, [1, 1, 5, 5, 17]),
    ];

    private static readonly uint[][] s_directions = [FirstDirections(), .. s_dimensions.Select(DirectionsOf)];

    private readonly uint[] _seeds;
    private readonly uint _order;

    /// <param name="draws">Taken from for the scrambling.</param>
    /// <param name="dimensions">How many draws of each account are spread: from 1 to 8.</param>
    public ScrambledSobol(DrawStream draws, int dimensions)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(dimensions);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(dimensions, s_directions.Length);
        _order = (uint)(draws.NextUInt64() >> Digits);
        _seeds = new uint[dimensions];
        for (int dimension = 0; dimension < dimensions; dimension++)
        {
            _seeds[dimension] = (uint)(draws.NextUInt64() >> Digits);
        }
    }

    public int Dimensions => _seeds.Length;

    /// <summary>Where in the sequence an account stands.</summary>
    /// <param name="rank">0 for the largest.</param>
    public uint IndexOf(int rank) => Scramble((uint)rank, _order);

    /// <param name="index">As <see cref="IndexOf"/> says.</param>
    /// <returns>Between 0 and 1, never either.</returns>
    public double At(uint index, int dimension) =>
        (Scramble(PointAt(index, dimension), _seeds[dimension]) + 0.5) * Step;

    /// <summary>The sequence before it is scrambled: 32 binary digits after the point.</summary>
    internal static uint PointAt(uint index, int dimension)
    {
        uint point = 0;
        foreach (uint direction in s_directions[dimension])
        {
            point ^= (index & 1) * direction;
            index >>= 1;
        }

        return point;
    }

    /// <summary>Whether a digit is turned over hangs on the seed and the digits above it.</summary>
    internal static uint Scramble(uint digits, uint seed)
    {
        unchecked
        {
            uint mixed = Reverse(digits);
            mixed ^= mixed * 0x3D20ADEA;
            mixed += seed;
            mixed *= (seed >> 16) | 1;
            mixed ^= mixed * 0x05526C56;
            mixed ^= mixed * 0x53A22864;
            return Reverse(mixed);
        }
    }

    private static uint Reverse(uint digits)
    {
        digits = ((digits >> 1) & 0x55555555) | ((digits & 0x55555555) << 1);
        digits = ((digits >> 2) & 0x33333333) | ((digits & 0x33333333) << 2);
        digits = ((digits >> 4) & 0x0F0F0F0F) | ((digits & 0x0F0F0F0F) << 4);
        return BinaryPrimitives.ReverseEndianness(digits);
    }

    private static uint[] FirstDirections() => [.. Enumerable.Range(1, Digits).Select(digit => 1u << (Digits - digit))];

    private static uint[] DirectionsOf((uint Polynomial, uint[] Starts) dimension)
    {
        int degree = dimension.Starts.Length;
        var directions = new uint[Digits];
        for (int i = 0; i < Digits; i++)
        {
            if (i < degree)
            {
                directions[i] = dimension.Starts[i] << (Digits - 1 - i);
                continue;
            }

            uint earlier = directions[i - degree];
            directions[i] = earlier ^ (earlier >> degree);
            for (int term = 1; term < degree; term++)
            {
                directions[i] ^= ((dimension.Polynomial >> (degree - 1 - term)) & 1) * directions[i - term];
            }
        }

        return directions;
    }
}
