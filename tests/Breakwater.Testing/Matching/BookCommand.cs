using System.Globalization;
using Breakwater.Domain;
using Breakwater.Matching;

namespace Breakwater.Testing.Matching;

/// <summary>One line of a specification as a command.</summary>
internal static class BookCommand
{
    public static void Apply(IBook book, string text)
    {
        Queue<string> words = new(text.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        switch (words.Dequeue())
        {
            case "buy":
                book.Submit(Order(Side.Buy, words));
                break;
            case "sell":
                book.Submit(Order(Side.Sell, words));
                break;
            case "cancel" when words.Peek() is "all":
                words.Dequeue();
                book.CancelAll((int)Number(words));
                break;
            case "cancel":
                book.Cancel(new OrderId(Number(words)));
                break;
            case "amend":
                Amend(book, words);
                break;
            case "shrink":
                book.ShrinkReduceOnly((int)Number(words));
                break;
            case "time":
                book.AdvanceTo(Timestamp.FromUnixNanoseconds(Number(words)));
                break;
            case "mark":
                book.UpdateMark(Price.FromTicks(Number(words)));
                break;
            case "index":
                book.UpdateIndex(Price.FromTicks(Number(words)));
                break;
            case "halt":
                book.Halt();
                break;
            case "auction":
                book.OpenAuction();
                break;
            case "resume":
                book.ResumeTrading();
                break;
            default:
                throw new FormatException($"no such command: {text}");
        }
    }

    private static void Amend(IBook book, Queue<string> words)
    {
        OrderId id = new(Number(words));
        Quantity quantity = Quantity.FromLots(Number(words));
        words.Dequeue();
        book.Amend(id, Price.FromTicks(Number(words)), quantity);
    }

    private static NewOrder Order(Side side, Queue<string> words)
    {
        Quantity quantity = Quantity.FromLots(Number(words));
        bool limit = words.TryPeek(out string? next) && next is "@";
        if (limit)
        {
            words.Dequeue();
        }

        NewOrder order = limit
            ? NewOrder.Limit(NewOrder.NoOwner, side, Price.FromTicks(Number(words)), quantity)
            : NewOrder.Market(NewOrder.NoOwner, side, quantity);
        while (words.TryDequeue(out string? option))
        {
            order = With(order, option, words);
        }

        return order;
    }

    private static NewOrder With(NewOrder order, string option, Queue<string> words) =>
        option switch
        {
            "owner" => order with { Owner = (int)Number(words) },
            "ioc" => order.ImmediateOrCancel(),
            "fok" => order.FillOrKill(),
            "post" => order.PostOnly(),
            "reduce" => order.ReduceOnly(),
            "until" => order.Until(Timestamp.FromUnixNanoseconds(Number(words))),
            "show" => order.Showing(Quantity.FromLots(Number(words))),
            "stop" => StoppedAt(order, words),
            "self" => order.OnSelfTrade(Enum.Parse<SelfTradePrevention>(words.Dequeue())),
            _ => throw new FormatException($"no such option: {option}"),
        };

    private static NewOrder StoppedAt(NewOrder order, Queue<string> words)
    {
        PriceSource source = Enum.Parse<PriceSource>(words.Dequeue(), ignoreCase: true);
        return order.StoppedAt(Price.FromTicks(Number(words)), source);
    }

    private static long Number(Queue<string> words) => long.Parse(words.Dequeue(), CultureInfo.InvariantCulture);
}
