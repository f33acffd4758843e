using Breakwater.Domain;
using Breakwater.Matching;
using Breakwater.Testing;

namespace Breakwater.Exchange.Tests;

/// <summary>A venue with books, a crowd that trades at random, and marks that wander; all drawn from one seed.</summary>
internal sealed class BookMarket : IEventObserver
{
    private const int Traders = 24;
    private const int FirstTrader = 2;

    private readonly VenueRules _rules;
    private readonly EventLog _log;
    private readonly Price[] _marks;
    private readonly Dictionary<(int Instrument, long Order), OrderTerms> _terms = [];

    // By instrument and account: the order that it sent last, and what that has filled.
    private readonly Dictionary<(int Instrument, int Account), (OrderId Order, long Filled)> _lastOrder = [];
    private DrawStream _draws;
    private long _now;

    /// <param name="change">What is done to the drawn rules.</param>
    public BookMarket(ulong seed, Func<VenueRules, VenueRules>? change = null)
    {
        _draws = new DrawStream(new Seed(seed), 0, new DrawPurpose(950), 0);
        VenueRules drawn = BookVenues.Draw(ref _draws);
        _rules = change is null ? drawn : change(drawn);
        Replay = new EventReplay(_rules);
        _log = new EventLog(this, 64);
        Venue = new Venue(_rules, new Limits(Traders, Traders * 2), _log);
        _marks = [Price.FromTicks(1_000), Price.FromTicks(4_000)];
        Venue.UpdateMark(Now, new InstrumentId(0), _marks[0]);
        Venue.UpdateMark(Now, new InstrumentId(1), _marks[1]);
        Venue.Deposit(Now, Venue.Fund, Money.FromMinorUnits(50_000_000));
        for (int i = 0; i < Traders; i++)
        {
            OpenTrader();
        }
    }

    public Venue Venue { get; }

    public EventReplay Replay { get; }

    /// <summary>Whether the venue is told before each command of whom and of which order a later one might speak.</summary>
    public bool TellsAhead { get; init; }

    /// <summary>Reads along.</summary>
    public IEventObserver? Witness { get; set; }

    public Dictionary<EventKind, long> Seen { get; } = [];

    public long ReducedFills { get; private set; }

    public static IEnumerable<AccountId> Accounts =>
        Enumerable.Range(0, FirstTrader + Traders).Select(index => new AccountId(index));

    public IEnumerable<InstrumentId> Instruments => _rules.Instruments.Select(listed => listed.Instrument.Id);

    private Timestamp Now => Timestamp.FromUnixNanoseconds(_now);

    public void Observe(ReadOnlySpan<MarketEvent> events)
    {
        Witness?.Observe(events);
        foreach (MarketEvent fact in events)
        {
            Seen[fact.Kind] = Seen.GetValueOrDefault(fact.Kind) + 1;
            if (fact.Kind == EventKind.OrderAccepted)
            {
                _terms[(fact.Instrument, fact.Order.Value)] = new OrderTerms((uint)fact.Reference);
                _lastOrder[(fact.Instrument, fact.Account)] = (fact.Order, 0);
            }
            else if (fact.Kind == EventKind.OrderFilled)
            {
                RequireReduction(fact, fact.Order, fact.Account);
                RequireReduction(fact, fact.MakerOrder, fact.Counterparty);
                CountFill(fact);
            }
            else if (fact.Kind == EventKind.PositionLiquidated)
            {
                long filled = _lastOrder[(fact.Instrument, fact.Account)].Filled;
                Assert.Equal(filled, fact.Quantity.Magnitude.Lots);
            }

            Replay.Observe([fact]);
        }
    }

    public void Step()
    {
        _now += 1_000_000 * (1 + (long)_draws.NextBelow(2_000));
        var instrument = new InstrumentId((int)_draws.NextBelow(2));
        if (TellsAhead)
        {
            var anybody = new AccountId((int)(_now % (FirstTrader + Traders + 1)));
            Venue.Expect(anybody);
            Venue.Expect(instrument, anybody, new OrderId(_now % 500));
        }

        switch (_draws.NextBelow(100))
        {
            case < 61:
                SubmitOrder(instrument);
                break;
            case < 62:
                Venue.CancelAll(Now, instrument, AnyTrader());
                break;
            case < 72:
                CancelOrAmend(instrument);
                break;
            case < 90:
                MoveMark(instrument);
                break;
            case < 93:
                Venue.ApplyFunding(Now, instrument, Rate.FromBillionths(Around(200_000)), _marks[instrument.Index]);
                break;
            case < 94:
                Venue.SetPhase(
                    Now,
                    instrument,
                    _draws.NextBernoulli(0.4) ? TradingPhase.Auction
                        : _draws.NextBernoulli(0.1) ? TradingPhase.Halted
                        : TradingPhase.Continuous
                );
                break;
            case < 96:
                Venue.UnwindInventory(Now, instrument, Quantity.FromLots(1 + (long)_draws.NextBelow(50)));
                break;
            case < 97:
                Venue.UpdateIndex(Now, instrument, Near(instrument));
                break;
            case < 98:
                Venue.Withdraw(Now, AnyTrader(), Money.FromMinorUnits(1 + (long)_draws.NextBelow(200_000)));
                break;
            default:
                Venue.Deposit(Now, AnyTrader(), Money.FromMinorUnits(1 + (long)_draws.NextBelow(500_000)));
                break;
        }

        _log.Flush();
    }

