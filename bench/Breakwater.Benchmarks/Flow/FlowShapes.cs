using Breakwater.Domain;

namespace Breakwater.Benchmarks.Flow;

/// <summary>Flows that try to make the book slow.</summary>
internal static class FlowShapes
{
    private const int Rows = 1_000_000;
    private const int Middle = 131_072;
    private const ulong Multiplier = 6364136223846793005;
    private const ulong Increment = 1442695040888963407;

    /// <summary>A thousand orders over the whole range of prices; each add is followed by a cancel of an old one.</summary>
    public static FlowRow[] WideThinBook()
    {
        ulong state = 1;
        return AddThenCancel(resting: 1_000, id => Limit(id, Below(ref state, Middle - 2)));
    }

    /// <summary>100,000 orders at one price; orders join at the end and leave from all over the queue.</summary>
    public static FlowRow[] OneDeepLevel() => AddThenCancel(resting: 100_000, id => Add(id, Side.Buy, Middle));

    /// <summary>The best bid jumps between two distant prices: made, taken away, made again.</summary>
    public static FlowRow[] PingPong() =>
        AddThenCancel(resting: 1, id => Add(id, Side.Buy, id % 2 == 0 ? Middle : Middle - 100_000));

    private static FlowRow[] AddThenCancel(int resting, Func<int, FlowRow> add)
    {
        List<FlowRow> rows = [];
        ulong state = 7;
        int[] open = new int[resting];
        for (int id = 1; rows.Count < Rows; id++)
        {
            int place = id <= resting ? id - 1 : Below(ref state, resting);
            rows.Add(add(id));
            if (id > resting)
            {
                rows.Add(new FlowRow(open[place], 0, 0, FlowCommandKind.Cancel, Side.Buy));
            }

            open[place] = id;
        }

        return [.. rows];
    }

    private static FlowRow Limit(int id, int distance) =>
        id % 2 == 0 ? Add(id, Side.Buy, Middle - 1 - distance) : Add(id, Side.Sell, Middle + 1 + distance);

    private static FlowRow Add(int id, Side side, int price) => new(id, price, 10, FlowCommandKind.Add, side);

    private static int Below(ref ulong state, int bound)
    {
        state = unchecked((state * Multiplier) + Increment);
        return (int)((state >> 33) % (ulong)bound);
    }
}
