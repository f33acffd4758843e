using Breakwater.Domain;
using Breakwater.Matching;

namespace Breakwater.Testing.Matching;

/// <summary>All that a book says of its open orders, queue by queue.</summary>
internal static class BookState
{
    private static readonly Side[] Sides = [Side.Buy, Side.Sell];
    private static readonly PriceSource[] Sources = Enum.GetValues<PriceSource>();

    public static IEnumerable<IReadOnlyList<OrderState>> Queues(IBook book)
    {
        foreach (Side side in Sides)
        {
            yield return book.Queue(side);
            foreach (PriceSource source in Sources)
            {
                yield return book.Waiting(source, side);
            }
        }
    }

    /// <summary>A hash of every field of every order and of its place.</summary>
    public static ulong HashOf(IBook book)
    {
        ulong hash = Add(0, book.LastTrade.Ticks);
        foreach (IReadOnlyList<OrderState> queue in Queues(book))
        {
            hash = Add(hash, queue.Count);
            foreach (OrderState order in queue)
            {
                hash = Add(hash, order);
            }
        }

        return hash;
    }

    /// <summary>The first order in which two books differ, for a reader.</summary>
    public static string Difference(IBook expected, IBook actual)
    {
        OrderState[] naive = [.. Queues(expected).SelectMany(queue => queue)];
        OrderState[] real = [.. Queues(actual).SelectMany(queue => queue)];
        int same = naive.Zip(real).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"{naive.ElementAtOrDefault(same)}, {real.ElementAtOrDefault(same)}; last {expected.LastTrade}, {actual.LastTrade}";
    }

    private static ulong Add(ulong hash, in OrderState order)
    {
        hash = Add(hash, order.Id.Value);
        hash = Add(hash, order.Owner);
        hash = Add(hash, order.Terms.Bits);
        hash = Add(hash, order.Price.Ticks);
        hash = Add(hash, order.Displayed.Lots);
        hash = Add(hash, order.Hidden.Lots);
        hash = Add(hash, order.Stop.Ticks);
        hash = Add(hash, order.Peak.Lots);
        return Add(hash, order.ExpiresAt.UnixNanoseconds);
    }

    private static ulong Add(ulong hash, long part) => unchecked(Draws.Mix((hash ^ (ulong)part) + 0x9E3779B97F4A7C15));
}
