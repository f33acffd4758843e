using Breakwater.Domain;
using Breakwater.Testing;

namespace Breakwater.Exchange.Tests;

/// <summary>What a rehearsal says the ladder would order is what the ladder orders.</summary>
public sealed class RehearsalTests
{
    private const int Markets = 60;
    private const int Accounts = 40;
    private const long Start = 5_000;
    private const long Reach = 3_000;

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    public void While_one_mark_moves_every_order_comes_as_rehearsed(int direction)
    {
        int orders = 0;
        for (ulong seed = 1; seed <= Markets; seed++)
        {
            var market = new Market(seed);
            List<RehearsedOrder> rehearsed = market.Rehearse(market.OthersStay, direction);
            List<RehearsedOrder> played = market.Play(direction);
            orders += played.Count;
            Assert.Equal(played.Select(Key), rehearsed.Select(Key));
        }

        Assert.True(orders > 20 * Markets, $"{orders} orders are too few to show anything");
    }

    [Fact]
    public void While_all_marks_move_the_first_order_comes_at_the_first_mark_that_liquidates()
    {
        int orders = 0;
        for (ulong seed = 1; seed <= Markets; seed++)
        {
            var market = new Market(seed);
            foreach (int direction in (ReadOnlySpan<int>)[-1, 1])
            {
                MarkRay ray = market.Together;
                foreach (IGrouping<int, RehearsedOrder> account in market.Rehearse(ray, direction).GroupBy(Owner))
                {
                    IEnumerable<long> marks = account.Select(order => order.Leader.Ticks);
                    long at = direction < 0 ? marks.Max() : marks.Min();
                    Assert.True(
                        market.SomethingIsLiquidatable(account.Key, ray, at),
                        $"seed {seed}: {account.Key} early"
                    );
                    long before = Math.Clamp(at - direction, Start - Reach, Start + Reach);
                    bool late = before != at && market.SomethingIsLiquidatable(account.Key, ray, before);
                    Assert.False(late && at != Start, $"seed {seed}: {account.Key} late at {at}");
                    orders++;
                }
            }
        }

        Assert.True(orders > 20 * Markets, $"{orders} orders are too few to show anything");
    }

    [Fact]
    public void Nobody_is_left_out_while_all_marks_move()
    {
        for (ulong seed = 1; seed <= Markets; seed++)
        {
            var market = new Market(seed);
            MarkRay ray = market.Together;
            var ordered = market.Rehearse(ray, -1).Select(Owner).ToHashSet();
            for (int account = 2; account < Accounts + 2; account++)
            {
                Assert.Equal(ordered.Contains(account), market.SomethingIsLiquidatable(account, ray, Start - Reach));
            }
        }
    }

    [Fact]
    public void A_follower_s_mark_is_its_share_of_the_move_rounded_down_and_at_least_a_tick()
    {
        Price[] origins = [Price.FromTicks(1_000), Price.FromTicks(300), Price.FromTicks(7)];
        var ray = new MarkRay(
            origins,
            new InstrumentId(0),
            [Rate.Zero, Rate.FromFraction(3, 2), Rate.FromFraction(-1, 1)]
        );
        Assert.Equal([900, 255, 7], Enumerable.Range(0, 3).Select(i => ray.MarkOf(i, 900).Ticks));
        Assert.Equal([999, 299, 7], Enumerable.Range(0, 3).Select(i => ray.MarkOf(i, 999).Ticks));
        Assert.Equal([100, 1, 13], Enumerable.Range(0, 3).Select(i => ray.MarkOf(i, 100).Ticks));
    }

    private static (int, int, long, long) Key(RehearsedOrder order) =>
        (order.Account.Index, order.Instrument.Index, order.Lots.Lots, order.Leader.Ticks);

    private static int Owner(RehearsedOrder order) => order.Account.Index;

    private struct Listing(List<RehearsedOrder> orders) : IRehearsalObserver
    {
        public readonly void Observe(in RehearsedOrder order) => orders.Add(order);
    }

    private sealed class Market
    {
        private static readonly Price s_start = Price.FromTicks(Start);

        private readonly RecordedEvents _events = new();
        private readonly EventLog _log;
        private readonly Venue _venue;
        private readonly int _instruments;
        private readonly Rate[] _rates;

        public Market(ulong seed)
        {
            var luck = new Luck(seed);
            var drawn = new DrawnMarket(luck);
            _instruments = (int)luck.Between(1, 3);
            _log = new EventLog(_events);
            VenueRules rules = drawn.Rules with
            {
                Instruments = [.. Enumerable.Range(0, _instruments).Select(i => InstrumentOf(luck, i))],
                Liquidation = drawn.Rules.Liquidation with
                {
                    Ladder = LadderKind.ShareThenAll,
                    OrderLimitedAtBankruptcyPrice = false,
                    TakeOverBelow = Rate.Zero,
                    PartialAbove = Money.FromMinorUnits(luck.Of(0L, 2_000_000, 40_000_000)),
                },
                Deleveraging = drawn.Rules.Deleveraging with { Trigger = DeleveragingTrigger.FundExhausted },
            };
            var limits = new Limits(Accounts, Accounts * _instruments);
            _venue = new Venue(rules, new MarkLessSlippage(Rate.Zero), limits, _log);
            for (int i = 0; i < _instruments; i++)
            {
                _venue.UpdateMark(default, new InstrumentId(i), s_start);
            }

            _venue.Deposit(default, Venue.Fund, Money.FromMinorUnits(1_000_000_000_000));
            for (int i = 0; i < Accounts; i++)
            {
                OpenAccount(luck);
            }

            _venue.ApplyFunding(default, new InstrumentId(0), Rate.FromFraction(1, 1_000), s_start);
            _rates = [.. Enumerable.Range(0, _instruments).Select(_ => Rate.FromFraction(luck.Between(1, 20), 10))];
        }

