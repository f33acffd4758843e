using System.Buffers.Text;
using System.Numerics;
using System.Text;

namespace Breakwater.Domain;

public readonly partial struct Rational
{
    /// <summary>Digits that a number below one is written with when it has no end.</summary>
    public const int SignificantDigits = 20;

    /// <summary>Bytes that <see cref="TryFormat"/> may need.</summary>
    public const int LongestText = 96;

    private const int DigitsOfLong = 18;

    private static readonly UInt128 s_ten18 = 1_000_000_000_000_000_000;

    private static readonly BigInteger[] s_powersOfTen =
    [
        .. Enumerable.Range(0, 160).Select(k => BigInteger.Pow(10, k)),
    ];

    // "00" to "99".
    private static readonly byte[] s_pairs =
    [
        .. Enumerable.Range(0, 200).Select(k => (byte)('0' + (k % 2 == 0 ? k / 20 : k / 2 % 10))),
    ];

    private static readonly long[] s_smallPowersOfTen =
    [
        .. s_powersOfTen.Take(DigitsOfLong + 1).Select(power => (long)power),
    ];

    /// <summary>
    /// As a decimal number without exponent: exact where it ends within 18 decimals, else rounded to the nearest at 18 decimals or
    /// more, and at no less than <see cref="SignificantDigits"/> below one.
    /// </summary>
    /// <param name="utf8">At least <see cref="LongestText"/> long.</param>
    /// <returns>False where the whole part has more than 60 digits.</returns>
    public bool TryFormat(Span<byte> utf8, out int written)
    {
        written = 0;
        if (_wide?.Big is null && TryFormatSmall(utf8, out written))
        {
            return true;
        }

        string text = FormatLarge();
        return text.Length <= LongestText && Encoding.UTF8.TryGetBytes(text, utf8, out written);
    }

    public override string ToString()
    {
        Span<byte> utf8 = stackalloc byte[LongestText];
        return TryFormat(utf8, out int written) ? Encoding.UTF8.GetString(utf8[..written]) : FormatLarge();
    }

    // Whole part and eighteen decimals by one division each; only where that is exact or precise enough.
    private bool TryFormatSmall(Span<byte> utf8, out int written)
    {
        written = 0;
        TryGet128(out Int128 numerator, out Int128 positive);
        (UInt128 over, UInt128 under) = ((UInt128)Int128.Abs(numerator), (UInt128)positive);
        if (under > long.MaxValue)
        {
            UInt128 divisor = GreatestCommonDivisor(over, under);
            (over, under) = (over / divisor, under / divisor);
        }

        if (under > long.MaxValue || over > (UInt128)under * ulong.MaxValue)
        {
            return false;
        }

        ulong denominator = (ulong)under;
        (UInt128 whole, ulong rest) = DivRem(over, denominator);
        (UInt128 decimals, int count) = (0, 0);
        if (rest != 0 && !TryDecimals(rest, denominator, isBelowOne: whole == 0, out decimals, out count))
        {
            return false;
        }

        if (count == DigitsOfLong && decimals == s_ten18)
        {
            (whole, decimals, count) = (whole + 1, 0, 0);
        }

        if (Int128.IsNegative(numerator))
        {
            utf8[written++] = (byte)'-';
        }

        Utf8Formatter.TryFormat((ulong)whole, utf8[written..], out int digits);
        written += digits;
        written += WriteDecimals(decimals, count, utf8[written..]);
        return true;
    }

    // Eighteen decimals of a remainder; below one as many as show the significant digits, if two divisions find them.
    private static bool TryDecimals(ulong rest, ulong denominator, bool isBelowOne, out UInt128 decimals, out int count)
    {
        (decimals, ulong left) = DivRem(rest * s_ten18, denominator);
        count = DigitsOfLong;
        if (left == 0)
        {
            return true;
        }

        if (!isBelowOne)
        {
            decimals += left >= denominator - left ? 1u : 0u;
            return true;
        }

        if (decimals < 100)
        {
            return false;
        }

        (UInt128 next, _) = DivRem(left * s_ten18, denominator);
        count = SignificantDigits + DigitsOfLong - DigitsIn((ulong)decimals);
        UInt128 cut = (ulong)s_smallPowersOfTen[2 * DigitsOfLong - count];
        decimals = (decimals * s_ten18 + next + cut / 2) / cut;
        return true;
    }

    private static (UInt128 Quotient, ulong Remainder) DivRem(UInt128 value, ulong divisor)
    {
        if (value <= ulong.MaxValue)
        {
            (ulong quotient, ulong remainder) = Math.DivRem((ulong)value, divisor);
            return (quotient, remainder);
        }

        UInt128 quotient128 = value / divisor;
        return (quotient128, unchecked((ulong)value - (ulong)quotient128 * divisor));
    }

    private static int DigitsIn(ulong value)
    {
        int digits = 1;
        while (digits <= DigitsOfLong && value >= (ulong)s_smallPowersOfTen[digits])
        {
            digits++;
        }

        return digits;
    }

    private static UInt128 GreatestCommonDivisor(UInt128 a, UInt128 b)
    {
        if (a == 0)
        {
            return b;
        }

        if (b == 0)
        {
            return a;
        }

        int twos = Math.Min(TrailingZeros(a), TrailingZeros(b));
        (a, b) = (a >> TrailingZeros(a), b >> TrailingZeros(b));
        while (a != b && (a > ulong.MaxValue || b > ulong.MaxValue))
        {
            UInt128 apart = a > b ? a - b : b - a;
            (a, b) = (a > b ? b : a, apart >> TrailingZeros(apart));
        }

        return (a == b ? a : OddDivisor((ulong)a, (ulong)b)) << twos;
    }

    // Of two odd numbers.
    private static ulong OddDivisor(ulong a, ulong b)
    {
        while (a != b)
        {
            ulong apart = a > b ? a - b : b - a;
            (a, b) = (Math.Min(a, b), apart >> BitOperations.TrailingZeroCount(apart));
        }

        return a;
    }

    private static int TrailingZeros(UInt128 value) => (int)UInt128.TrailingZeroCount(value);

    private static int WriteDecimals(UInt128 decimals, int count, Span<byte> utf8)
    {
        if (decimals == 0)
        {
            return 0;
        }

        utf8[0] = (byte)'.';
        (UInt128 high, ulong low) = DivRem(decimals, (ulong)s_ten18);
        WriteDigits(low, utf8.Slice(1 + Math.Max(count - DigitsOfLong, 0), Math.Min(count, DigitsOfLong)));
        if (count > DigitsOfLong)
        {
            WriteDigits((ulong)high, utf8.Slice(1, count - DigitsOfLong));
        }

        while (utf8[count] == '0')
        {
            count--;
        }

        return count + 1;
    }

    private static void WriteDigits(ulong value, Span<byte> utf8)
    {
        int k = utf8.Length;
        while (k > 1)
        {
            (value, ulong pair) = Math.DivRem(value, 100);
            s_pairs.AsSpan(2 * (int)pair, 2).CopyTo(utf8[(k -= 2)..]);
        }

        if (k == 1)
        {
            utf8[0] = (byte)('0' + value % 10);
        }
    }

    private string FormatLarge()
    {
        (BigInteger numerator, BigInteger denominator) = Big();
        BigInteger magnitude = BigInteger.Abs(numerator);
        int decimals = DecimalsOf(magnitude, denominator);
        BigInteger scaled = (magnitude * s_powersOfTen[decimals] * 2 + denominator) / (denominator * 2);
        string digits = scaled.ToString(System.Globalization.CultureInfo.InvariantCulture).PadLeft(decimals + 1, '0');
        string fraction = digits[^decimals..].TrimEnd('0');
        string sign = numerator.Sign < 0 && !scaled.IsZero ? "-" : "";
        return fraction.Length == 0 ? sign + digits[..^decimals] : $"{sign}{digits[..^decimals]}.{fraction}";
    }

    // How many decimals show the significant digits; at most what the table of powers has.
    private static int DecimalsOf(BigInteger numerator, BigInteger denominator)
    {
        if (numerator >= denominator || numerator.IsZero)
        {
            return DigitsOfLong;
        }

        int zeros = 0;
        while (zeros < 120 && numerator * s_powersOfTen[zeros + 1] < denominator)
        {
            zeros++;
        }

        return zeros + SignificantDigits;
    }
}
