using Breakwater.Domain;
using Breakwater.Matching;

namespace Breakwater.Testing.Matching;

/// <summary>An endless stream of commands over every order type, drawn from one seed: sound, unsound and hostile ones.</summary>
/// <remarks>Every few thousand commands the market changes its width: from all orders on a handful of prices to a thin book over millions.</remarks>
public sealed class CommandDraws
{
    private const int CommandsPerMarket = 4_000;
    private const int ManyOrders = 150;
    private static readonly int[] Widths = [3, 12, 200, 5_000, 2_000_000];
    private readonly Draws _draws;
    private readonly bool _marks;
    private IBook _seen = null!;
    private int _commands;
    private int _width;
    private long _centre;
    private long _numbers;
    private long _time;

    public CommandDraws(ulong seed)
    {
        _draws = new Draws(seed);
        _marks = !_draws.OneIn(3);
        int step = 1 + (_draws.Below(2) * 4);
        Rules = new BookRules
        {
            PriceStep = step,
            QuantityStep = 1 + _draws.Below(2),
            MaxQuantity = Quantity.FromLots(1_000),
            MinNotional = Money.FromMinorUnits(_draws.Below(2) * 5_000_000),
            Band = _draws.OneIn(2) ? Rate.FromFraction(1, 3) : null,
        };
        Move();
    }

    public BookRules Rules { get; }

    /// <summary>Draws the next command, with an eye on the first book, and gives it to every one. They number orders alike.</summary>
    public void Next(ReadOnlySpan<IBook> books, int openOrders)
    {
        if (++_commands % CommandsPerMarket == 0)
        {
            Move();
        }

        _seen = books[0];
        Action<IBook> command = Draw(openOrders);
        foreach (IBook book in books)
        {
            command(book);
        }
    }

    private void Move()
    {
        _width = Widths[_draws.Below(Widths.Length)];
        _centre = 3_000_000 + (_draws.Below(40_000_000) / 5 * 5);
    }

    private Action<IBook> Draw(int openOrders) =>
        _draws.Below(100) switch
        {
            < 55 when openOrders < ManyOrders => Submission(),
            < 79 => Cancellation(),
            79 => Shrinking(),
            < 88 => Amendment(),
            < 93 => Time(),
            < 97 => Prices(),
            97 => MassCancel(),
            98 => book => book.ResumeTrading(),
            _ => Phase(),
        };

    private Action<IBook> Submission()
    {
        NewOrder order = Order();
        return book => _numbers = Math.Max(_numbers, book.Submit(order).Value);
    }

    private NewOrder Order()
    {
        int owner = AnyOwner();
        Side side = (Side)_draws.Below(2);
        Quantity quantity = AnyQuantity();
        NewOrder order = _draws.OneIn(7)
            ? NewOrder.Market(owner, side, quantity)
            : NewOrder.Limit(owner, side, AnyPrice(), quantity);
        order = _draws.Below(10) switch
        {
            0 => order.ImmediateOrCancel(),
            1 => FillOrKill(order),
            2 => order.Until(Timestamp.FromUnixNanoseconds(_time + _draws.Below(60))),
            _ => order,
        };
        order = _draws.OneIn(8) ? order.PostOnly() : order;
        order = _draws.OneIn(5) ? order.ReduceOnly() : order;
        order = _draws.OneIn(6) ? order.Showing(Quantity.FromLots(_draws.Below(8))) : order;
        order = _draws.OneIn(8)
            ? order.StoppedAt(AnyPrice(), (PriceSource)_draws.Below(_draws.OneIn(50) ? 4 : 3))
            : order;
        return order.OnSelfTrade((SelfTradePrevention)_draws.Below(_draws.OneIn(50) ? 8 : 5));
    }

    // Often near what there is to take, so that a few lots decide.
    private NewOrder FillOrKill(NewOrder order)
    {
        bool buys = order.Terms.Side == Side.Buy;
        long lots = _seen
            .Queue(buys ? Side.Sell : Side.Buy)
            .Where(maker => order.Terms.IsMarket || (buys ? maker.Price <= order.Price : maker.Price >= order.Price))
            .Sum(maker => maker.Open.Lots);
        lots = Math.Min(lots - (Rules.QuantityStep * _draws.Below(12)), Rules.MaxQuantity.Lots);
        return lots > 0 && _draws.OneIn(2)
            ? order.FillOrKill() with
            {
                Quantity = Quantity.FromLots(lots),
            }
            : order.FillOrKill();
    }

    private Action<IBook> Cancellation()
    {
        OrderId id = AnyOrder();
        return book => book.Cancel(id);
    }

    private Action<IBook> Amendment()
    {
        OrderId id = AnyOrder();
        Quantity quantity = AnyQuantity();
        Price price = AnyPrice();
        bool samePrice = _draws.OneIn(2);
        return book => book.Amend(id, samePrice ? PriceOf(book, id, price) : price, quantity);
    }

    // A hint from the book itself, so that amendments which keep their place are common.
    private static Price PriceOf(IBook book, OrderId id, Price otherwise)
    {
        foreach (OrderState order in book.Queue(Side.Buy).Concat(book.Queue(Side.Sell)))
        {
            if (order.Id == id)
            {
                return order.Price;
            }
        }

        return otherwise;
    }

    private Action<IBook> Time()
    {
        _time += _draws.Below(6);
        Timestamp time = Timestamp.FromUnixNanoseconds(_time);
        return book => book.AdvanceTo(time);
    }

    private Action<IBook> Prices()
    {
        Price price = AnyPrice();
        price = price > Price.Zero ? price : Price.FromTicks(1);
        return _marks && _draws.OneIn(2) ? book => book.UpdateMark(price) : book => book.UpdateIndex(price);
    }

    private Action<IBook> MassCancel()
    {
        int owner = AnyOwner();
        return book => book.CancelAll(owner);
    }

    private Action<IBook> Shrinking()
    {
        int owner = AnyOwner();
        return book => book.ShrinkReduceOnly(owner);
    }

    private Action<IBook> Phase() =>
        _draws.Below(8) switch
        {
            0 => book => book.Halt(),
            < 4 => book => book.OpenAuction(),
            _ => book => book.ResumeTrading(),
        };

    private int AnyOwner() => _draws.Below(6) - 1;

    private OrderId AnyOrder()
    {
        IReadOnlyList<OrderState> queue = _seen.Queue((Side)_draws.Below(2));
        return queue.Count > 0 && _draws.OneIn(3) ? queue[_draws.Below(queue.Count)].Id : AnyNumber();
    }

    private OrderId AnyNumber() =>
        new(Math.Max(0, _numbers - _draws.Below(1 + _draws.Below(_draws.OneIn(20) ? 100_000 : 250))));

    private Price AnyPrice() =>
        Price.FromTicks(
            _draws.OneIn(200)
                ? _draws.Below(3) - 1
                : _centre
                    + ((_draws.Below((2 * _width) + 1) - _width) * (long)Rules.PriceStep)
                    + (_draws.OneIn(60) ? 1 : 0)
        );

    private Quantity AnyQuantity() =>
        Quantity.FromLots(_draws.OneIn(100) ? _draws.Below(1_200) - 1 : 2 * (1 + _draws.Below(15)));
}
