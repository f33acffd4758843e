using Breakwater.Domain;
using Breakwater.Exchange;

namespace Breakwater.Simulation.Tests;

public sealed class LargestPositionsTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(10)]
    [InlineData(3_000)]
    public void They_are_the_largest_of_all_positions_sorted(int count)
    {
        var world = new World(TestWorld.Create());
        VenueInWorld venue = world.Venues[0];
        venue.Open();
        LargestPositions largest = venue.Venue.LargestPositions(count);
        foreach (bool isLong in (bool[])[true, false])
        {
            for (int instrument = 0; instrument < 2; instrument++)
            {
                var id = new InstrumentId(instrument);
                Assert.Equal(SumOfLargest(venue.Venue, id, isLong, count), largest.Held(id, isLong).Lots);
            }
        }
    }

    // Every account that a simulated one stands for is written out.
    private static long SumOfLargest(Venue venue, InstrumentId instrument, bool isLong, int count) =>
        Enumerable
            .Range(VenueInWorld.FirstTrader, venue.AccountCount - VenueInWorld.FirstTrader)
            .Select(index => new AccountId(index))
            .Where(account =>
                venue.PositionOf(account, instrument).Lots is var lots && (isLong ? lots.IsLong : lots.IsShort)
            )
            .SelectMany(account =>
                Enumerable.Repeat(
                    venue.PositionOf(account, instrument).Lots.Magnitude.Lots / venue.WeightOf(account),
                    venue.WeightOf(account)
                )
            )
            .OrderDescending()
            .Take(count)
            .Sum();
}
