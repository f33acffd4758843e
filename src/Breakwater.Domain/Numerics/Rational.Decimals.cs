using System.Buffers;
using System.Buffers.Text;

namespace Breakwater.Domain;

public readonly partial struct Rational
{
    /// <summary>What stands after the point: eighteen digits, and some more.</summary>
    private readonly record struct Decimals
    {
        private static readonly StandardFormat[] s_formats =
        [
            .. Enumerable.Range(0, DigitsOfLong + 1).Select(digits => new StandardFormat('D', (byte)digits)),
        ];

        private readonly ulong _first;
        private readonly ulong _more;
        private readonly int _digitsOfMore;

        /// <param name="first">Up to 10^18: what is rounded up to it is carried.</param>
        /// <param name="more">Up to ten to the power of its digits.</param>
        public Decimals(ulong first, ulong more, int digitsOfMore)
        {
            bool carries = digitsOfMore > 0 && more == (ulong)s_smallPowersOfTen[digitsOfMore];
            (_first, _more, _digitsOfMore) = (carries ? first + 1 : first, carries ? 0 : more, digitsOfMore);
        }

        /// <summary>To the whole part: 0 or 1.</summary>
        public ulong Carried => _first == Ten18 ? 1u : 0u;

        /// <summary>The point and the digits, without noughts at the end; nothing where there are only noughts.</summary>
        public int Write(Span<byte> utf8)
        {
            if (_first is 0 or Ten18 && _more == 0)
            {
                return 0;
            }

            utf8[0] = (byte)'.';
            Utf8Formatter.TryFormat(_first, utf8[1..], out int length, s_formats[DigitsOfLong]);
            if (_more != 0)
            {
                Utf8Formatter.TryFormat(_more, utf8[(length + 1)..], out int added, s_formats[_digitsOfMore]);
                length += added;
            }

            return utf8[..(length + 1)].TrimEnd((byte)'0').Length;
        }
    }
}