    private void CountFill(MarketEvent fill)
    {
        (OrderId order, long filled) = _lastOrder[(fill.Instrument, fill.Account)];
        if (order == fill.Order)
        {
            _lastOrder[(fill.Instrument, fill.Account)] = (order, filled + fill.Quantity.Lots);
        }
    }

    // The replay stands where the fill found the accounts.
    private void RequireReduction(MarketEvent fill, OrderId order, int owner)
    {
        OrderTerms terms = _terms[(fill.Instrument, order.Value)];
        if (!terms.IsReduceOnly || fill.Account == fill.Counterparty)
        {
            return;
        }

        long lots = Replay.PositionOf(new AccountId(owner), new InstrumentId(fill.Instrument)).Lots.Lots;
        ReducedFills++;
        Assert.True(
            (terms.Side == Side.Sell ? lots : -lots) >= fill.Quantity.Lots,
            $"a reduce-only order of {owner} traded {fill.Quantity.Lots} lots against a position of {lots}"
        );
    }

    private void OpenTrader()
    {
        MarginMode mode = _draws.NextBernoulli(0.5) ? MarginMode.Cross : MarginMode.Isolated;
        AccountId account = Venue.OpenAccount(Now, mode, 1 + (int)_draws.NextBelow(2));
        Venue.Deposit(Now, account, Money.FromMinorUnits(100_000 + (long)_draws.NextBelow(3_000_000)));
        Venue.SetFeeTier(account, (int)_draws.NextBelow(2));
        foreach (InstrumentId instrument in Instruments)
        {
            Venue.SetLeverage(Now, instrument, account, Leverage.FromMultiple(1 + (int)_draws.NextBelow(25)));
        }
    }

    private void SubmitOrder(InstrumentId instrument)
    {
        // The outside account quotes deep and without margin: somebody has to be there when all are liquidated.
        AccountId owner = _draws.NextBernoulli(0.25) ? Venue.Outside : AnyTrader();
        Side side = (Side)_draws.NextBelow(2);
        long mark = _marks[instrument.Index].Ticks;
        Price price = Near(instrument);
        Quantity quantity = Quantity.FromLots(1 + (long)_draws.NextBelow(owner == Venue.Outside ? 80UL : 30UL));
        NewOrder order = NewOrder.Limit(owner.Index, side, price, quantity);
        Price stop = StopPrice(side, mark);
        order = _draws.NextBelow(16) switch
        {
            0 => NewOrder.Market(owner.Index, side, quantity),
            1 => order.ImmediateOrCancel(),
            2 => order.FillOrKill(),
            3 => order.PostOnly(),
            4 => order.ReduceOnly(),
            5 => NewOrder.Market(owner.Index, side, quantity).ReduceOnly(),
            6 => order.Showing(Quantity.FromLots(1 + (quantity.Lots / 3))),
            7 => order.Until(Now + Duration.FromMilliseconds(1 + (long)_draws.NextBelow(60_000))),
            8 => NewOrder.Market(owner.Index, side, quantity).ReduceOnly().StoppedAt(stop, PriceSource.Mark),
            9 => NewOrder.Market(owner.Index, side, quantity).StoppedAt(stop, PriceSource.Last),
            10 => NewOrder.Market(owner.Index, side, quantity).StoppedAt(stop, PriceSource.Index),
            11 => order.StoppedAt(stop, PriceSource.Mark),
            _ => order,
        };
        Venue.Submit(Now, instrument, order.OnSelfTrade((SelfTradePrevention)_draws.NextBelow(5)));
    }

    // Mostly where a book with coarse steps takes it, too.
    private Price Near(InstrumentId instrument)
    {
        long mark = _marks[instrument.Index].Ticks;
        long ticks = Math.Max(5, mark + Around(mark / 50));
        return Price.FromTicks(_draws.NextBernoulli(0.1) ? ticks : ticks - ticks % 5);
    }

    private Price StopPrice(Side side, long mark)
    {
        long distance = 1 + (long)_draws.NextBelow((ulong)(mark / 40));
        long ticks = side == Side.Buy ? mark + distance : mark - distance;
        return Price.FromTicks(Math.Max(5, ticks - ticks % 5));
    }

    private void CancelOrAmend(InstrumentId instrument)
    {
        AccountId owner = AnyTrader();
        OrderId order = Venue.BookOf(instrument).FirstOrderOf(owner.Index);
        if (_draws.NextBernoulli(0.5))
        {
            Venue.Cancel(Now, instrument, owner, order);
            return;
        }

        Price price = Price.FromTicks(Math.Max(1, _marks[instrument.Index].Ticks + Around(40)));
        Venue.Amend(Now, instrument, owner, order, price, Quantity.FromLots(1 + (long)_draws.NextBelow(40)));
    }

    private void MoveMark(InstrumentId instrument)
    {
        long ticks = _marks[instrument.Index].Ticks;
        long step = _draws.NextBernoulli(0.1) ? ticks / 12 : ticks / 100;
        _marks[instrument.Index] = Price.FromTicks(Math.Clamp(ticks + Around(step), 50, 100_000));
        Venue.UpdateMark(Now, instrument, _marks[instrument.Index]);
    }

    private AccountId AnyTrader() => new(FirstTrader + (int)_draws.NextBelow(Traders));

    private long Around(long width) => (long)_draws.NextBelow((ulong)(2 * width + 1)) - width;
}
