using System.Runtime.InteropServices;

namespace Breakwater.Domain.Tests;

public class EventHashTests
{
    [Fact]
    public void An_event_is_64_bytes() => Assert.Equal(64, Marshal.SizeOf<MarketEvent>());

    [Fact]
    public void Batches_make_no_difference()
    {
        MarketEvent[] events = Events(1_000);
        Assert.Equal(DigestOf(events, 1_000), DigestOf(events, 7));
    }

    [Fact]
    public void Every_bit_of_every_byte_counts()
    {
        MarketEvent[] events = Events(3);
        var digests = new HashSet<string>(StringComparer.Ordinal) { DigestOf(events, 3) };
        for (int bit = 0; bit < 3 * MarketEvent.SizeInBytes * 8; bit++)
        {
            MarketEvent[] changed = [.. events];
            MemoryMarshal.AsBytes(changed.AsSpan())[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.True(digests.Add(DigestOf(changed, 3)), $"bit {bit} does not change the digest");
        }
    }

    [Fact]
    public void Order_counts()
    {
        MarketEvent[] events = Events(2);
        Assert.NotEqual(DigestOf(events, 2), DigestOf([events[1], events[0]], 2));
    }

    [Fact]
    public void The_digest_of_a_known_log_is_the_same_on_every_machine() =>
        Assert.Equal(Golden, DigestOf(Events(10_000), 4_096));

    private const string Golden = "a293b803b1435020dbe30f42a00a69de";

    private static MarketEvent[] Events(int count)
    {
        var draws = new DrawStream(new Seed(5), 0, new DrawPurpose(1), 0);
        var events = new MarketEvent[count];
        for (int i = 0; i < count; i++)
        {
            events[i] = MarketEvent.PositionChanged(
                Timestamp.FromUnixNanoseconds(Wide(ref draws)),
                new InstrumentId((int)draws.NextBelow(100)),
                new AccountId((int)draws.NextBelow(1_000_000)),
                new AccountId((int)draws.NextBelow(1_000_000)),
                Quantity.FromLots(Wide(ref draws)),
                Price.FromTicks(Wide(ref draws)),
                Money.FromMinorUnits(Wide(ref draws)),
                Money.FromMinorUnits(Wide(ref draws))
            );
        }

        return events;
    }

    private static long Wide(ref DrawStream draws) => unchecked((long)draws.NextUInt64());

    private static string DigestOf(MarketEvent[] events, int batch)
    {
        var hash = new EventHash();
        foreach (MarketEvent[] chunk in events.Chunk(batch))
        {
            hash.Observe(chunk);
        }

        return hash.Digest();
    }
}
