using System.Globalization;

namespace Breakwater.Data;

/// <summary>Reads the numbers that market data files write.</summary>
internal static class NumberText
{
    private const ulong LargestExactInteger = 1UL << 53;
    private const int MaximumFastLength = 20;

    private static readonly double[] s_powersOfTen =
    [
        1e0,
        1e1,
        1e2,
        1e3,
        1e4,
        1e5,
        1e6,
        1e7,
        1e8,
        1e9,
        1e10,
        1e11,
        1e12,
        1e13,
        1e14,
        1e15,
        1e16,
        1e17,
        1e18,
        1e19,
        1e20,
        1e21,
        1e22,
    ];

    /// <summary>The double nearest to the text; empty, <c>NaN</c> and <c>null</c> read as missing (NaN).</summary>
    /// <returns>False where the text is not a finite number.</returns>
    /// <remarks>
    /// Digits that make an integer up to 2^53 over a power of ten up to 10^22 are both exact doubles, so one division rounds
    /// correctly (Clinger 1990, "How to read floating point numbers accurately"). Anything else takes the framework's way.
    /// </remarks>
    public static bool TryParse(ReadOnlySpan<byte> text, out double value)
    {
        if (text.Length is > 0 and < MaximumFastLength && TryParsePlain(text, out value))
        {
            return true;
        }

        return TryParseAny(text, out value);
    }

    private static bool TryParsePlain(ReadOnlySpan<byte> text, out double value)
    {
        bool negative = text[0] == '-';
        int start = negative ? 1 : 0;
        int point = -1;
        ulong digits = 0;
        value = 0;
        for (int index = start; index < text.Length; index++)
        {
            uint digit = unchecked((uint)text[index] - '0');
            if (digit <= 9)
            {
                digits = unchecked((digits * 10) + digit);
            }
            else if (text[index] == '.' && point < 0)
            {
                point = index;
            }
            else
            {
                return false;
            }
        }

        int decimals = point < 0 ? 0 : text.Length - point - 1;
        int digitCount = text.Length - start - (point < 0 ? 0 : 1);
        value = (negative ? -(double)digits : digits) / s_powersOfTen[decimals];
        return digitCount > 0 && digits <= LargestExactInteger;
    }

    private static bool TryParseAny(ReadOnlySpan<byte> text, out double value)
    {
        value = double.NaN;
        if (text.IsEmpty || text.SequenceEqual("NaN"u8) || text.SequenceEqual("nan"u8) || text.SequenceEqual("null"u8))
        {
            return true;
        }

        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value)
            && double.IsFinite(value);
    }
}
