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

    private const ulong Ten18 = 1_000_000_000_000_000_000;

    private static readonly BigInteger[] s_powersOfTen =
    [
        .. Enumerable.Range(0, 160).Select(k => BigInteger.Pow(10, k)),
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
        if (!TryGetShort(out UInt128 over, out ulong denominator))
        {
            return false;
        }

        (ulong whole, ulong rest) = DivRem(over, denominator);
        Decimals decimals = default;
        if (rest != 0 && !TryDecimals(rest, denominator, isBelowOne: whole == 0, out decimals))
        {
            return false;
        }

        if (IsNegative)
        {
            utf8[written++] = (byte)'-';
        }

        Utf8Formatter.TryFormat(whole + decimals.Carried, utf8[written..], out int digits);
        written += digits;
        written += decimals.Write(utf8[written..]);
        return true;
    }

    // With a denominator of 64 bits and a whole part of 64.
    private bool TryGetShort(out UInt128 numerator, out ulong denominator)
    {
        TryGet128(out Int128 over, out Int128 under);
        (numerator, var divisor) = (Absolute(over), (UInt128)under);
        if (divisor > long.MaxValue)
        {
            UInt128 common = CommonDivisor(numerator, divisor);
            (numerator, divisor) = (numerator / common, divisor / common);
        }

        denominator = unchecked((ulong)divisor);
        return divisor <= long.MaxValue && numerator <= Math.BigMul(denominator, ulong.MaxValue);
    }

    // Eighteen decimals of a remainder; below one as many as show the significant digits, if two divisions find them.
    private static bool TryDecimals(ulong rest, ulong denominator, bool isBelowOne, out Decimals decimals)
    {
        (ulong first, ulong left) = DivRem(Math.BigMul(rest, Ten18), denominator);
        int more = isBelowOne && left != 0 ? SignificantDigits - DigitsIn(first) : 0;
        if (more == 0)
        {
            decimals = new Decimals(RoundedUp(first, left, denominator), 0, 0);
            return true;
        }

        decimals = default;
        if (first < 100)
        {
            return false;
        }

        (ulong next, left) = DivRem(Math.BigMul(left, (ulong)s_smallPowersOfTen[more]), denominator);
        decimals = new Decimals(first, RoundedUp(next, left, denominator), more);
        return true;
    }

    private static ulong RoundedUp(ulong quotient, ulong left, ulong denominator) =>
        left >= denominator - left ? quotient + 1 : quotient;

    // The quotient must fit 64 bits.
    private static (ulong Quotient, ulong Remainder) DivRem(UInt128 value, ulong divisor)
    {
        if (value <= ulong.MaxValue)
        {
            return Math.DivRem((ulong)value, divisor);
        }
        unchecked
        {
            ulong quotient = (ulong)(value / divisor);
            return (quotient, (ulong)value - quotient * divisor);
        }
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