        public MarkRay OthersStay => MarkRay.OthersStay(_venue.CurrentMarks, new InstrumentId(0));

        public MarkRay Together => new(_venue.CurrentMarks, new InstrumentId(0), _rates);

        public List<RehearsedOrder> Rehearse(MarkRay ray, int direction)
        {
            var orders = new List<RehearsedOrder>();
            var listing = new Listing(orders);
            var last = Price.FromTicks(Start + direction * Reach);
            _venue.Rehearse(ray, direction < 0 ? last : s_start, direction < 0 ? s_start : last, ref listing);
            return [.. orders.OrderBy(Owner)];
        }

        /// <summary>Moves the first mark tick by tick and notes what the venue itself orders.</summary>
        public List<RehearsedOrder> Play(int direction)
        {
            var orders = new List<RehearsedOrder>();
            _log.Flush();
            for (long ticks = Start; ticks != Start + direction * (Reach + 1); ticks += direction)
            {
                _events.Clear();
                _venue.UpdateMark(default, new InstrumentId(0), Price.FromTicks(ticks));
                _log.Flush();
                orders.AddRange(
                    _events
                        .All.Where(fact => fact.Kind == EventKind.PositionLiquidated)
                        .Select(fact => new RehearsedOrder(
                            new AccountId(fact.Account),
                            new InstrumentId(fact.Instrument),
                            fact.Quantity,
                            Price.FromTicks(ticks),
                            Money.Zero,
                            0
                        ))
                );
            }

            return [.. orders.OrderBy(Owner)];
        }

        /// <summary>Whether any margin account of an account is below its maintenance margin at a point of a ray.</summary>
        public bool SomethingIsLiquidatable(int account, MarkRay ray, long leader)
        {
            var id = new AccountId(account);
            Money all = _venue.WalletOf(id);
            bool isolated = false;
            for (int i = 0; i < _instruments; i++)
            {
                InstrumentRules rules = _venue.Rules.Instruments[i];
                PositionView held = _venue.PositionOf(id, new InstrumentId(i));
                Money value = rules.Instrument.Notional(ray.MarkOf(i, leader), held.Lots);
                Money maintenance = rules.Margin.Maintenance(value.Magnitude, held.Lots, _venue.WeightOf(id));
                Money alone = value - held.Cost - held.FundingOwed - (held.Lots.IsZero ? Money.Zero : maintenance);
                isolated |= held.IsolatedMargin.IsPositive && (alone + held.IsolatedMargin).IsNegative;
                all += alone;
            }

            return IsIsolated(id) ? isolated : all.IsNegative;
        }

        private bool IsIsolated(AccountId id) =>
            Enumerable
                .Range(0, _instruments)
                .Any(i => _venue.PositionOf(id, new InstrumentId(i)).IsolatedMargin.IsPositive);

        private static InstrumentRules InstrumentOf(Luck luck, int i)
        {
            var instrument = new Instrument(new InstrumentId(i), $"COIN{i}", Currency.Usdt, 0.000001m, 1m);
            long first = luck.Between(1, 30);
            var schedule = MarginSchedule.FromBrackets([
                (Money.Zero, Rate.FromFraction(first, 1_000), Leverage.FromMultiple(50)),
                (Money.FromMinorUnits(3_000_000), Rate.FromFraction(first + 20, 1_000), Leverage.FromMultiple(20)),
                (Money.FromMinorUnits(30_000_000), Rate.FromFraction(first + 70, 1_000), Leverage.FromMultiple(10)),
            ]);
            return new InstrumentRules(instrument, schedule);
        }

        private void OpenAccount(Luck luck)
        {
            bool cross = luck.Chance(0.6);
            int weight = (int)luck.Of(1L, 1, 3);
            AccountId account = _venue.OpenAccount(default, cross ? MarginMode.Cross : MarginMode.Isolated, weight);
            for (int i = 0; i < _instruments; i++)
            {
                if (i > 0 && luck.Chance(0.4))
                {
                    continue;
                }

                Quantity lots = Quantity.FromLots(luck.Of(-1L, 1) * weight * luck.OfAnySize(3_000));
                Money notional = _venue.Rules.Instruments[i].Instrument.Notional(s_start, lots.Magnitude);
                var margin = Money.FromMinorUnits(notional.MinorUnits * luck.Between(15, 70) / 100);
                _venue.Deposit(default, account, margin);
                Rejection answer = _venue.Adopt(
                    default,
                    new InstrumentId(i),
                    account,
                    lots,
                    s_start,
                    cross ? Money.Zero : margin,
                    Leverage.FromMultiple(1)
                );
                Assert.Equal(Rejection.None, answer);
            }
        }
    }
}
