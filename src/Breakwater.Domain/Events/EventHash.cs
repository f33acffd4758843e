using System.Numerics;
using System.Runtime.InteropServices;

namespace Breakwater.Domain;

/// <summary>A running 128-bit digest of a log: two runs with equal digests wrote the same bytes.</summary>
/// <remarks>
/// Four independent lanes fold sixteen bytes each with one 64 by 64 to 128-bit multiplication, so that an event costs about
/// as much as one multiplication's latency. It detects difference, it is not made to resist an adversary. Events are read
/// as little-endian words.
/// </remarks>
public sealed class EventHash : IEventObserver
{
    // Odd constants with well-spread bits: the fractional parts of the square roots of 2, 3, 5 and 7.
    private const ulong Root2 = 0x6A09E667F3BCC909;
    private const ulong Root3 = 0xBB67AE8584CAA73B;
    private const ulong Root5 = 0x3C6EF372FE94F82B;
    private const ulong Root7 = 0xA54FF53A5F1D36F1;

    private ulong _lane0 = Root2;
    private ulong _lane1 = Root3;
    private ulong _lane2 = Root5;
    private ulong _lane3 = Root7;

    public long Count { get; private set; }

    /// <summary>Goes on from where another one stands.</summary>
    public void ContinueFrom(EventHash other)
    {
        (_lane0, _lane1, _lane2, _lane3) = (other._lane0, other._lane1, other._lane2, other._lane3);
        Count = other.Count;
    }

    public void Observe(ReadOnlySpan<MarketEvent> events)
    {
        ReadOnlySpan<ulong> words = MemoryMarshal.Cast<MarketEvent, ulong>(events);
        ulong lane0 = _lane0;
        ulong lane1 = _lane1;
        ulong lane2 = _lane2;
        ulong lane3 = _lane3;
        while (words.Length >= 8)
        {
            lane0 = Fold(lane0 ^ words[0], words[1], Root3);
            lane1 = Fold(lane1 ^ words[2], words[3], Root5);
            lane2 = Fold(lane2 ^ words[4], words[5], Root7);
            lane3 = Fold(lane3 ^ words[6], words[7], Root2);
            words = words[8..];
        }

        (_lane0, _lane1, _lane2, _lane3) = (lane0, lane1, lane2, lane3);
        Count += events.Length;
    }

    /// <returns>32 lower-case hexadecimal digits.</returns>
    public string Digest()
    {
        unchecked
        {
            ulong count = (ulong)Count;
            ulong high = Fold(Fold(_lane0, _lane1, Root2), _lane2 ^ count, Root5);
            ulong low = Fold(Fold(_lane2, _lane3, Root7), _lane0 ^ count, Root3);
            return FormattableString.Invariant($"{high:x16}{low:x16}");
        }
    }

    // The sum keeps both halves of the input alive when one factor happens to be zero.
    private static ulong Fold(ulong state, ulong word, ulong key)
    {
        unchecked
        {
            ulong high = Math.BigMul(state, word ^ key, out ulong low);
            return (high ^ low) + BitOperations.RotateLeft(state, 23) + word;
        }
    }
}
