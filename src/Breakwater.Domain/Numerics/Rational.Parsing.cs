using System.Buffers.Text;
using System.Numerics;
using System.Text;

namespace Breakwater.Domain;

public readonly partial struct Rational
{
    private const int LongestInput = 60;
    private const int LargestExponent = 60;

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
            ? FromBig(digits * s_powersOfTen[power], BigInteger.One)
            : FromBig(digits, s_powersOfTen[-power]);
    }
}
