using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Breakwater.Domain.Tests;

/// <summary>Comparison of doubles by their bits: it tells zeros apart, and one NaN from another.</summary>
internal static class Bits
{
    public static void Equal(double expected, double actual) =>
        Assert.True(
            BitConverter.DoubleToInt64Bits(expected) == BitConverter.DoubleToInt64Bits(actual),
            $"expected {expected:R}, got {actual:R}"
        );

    /// <summary>The SHA-256 of the values in little-endian order is the one that was recorded on Linux x64.</summary>
    public static void HashTo(string expected, IEnumerable<double> values)
    {
        byte[] bytes = [.. values.SelectMany(LittleEndian)];
        string actual = Convert.ToHexStringLower(SHA256.HashData(bytes));
        Assert.True(expected == actual, $"{bytes.Length / sizeof(double)} values hash to {actual}");
    }

    private static byte[] LittleEndian(double value)
    {
        byte[] bytes = new byte[sizeof(double)];
        BinaryPrimitives.WriteDoubleLittleEndian(bytes, value);
        return bytes;
    }
}
