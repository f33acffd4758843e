using System.Numerics;

namespace Breakwater.Domain.Tests;

/// <summary>Exact numbers of every length against fractions of unbounded integers that are always reduced.</summary>
public sealed class RationalTests
{
    private const int Steps = 5_000;

    private DrawStream _draws = new(new Seed(7), participant: 0, new DrawPurpose(901), bucket: 0);

    [Fact]
    public void Arithmetic_is_that_of_unbounded_fractions()
    {
        (Rational real, Naive twin) = Draw();
        for (int step = 0; step < Steps; step++)
        {
            (Rational other, Naive naive) = Draw();
            (real, twin) = _draws.NextBelow(4) switch
            {
                0 => (real + other, twin.Plus(naive)),
                1 => (real - other, twin.Plus(naive.Negated)),
                2 => (real * other, twin.Times(naive)),
                _ => (real / other, twin.Times(naive.Inverse)),
            };
            Assert.Equal(twin.Exact, real);
            Assert.Equal(twin.Numerator.Sign, real.Sign);
            Assert.Equal(twin.Plus(naive.Negated).Numerator.Sign, real.CompareTo(other));
            Assert.Equal(Naive.Whole(twin.Floor), real.ToInteger(Rounding.Floor));
            Assert.Equal(Naive.Whole(-twin.Negated.Floor), real.ToInteger(Rounding.Ceiling));
            if (twin.IsLong || real.IsZero)
            {
                (real, twin) = Draw();
            }
        }
    }

    [Theory]
    [InlineData("9223372036854775807", "9223372036854775807")]
    [InlineData("-0.1234567890123456789", "-0.1234567890123456789")]
    [InlineData("5e-3", "0.005")]
    [InlineData("10203040506070809.01", "10203040506070809.01")]
    public void A_number_is_written_as_it_was_read(string read, string written) =>
        Assert.Equal(written, Rational.Parse(read).ToString());

    [Fact]
    public void Equal_numbers_are_written_alike_however_they_came_about()
    {
        for (int step = 0; step < Steps; step++)
        {
            (Rational real, Naive twin) = Draw();
            (Rational other, Naive naive) = Draw();
            Assert.Equal(twin.Times(naive.Inverse).Exact.ToString(), (real / other).ToString());
        }
    }

    [Fact]
    public void A_number_is_written_to_the_nearest_digit()
    {
        for (int step = 0; step < Steps; step++)
        {
            (Rational real, Naive twin) = Draw();
            (Rational other, Naive naive) = Draw();
            Assert.Equal(twin.Text, real.ToString());
            Assert.Equal(twin.Times(naive).Text, (real * other).ToString());
        }
    }

    // Of any length up to 64 bits, so that products and sums of a few pass 64 bits and then 128.
    private (Rational Real, Naive Twin) Draw()
    {
        long numerator = (long)(_draws.NextUInt64() >> (1 + (int)_draws.NextBelow(62))) + 1;
        long denominator = (long)(_draws.NextUInt64() >> (1 + (int)_draws.NextBelow(62))) + 1;
        numerator = _draws.NextBernoulli(0.5) ? numerator : -numerator;
        return (Rational.FromInteger(numerator) / Rational.FromInteger(denominator), new Naive(numerator, denominator));
    }

    private readonly record struct Naive
    {
        private const int LongestBits = 400;

        public Naive(BigInteger numerator, BigInteger denominator)
        {
            BigInteger divisor = BigInteger.GreatestCommonDivisor(numerator, denominator) * denominator.Sign;
            (Numerator, Denominator) = (numerator / divisor, denominator / divisor);
        }

        public BigInteger Numerator { get; }

        public BigInteger Denominator { get; }

        public bool IsLong => Numerator.GetBitLength() > LongestBits || Denominator.GetBitLength() > LongestBits;

        public Naive Negated => new(-Numerator, Denominator);

        public Naive Inverse => new(Denominator, Numerator);

        public BigInteger Floor =>
            BigInteger.DivRem(Numerator, Denominator, out BigInteger rest) - (rest.Sign < 0 ? 1 : 0);

        /// <summary>Eighteen decimals; below one twenty digits after the noughts. Halves go away from zero.</summary>
        public string Text
        {
            get
            {
                BigInteger over = BigInteger.Abs(Numerator);
                int noughts = 0;
                while (over * BigInteger.Pow(10, noughts + 1) < Denominator)
                {
                    noughts++;
                }

                int decimals = over < Denominator ? noughts + 20 : 18;
                BigInteger scaled = (over * BigInteger.Pow(10, decimals) * 2 + Denominator) / (Denominator * 2);
                string digits = $"{scaled}".PadLeft(decimals + 1, '0');
                string text = $"{digits[..^decimals]}.{digits[^decimals..]}".TrimEnd('0').TrimEnd('.');
                return Numerator.Sign < 0 ? "-" + text : text;
            }
        }

        public Rational Exact => Whole(Numerator) / Whole(Denominator);

        public Naive Plus(Naive other) =>
            new(Numerator * other.Denominator + other.Numerator * Denominator, Denominator * other.Denominator);

        public Naive Times(Naive other) => new(Numerator * other.Numerator, Denominator * other.Denominator);

        /// <summary>Digit by digit: nothing but products and sums with short numbers.</summary>
        public static Rational Whole(BigInteger value)
        {
            Rational whole = Rational.Zero;
            foreach (char digit in BigInteger.Abs(value).ToString(System.Globalization.CultureInfo.InvariantCulture))
            {
                whole = whole * Rational.FromInteger(10) + Rational.FromInteger(digit - '0');
            }

            return value.Sign < 0 ? -whole : whole;
        }
    }
}
