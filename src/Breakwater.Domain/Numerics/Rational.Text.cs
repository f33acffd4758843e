using System.Buffers.Text;
using System.Numerics;
using System.Text;

namespace Breakwater.Domain;

public readonly partial struct Rational
{
    /// <summary>Digits that a number is written with when it has no end: enough for any price.</summary>
    public const int SignificantDigits = 20;

    /// <summary>Bytes that <see cref="TryFormat"/> may need.</summary>
    public const int LongestText = 96;

    private const int LongestInput = 60;
    private const int LargestExponent = 60;
    private const int DigitsOfLong = 18;

    private static readonly BigInteger[] s_powersOfTen =
    [
        .. Enumerable.Range(0, 160).Select(k => BigInteger.Pow(10, k)),
    ];

    private static readonly long[] s_smallPowersOfTen =
    [
        .. s_powersOfTen.Take(DigitsOfLong + 1).Select(power => (long)power),
    ];

    /// <summary>Reads a decimal number as JSON writes it: sign, digits, point, exponent.</summary>
    /// <returns>False where it is not one, has more than 60 characters or an exponent beyond 60.</returns>
    public static bool TryParse(ReadOnlySpan<byte> text, out Rational value)
    {
        value = default;
        int at = text.Length > 0 && text[0] == '-' ? 1 : 0;
        bool negative = at == 1;
        if (text.Length > LongestInput)
        {
            return false;
        }

        long digits = 0;
        BigInteger? many = null;
        (int seen, int decimals, bool point) = (0, 0, false);
        for (; at < text.Length && text[at] is (>= (byte)'0' and <= (byte)'9') or (byte)'.'; at++)
        {
            if (text[at] == '.')
            {
                if (point || seen == 0)
                {
                    return false;
                }

                point = true;
                continue;
            }

            seen++;
            decimals += point ? 1 : 0;
            if (many is null && seen <= DigitsOfLong)
            {
                digits = digits * 10 + (text[at] - '0');
            }
            else
            {
                many = (many ?? digits) * 10 + (text[at] - '0');
            }
        }

        int exponent = 0;
        if (at < text.Length)
        {
            if ((text[at] | 0x20) != 'e' || !TryExponent(text[(at + 1)..], out exponent))
            {
                return false;
            }
        }

        if (seen == 0 || (point && decimals == 0))
        {
            return false;
        }

        value = FromDigits(many ?? digits, many is null ? digits : null, exponent - decimals);
        value = negative ? -value : value;
        return true;
    }

    public static bool TryParse(string text, out Rational value) => TryParse(Encoding.UTF8.GetBytes(text), out value);

    /// <exception cref="FormatException">It is not a decimal number.</exception>
    public static Rational Parse(string text) =>
        TryParse(text, out Rational value) ? value : throw new FormatException($"\"{text}\" is not a decimal number.");

    /// <summary>
    /// As a decimal number without exponent: exact where it ends within <see cref="SignificantDigits"/>, else rounded to the
    /// nearest at that many.
    /// </summary>
    /// <param name="utf8">At least <see cref="LongestText"/> long.</param>
    /// <returns>False where the whole part has more than 60 digits.</returns>
    public bool TryFormat(Span<byte> utf8, out int written)
    {
        written = 0;
        if (_large is null && TryFormatSmall(utf8, out written))
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

    private static bool TryExponent(ReadOnlySpan<byte> text, out int exponent)
    {
        // A plus sign is not part of an integer to the parser.
        ReadOnlySpan<byte> digits = text.Length > 0 && text[0] == '+' ? text[1..] : text;
        return Utf8Parser.TryParse(digits, out exponent, out int used)
            && used == digits.Length
            && Math.Abs((long)exponent) <= LargestExponent;
    }

    private static Rational FromDigits(BigInteger digits, long? small, int power)
    {
        if (small is { } value && power is <= 0 and >= -DigitsOfLong)
        {
            // 60000.00 is 60000: short denominators keep products within 128 bits.
            while (power < 0 && value % 10 == 0)
            {
                value /= 10;
                power++;
            }

            return new(value, s_smallPowersOfTen[-power]);
        }

        return power >= 0
            ? FromLarge(digits * s_powersOfTen[power], BigInteger.One)
            : FromLarge(digits, s_powersOfTen[-power]);
    }

    // Whole part and eighteen decimals by one division each; only where that is exact or precise enough.
    private bool TryFormatSmall(Span<byte> utf8, out int written)
    {
        written = 0;
        Int128 magnitude = Int128.Abs(_numerator);
        if (Denominator > long.MaxValue || magnitude > long.MaxValue)
        {
            return false;
        }

        (ulong denominator, ulong numerator) = ((ulong)Denominator, (ulong)magnitude);
        (ulong whole, ulong rest) = Math.DivRem(numerator, denominator);
        UInt128 scaled = (UInt128)rest * (ulong)s_smallPowersOfTen[DigitsOfLong];
        (UInt128 decimals, UInt128 left) =
            denominator == 1 ? (UInt128.Zero, UInt128.Zero) : UInt128.DivRem(scaled, denominator);
        if (left != 0 && whole < 100)
        {
            return false;
        }

        if (Int128.IsNegative(_numerator))
        {
            utf8[written++] = (byte)'-';
        }

        Utf8Formatter.TryFormat(whole, utf8[written..], out int digits);
        written += digits;
        written += WriteDecimals((ulong)decimals, utf8[written..]);
        return true;
    }

    private static int WriteDecimals(ulong decimals, Span<byte> utf8)
    {
        if (decimals == 0)
        {
            return 0;
        }

        utf8[0] = (byte)'.';
        int length = DigitsOfLong;
        while (decimals % 10 == 0)
        {
            decimals /= 10;
            length--;
        }

        for (int k = length; k > 0; k--)
        {
            (decimals, ulong digit) = Math.DivRem(decimals, 10);
            utf8[k] = (byte)('0' + digit);
        }

        return length + 1;
    }

    private string FormatLarge()
    {
        LargeRatio large = ToLarge();
        BigInteger magnitude = BigInteger.Abs(large.Numerator);
        int decimals = DecimalsOf(magnitude, large.Denominator);
        BigInteger scaled = (magnitude * s_powersOfTen[decimals] * 2 + large.Denominator) / (large.Denominator * 2);
        string digits = scaled.ToString(System.Globalization.CultureInfo.InvariantCulture).PadLeft(decimals + 1, '0');
        string fraction = digits[^decimals..].TrimEnd('0');
        string sign = large.Numerator.Sign < 0 && !scaled.IsZero ? "-" : "";
        return fraction.Length == 0 ? sign + digits[..^decimals] : $"{sign}{digits[..^decimals]}.{fraction}";
    }

    // How many decimals show the significant digits; at most what the table of powers has.
    private static int DecimalsOf(BigInteger numerator, BigInteger denominator)
    {
        if (numerator.IsZero)
        {
            return 0;
        }

        int decimals = 0;
        while (decimals < 100 && numerator * s_powersOfTen[decimals] < denominator)
        {
            decimals++;
        }

        // Digits before the point leave fewer for after it.
        BigInteger whole = numerator / denominator;
        int before = whole.IsZero ? 0 : (int)Math.Ceiling(whole.GetBitLength() * 0.30103);
        return Math.Clamp(decimals + SignificantDigits - before, 0, 150);
    }
}
