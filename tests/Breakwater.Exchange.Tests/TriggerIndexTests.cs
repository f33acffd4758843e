using Breakwater.Matching;
using Breakwater.Testing.Matching;

namespace Breakwater.Exchange.Tests;

/// <summary>An index gives the highest of what it holds, whatever came and went before.</summary>
public sealed class TriggerIndexTests
{
    private const int Positions = 3_000;

    private readonly Draws _draws = new(5);
    private readonly Slab<TriggerLink> _links = new(Positions);
    private readonly SortedSet<(int Rank, int Position)> _expected = [];
    private readonly int[] _ranks = new int[Positions];
    private TriggerIndex _index;

    public TriggerIndexTests()
    {
        _ranks.AsSpan().Fill(-1);
        _index = new TriggerIndex(_links, ordinal: 0, positions: 0);
    }

    [Fact]
    public void It_is_empty_at_first() => Assert.Equal(-1, _index.Highest);

    [Theory]
    [InlineData(1, TriggerIndex.MaxRank)]
    [InlineData(9, TriggerIndex.MaxRank)]
    [InlineData(Positions, TriggerIndex.MaxRank)]
    [InlineData(Positions, 20)]
    public void It_gives_the_highest_while_positions_come_move_and_go(int positions, int ranks)
    {
        for (int turn = 0; turn < 50_000; turn++)
        {
            int position = 1 + _draws.Below(Math.Min(positions, Positions - 1));
            if (_draws.Below(3) > 0 || _ranks[position] < 0)
            {
                Place(position, _draws.Below(ranks + 1));
            }
            else
            {
                Remove(position);
            }

            AssertHighest();
        }
    }

    [Fact]
    public void Positions_leave_from_the_highest_down()
    {
        for (int position = 1; position < Positions; position++)
        {
            Place(position, _draws.Below(500));
        }

        Drain();
    }

    [Fact]
    public void It_goes_on_from_a_saved_state()
    {
        for (int position = 1; position < 200; position++)
        {
            Place(position, _draws.Below(1_000));
        }

        long[] saved = _index.Save();
        TriggerLink[] links = [.. LinksNow()];
        for (int position = 100; position < Positions; position++)
        {
            _index.Place(position, 2_000 + position);
        }

        Restore(saved, links);
        Assert.Equal(saved, _index.Save());
        MoveAndDrain();
    }

    [Fact]
    public void Another_goes_on_from_a_saved_state()
    {
        for (int position = 1; position < Positions; position++)
        {
            Place(position, _draws.Below(1_000));
        }

        long[] saved = _index.Save();
        _index = new TriggerIndex(_links, ordinal: 0, positions: 0);
        Restore(saved, [.. LinksNow()]);
        MoveAndDrain();
    }

    [Fact]
    public void A_position_is_in_one_index_at_most_and_leaves_none_that_it_is_not_in()
    {
        var other = new TriggerIndex(_links, ordinal: 1, positions: 0);
        other.Place(1, 5);
        Assert.Throws<InvalidOperationException>(() => _index.Place(1, 6));
        Assert.Throws<InvalidOperationException>(() => _index.Remove(1));
        Assert.Throws<InvalidOperationException>(() => _index.Remove(2));
    }

    private void Restore(long[] saved, TriggerLink[] links)
    {
        _index.Restore(saved);
        for (int position = 0; position < Positions; position++)
        {
            _links.At(position) = links[position];
        }
    }

    private void MoveAndDrain()
    {
        for (int turn = 0; turn < 5_000; turn++)
        {
            Place(1 + _draws.Below(Positions - 1), _draws.Below(1_000));
            AssertHighest();
        }

        Drain();
    }

    private void Drain()
    {
        while (_expected.Count > 0)
        {
            AssertHighest();
            Remove(_index.First);
        }

        Assert.Equal(-1, _index.Highest);
    }

    private IEnumerable<TriggerLink> LinksNow() =>
        Enumerable.Range(0, Positions).Select(position => _links.At(position));

    private void Place(int position, int rank)
    {
        _expected.Remove((_ranks[position], position));
        _expected.Add((rank, position));
        _ranks[position] = rank;
        _index.Place(position, rank);
    }

    private void Remove(int position)
    {
        _expected.Remove((_ranks[position], position));
        _ranks[position] = -1;
        _index.Remove(position);
    }

    private void AssertHighest()
    {
        int highest = _expected.Count == 0 ? -1 : _expected.Max.Rank;
        Assert.Equal(highest, _index.Highest);
        if (highest >= 0)
        {
            Assert.Equal(_expected.Max.Position, _index.First);
        }
    }
}
