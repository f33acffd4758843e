using Breakwater.Domain;

namespace Breakwater.Simulation.Tests;

public sealed class EventQueueTests
{
    [Fact]
    public void Equal_times_are_taken_in_the_order_of_planning()
    {
        var queue = new EventQueue();
        var time = Timestamp.FromUnixNanoseconds(5);
        for (int actor = 0; actor < 1_000; actor++)
        {
            queue.Plan(time, actor);
        }

        for (int expected = 0; expected < 1_000; expected++)
        {
            Assert.True(queue.TryTakeNext(out Timestamp at, out int actor));
            Assert.Equal((time, expected), (at, actor));
        }

        Assert.False(queue.TryTakeNext(out _, out _));
    }

    [Fact]
    public void Seeded_plans_come_out_as_a_sorted_list_would_give_them()
    {
        var draws = new DrawStream(new Seed(3), 1, new DrawPurpose(1), 0);
        var queue = new EventQueue();
        var naive = new List<(long Time, int Planned)>();
        int planned = 0;
        for (int step = 0; step < 20_000; step++)
        {
            if (naive.Count == 0 || draws.NextBernoulli(0.55))
            {
                long time = (long)draws.NextBelow(500);
                queue.Plan(Timestamp.FromUnixNanoseconds(time), planned);
                naive.Add((time, planned++));
                continue;
            }

            (long Time, int Planned) first = naive.Min();
            naive.Remove(first);
            Assert.True(queue.TryTakeNext(out Timestamp at, out int actor));
            Assert.Equal(first, (at.UnixNanoseconds, actor));
            Assert.Equal(naive.Count, queue.Count);
        }
    }
}
