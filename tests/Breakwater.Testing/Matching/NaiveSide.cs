using Breakwater.Domain;

namespace Breakwater.Testing.Matching;

/// <summary>One side of the naive book: a sorted map from price to a list of orders, the best price first.</summary>
internal sealed class NaiveSide(Side side)
{
    private readonly SortedDictionary<long, List<NaiveOrder>> _levels = new(
        Comparer<long>.Create((a, b) => side == Side.Buy ? b.CompareTo(a) : a.CompareTo(b))
    );

    public IEnumerable<NaiveOrder> Orders => _levels.Values.SelectMany(level => level);

    public IEnumerable<KeyValuePair<long, List<NaiveOrder>>> Levels => _levels;

    public NaiveOrder? First => _levels.Count == 0 ? null : _levels.First().Value[0];

    public void Append(NaiveOrder order)
    {
        if (!_levels.TryGetValue(order.Price, out List<NaiveOrder>? level))
        {
            level = [];
            _levels.Add(order.Price, level);
        }

        level.Add(order);
    }

    public void Remove(NaiveOrder order)
    {
        List<NaiveOrder> level = _levels[order.Price];
        level.Remove(order);
        if (level.Count == 0)
        {
            _levels.Remove(order.Price);
        }
    }
}
