using System.Globalization;
using System.Text;
using Breakwater.Domain;
using Breakwater.Matching;

namespace Breakwater.Testing.Matching;

/// <summary>Runs a specification: one command per line with its expected outcome last, then the book.</summary>
/// <remarks>
/// <code>
/// sell 5 @ 101             -> accepted 1
/// buy 3 @ 101 owner 7 ioc  -> accepted 2, filled 3 @ 101 (2 takes 1)
/// | bid | price | ask |
/// |     | 101   | 2   |
/// </code>
/// A level lists what its orders show, in the order of the queue. The book may be left out.
/// </remarks>
public static class BookTable
{
    /// <returns>The same text with the outcomes and the book as they came out; equal to the input where all is as expected.</returns>
    public static string Play(IBook book, EventRecorder events, string table)
    {
        StringBuilder result = new();
        int column = table.Split('\n').Max(line => line.IndexOf("->", StringComparison.Ordinal));
        foreach (string line in table.Split('\n').Where(line => line.Contains("->", StringComparison.Ordinal)))
        {
            string command = line.Split("->")[0].Trim();
            BookCommand.Apply(book, command);
            string outcome = string.Join(", ", events.Take().Select(Describe));
            result.AppendLine((command.PadRight(column) + "-> " + outcome).TrimEnd());
        }

        if (table.Contains("| bid", StringComparison.Ordinal))
        {
            result.Append(Draw(book));
        }

        return result.ToString().TrimEnd();
    }

    private static string Describe(MarketEvent fact)
    {
        long number = fact.Order.Value;
        string at = FormattableString.Invariant($"{fact.Quantity.Lots} @ {fact.Price.Ticks}");
        return fact.Kind switch
        {
            EventKind.OrderAccepted => FormattableString.Invariant($"accepted {number}"),
            EventKind.OrderRejected => $"rejected {(OrderRejection)fact.Detail}",
            EventKind.OrderFilled => FormattableString.Invariant(
                $"filled {at} ({number} {Verb(fact)} {fact.MakerOrder.Value})"
            ),
            EventKind.OrderDecremented => FormattableString.Invariant(
                $"decremented {fact.Quantity.Lots} ({number} meets {fact.MakerOrder.Value})"
            ),
            EventKind.OrderAmended => FormattableString.Invariant(
                $"amended {number} to {at}{Shows(fact)}{(fact.Detail >= MarketEvent.KeptPlace ? " in place" : "")}"
            ),
            EventKind.OrderCancelled => FormattableString.Invariant(
                $"cancelled {fact.Quantity.Lots} of {number} {(CancelReason)fact.Detail}"
            ),
            EventKind.OrderExpired => FormattableString.Invariant($"expired {fact.Quantity.Lots} of {number}"),
            EventKind.OrderTriggered => FormattableString.Invariant($"triggered {number} by {fact.Price.Ticks}"),
            EventKind.OrderReplenished => FormattableString.Invariant(
                $"replenished {number} shows {fact.Quantity.Lots} hides {fact.SecondAmount.MinorUnits}"
            ),
            EventKind.TradingHalted => "halted",
            EventKind.AuctionOpened => "gathering",
            EventKind.TradingResumed => FormattableString.Invariant(
                $"resumed {at} imbalance {fact.SecondAmount.MinorUnits}"
            ),
            _ => fact.ToString(),
        };
    }

    // Nothing where it shows all of itself.
    private static string Shows(MarketEvent fact)
    {
        long shown = fact.SecondAmount.MinorUnits;
        return shown == fact.Quantity.Lots ? "" : FormattableString.Invariant($" shows {shown}");
    }

    private static string Verb(MarketEvent fact) => fact.Detail == 2 ? "buys from" : "takes";

    private static string Draw(IBook book)
    {
        ILookup<long, string> bids = Shown(book.Queue(Side.Buy));
        ILookup<long, string> asks = Shown(book.Queue(Side.Sell));
        List<string[]> rows =
        [
            ["bid", "price", "ask"],
        ];
        foreach (long price in bids.Concat(asks).Select(level => level.Key).Distinct().OrderDescending())
        {
            rows.Add([
                string.Join(' ', bids[price]),
                price.ToString(CultureInfo.InvariantCulture),
                string.Join(' ', asks[price]),
            ]);
        }

        int[] widths = [.. Enumerable.Range(0, 3).Select(column => rows.Max(row => row[column].Length))];
        return string.Join(Environment.NewLine, rows.Select(row => Row(row, widths)));
    }

    private static string Row(string[] cells, int[] widths) =>
        "| " + string.Join(" | ", cells.Select((cell, column) => cell.PadRight(widths[column]))) + " |";

    private static ILookup<long, string> Shown(IReadOnlyList<OrderState> queue) =>
        queue.ToLookup(
            order => order.Price.Ticks,
            order => order.Displayed.Lots.ToString(CultureInfo.InvariantCulture)
        );
}
