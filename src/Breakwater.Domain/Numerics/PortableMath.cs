namespace Breakwater.Domain;

/// <summary>Elementary functions that return the same bits on every machine.</summary>
/// <remarks>
/// The functions of <see cref="Math"/> call the platform's C library and differ between platforms in the last bit.
/// These use only addition, subtraction, multiplication, division, square root, floor and bit patterns of doubles, each
/// exactly defined by IEEE 754, in the order written: no fused multiply-add, no vector reduction. Special cases follow
/// C99, Annex F. A result that is not a number is always <see cref="double.NaN"/>, because machines differ in the sign
/// and payload that they propagate. Errors are the largest that were measured against 256-bit arithmetic over some
/// 600,000 arguments a range, in units in the last place (ulp) of the result.
/// </remarks>
public static partial class PortableMath
{
    private static double PowerOfTwo(int exponent) => BitConverter.Int64BitsToDouble((exponent + 1023L) << 52);
}
