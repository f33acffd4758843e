using Breakwater.Domain;
using Breakwater.Testing.Matching;

namespace Breakwater.Exchange.Tests;

/// <summary>Who is open on a side is known without looking at him, whatever he did before.</summary>
public sealed class SidesHeldTests
{
    private const int Positions = 200;

    private static readonly int[] s_some = [.. Enumerable.Range(0, Positions).Where(position => position % 3 != 1)];

    private readonly SidesHeld _sides = new(Positions);
    private readonly long[] _lots = new long[Positions];

    [Fact]
    public void At_first_nobody_is() => AssertCopies();

    [Fact]
    public void Positions_open_turn_and_close()
    {
        var draws = new Draws(11);
        for (int turn = 0; turn < 5_000; turn++)
        {
            int position = draws.Below(Positions);
            _lots[position] = draws.Below(3) - 1;
            _sides.Set(position, Quantity.FromLots(_lots[position]));
            AssertCopies();
        }
    }

    private void AssertCopies()
    {
        Assert.Equal(s_some.Where(position => _lots[position] > 0), OpenOn(isLong: true));
        Assert.Equal(s_some.Where(position => _lots[position] < 0), OpenOn(isLong: false));
    }

    private int[] OpenOn(bool isLong)
    {
        int[] open = new int[s_some.Length];
        return open[.._sides.CopyOpen(isLong, s_some, open)];
    }
}
