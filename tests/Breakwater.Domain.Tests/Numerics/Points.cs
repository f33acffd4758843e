namespace Breakwater.Domain.Tests;

/// <summary>Scattered arguments, the same on every machine and independent of the code under test.</summary>
internal static class Points
{
    /// <summary>Scattered evenly over an interval.</summary>
    public static IEnumerable<double> Between(double low, double high, int count) =>
        Scattered(count).Select(bits => low + (high - low) * ((bits >> 11) * (1.0 / (1L << 53))));

    /// <summary>Scattered over the doubles between two positive ones, as many in each binade.</summary>
    public static IEnumerable<double> OfAllSizes(double low, double high, int count)
    {
        long first = BitConverter.DoubleToInt64Bits(low);
        ulong range = (ulong)(BitConverter.DoubleToInt64Bits(high) - first);
        return Scattered(count).Select(bits => BitConverter.Int64BitsToDouble(first + (long)(bits % range)));
    }

    // The finaliser of SplitMix64 (Steele, Lea and Flood, 2014) over the whole numbers.
    private static IEnumerable<ulong> Scattered(int count)
    {
        for (ulong i = 1; i <= (ulong)count; i++)
        {
            yield return Mix(unchecked(i * 0x9E3779B97F4A7C15));
        }
    }

    private static ulong Mix(ulong z)
    {
        unchecked
        {
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }
}
