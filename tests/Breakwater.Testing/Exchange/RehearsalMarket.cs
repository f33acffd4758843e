using Breakwater.Domain;
using Breakwater.Exchange;

namespace Breakwater.Testing;

/// <summary>A venue with accounts of any size, whose ladder can be rehearsed and then really be played, tick by tick.</summary>
/// <remarks>Orders fill at the mark, the fund never runs dry, and nobody bears another's loss: what a rehearsal takes for granted.</remarks>
public sealed class RehearsalMarket
{
    public const int Accounts = 40;
    public const long Start = 5_000;
    public const long Reach = 3_000;

    private const long LargestNotional = 300_000_000_000_000;
    private static readonly Price s_start = Price.FromTicks(Start);

    private readonly RecordedEvents _events = new();
    private readonly EventLog _log;
    private readonly Venue _venue;
    private readonly Rate[] _rates;
    private Timestamp _now;

    /// <param name="seed">All there is to draw is drawn from it.</param>
    /// <param name="ladder">Of drawn rules.</param>
    public RehearsalMarket(ulong seed, LadderKind ladder)
        : this(new Luck(seed), luck => DrawnRules(luck, ladder), largestLots: 3_000) { }

    /// <param name="rules">A venue's own; one to three of its instruments. Limits of blocks are taken away: a rehearsal leaves them out.</param>
    public RehearsalMarket(ulong seed, VenueRules rules)
        : this(new Luck(seed), luck => SomeOf(luck, rules), largestLots: null) { }

    private RehearsalMarket(Luck luck, Func<Luck, VenueRules> draw, long? largestLots)
    {
        VenueRules rules = draw(luck);
        _log = new EventLog(_events);
        var limits = new Limits(Accounts, Accounts * rules.Instruments.Count);
        _venue = new Venue(rules, new MarkLessSlippage(Rate.Zero), limits, _log);
        for (int i = 0; i < rules.Instruments.Count; i++)
        {
            Require(_venue.UpdateMark(default, new InstrumentId(i), s_start));
        }

        Require(_venue.Deposit(default, Venue.Fund, Money.FromMinorUnits(long.MaxValue / 8)));
        for (int i = 0; i < Accounts; i++)
        {
            OpenAccount(luck, largestLots);
        }

        Require(_venue.ApplyFunding(default, new InstrumentId(0), Rate.FromFraction(1, 1_000), s_start));
        _rates = [.. rules.Instruments.Select(_ => Rate.FromFraction(luck.Between(1, 20), 10))];
    }

    public MarkRay OthersStay => MarkRay.OthersStay(_venue.CurrentMarks, new InstrumentId(0));

    public MarkRay Together => new(_venue.CurrentMarks, new InstrumentId(0), _rates);

    /// <summary>By account, each one's in order.</summary>
    public IReadOnlyList<RehearsedOrder> Rehearse(MarkRay ray, int direction)
    {
        var orders = new List<RehearsedOrder>();
        var listing = new Listing(orders);
        var last = Price.FromTicks(Start + direction * Reach);
        _venue.Rehearse(ray, direction < 0 ? last : s_start, direction < 0 ? s_start : last, ref listing);
        return [.. orders.OrderBy(order => order.Account.Index)];
    }

    /// <summary>Moves the first mark tick by tick and notes what the venue itself orders and takes over; by account.</summary>
    public IReadOnlyList<RehearsedOrder> Play(int direction)
    {
        var orders = new List<RehearsedOrder>();
        _log.Flush();
        for (long ticks = Start; ticks != Start + direction * (Reach + 1); ticks += direction)
        {
            // A block each, and all within a cool-down.
            _now += Duration.FromNanoseconds(1);
            _events.Clear();
            Require(_venue.UpdateMark(_now, new InstrumentId(0), Price.FromTicks(ticks)));
            _log.Flush();
            orders.AddRange(_events.All.Where(IsStep).Select(fact => StepOf(fact, ticks)));
        }

        return [.. orders.OrderBy(order => order.Account.Index)];
    }

    /// <summary>Whether any margin account of an account is liquidatable at a point of a ray.</summary>
    public bool SomethingIsLiquidatable(int account, MarkRay ray, long leader)
    {
        var id = new AccountId(account);
        var cross = new MarginState(_venue.WalletOf(id), Money.Zero, _venue.Rules.Instruments[0].LiquidatesAtEquality);
        bool isolated = false;
        bool anyIsolated = false;
        for (int i = 0; i < _venue.Rules.Instruments.Count; i++)
        {
            PositionView held = _venue.PositionOf(id, new InstrumentId(i));
            if (held.Lots.IsZero)
            {
                continue;
            }

            MarginState alone = StateOf(held, i, id, ray.MarkOf(i, leader));
            anyIsolated |= held.IsolatedMargin.IsPositive;
            isolated |= held.IsolatedMargin.IsPositive && alone.With(held.IsolatedMargin, default).IsLiquidatable;
            cross = cross.With(Money.Zero, alone);
        }

        return anyIsolated ? isolated : cross.IsLiquidatable;
    }

    private MarginState StateOf(PositionView held, int instrument, AccountId account, Price mark)
    {
        InstrumentRules rules = _venue.Rules.Instruments[instrument];
        Money value = rules.Instrument.Value(mark, held.Lots);
        Money maintenance = rules.Maintenance(held.Lots, value, held.Cost, _venue.WeightOf(account));
        bool isCross = held.IsolatedMargin.IsZero;
        Money reserve = isCross ? rules.ReserveFor(held.Lots, held.Cost, LeverageOf(account)) : Money.Zero;
        Money equity = value - held.Cost - held.FundingOwed;
        return new MarginState(equity, maintenance + reserve, rules.LiquidatesAtEquality);
    }

    private static bool IsStep(MarketEvent fact) =>
        fact.Kind is EventKind.PositionLiquidated or EventKind.PositionTakenOver;

    private static RehearsedOrder StepOf(MarketEvent fact, long ticks) =>
        new(
            new AccountId(fact.Account),
            new InstrumentId(fact.Instrument),
            fact.Quantity,
            Price.FromTicks(ticks),
            Money.Zero,
            0
        )
        {
            IsTakenOver = fact.Kind == EventKind.PositionTakenOver,
        };

    private static VenueRules SomeOf(Luck luck, VenueRules rules) =>
        rules with
        {
            Instruments = [.. rules.Instruments.Take((int)luck.Between(1, Math.Min(3, rules.Instruments.Count)))],
            Liquidation = rules.Liquidation with { Block = WithoutLimits(rules.Liquidation.Block) },
        };

    private static BlockRules? WithoutLimits(BlockRules? block) =>
        block is null ? null : block with { MaxShare = Rate.One, MaxAccountNotional = null, MaxFundLoss = null };

    private static VenueRules DrawnRules(Luck luck, LadderKind ladder)
    {
        VenueRules drawn = new DrawnMarket(luck).Rules;
        bool atEquality = luck.Chance(0.3);
        return drawn with
        {
            Settlement = Currency.Usdt,
            Instruments =
            [
                .. Enumerable
                    .Range(0, (int)luck.Between(1, 3))
                    .Select(i => InstrumentOf(luck, i) with { LiquidatesAtEquality = atEquality }),
            ],
            LossSharing = LossSharing.None,
            Liquidation = drawn.Liquidation with
            {
                Ladder = ladder,
                Block =
                    ladder == LadderKind.BlockLimits
                        ? WithoutLimits(drawn.Liquidation.Block ?? new BlockRules())
                        : null,
                PartialAbove = Money.FromMinorUnits(luck.Of(0L, 2_000_000, 40_000_000)),
                Throughput = int.MaxValue,
            },
        };
    }

    private static InstrumentRules InstrumentOf(Luck luck, int i)
    {
        var instrument = new Instrument(new InstrumentId(i), $"COIN{i}", Currency.Usdt, 0.000001m, 1m);
        long first = luck.Between(1, 30);
        (long Floor, Rate Rate, Leverage Most)[] tiers =
        [
            (0, Rate.FromFraction(first, 1_000), Leverage.FromMultiple(50)),
            (600, Rate.FromFraction(first + 20, 1_000), Leverage.FromMultiple(20)),
            (2_000, Rate.FromFraction(first + 40, 1_000), Leverage.FromMultiple(10)),
            (6_000, Rate.FromFraction(first + 70, 1_000), Leverage.FromMultiple(10)),
        ];
        MarginSchedule schedule = luck.Chance(0.3)
            ? MarginSchedule.ForWholePositions([
                .. tiers.Select(tier => (Quantity.FromLots(tier.Floor / 5), tier.Rate, tier.Most)),
            ])
            : MarginSchedule.FromBrackets([
                .. tiers.Select(tier => (Money.FromMinorUnits(tier.Floor * 1_000), tier.Rate, tier.Most)),
            ]);
        return new InstrumentRules(instrument, schedule)
        {
            ReservedFee = Rate.FromFraction(luck.Of(0L, 55), 100_000),
            MaintenanceAt = luck.Chance(0.2) ? MarginBasis.Entry : MarginBasis.Mark,
        };
    }

    private void OpenAccount(Luck luck, long? largestLots)
    {
        bool cross = luck.Chance(0.6);
        int weight = (int)luck.Of(1L, 1, 3);
        AccountId account = _venue.OpenAccount(default, cross ? MarginMode.Cross : MarginMode.Isolated, weight);
        for (int i = 0; i < _venue.Rules.Instruments.Count; i++)
        {
            if (i == 0 || !luck.Chance(0.4))
            {
                InstrumentRules rules = _venue.Rules.Instruments[i];
                long one = rules.Instrument.Notional(s_start, Quantity.FromLots(1)).MinorUnits;
                long lots = weight * luck.OfAnySize(largestLots ?? LargestNotional / one);
                Open(luck, account, i, Quantity.FromLots(luck.Of(-1L, 1) * lots), cross);
            }
        }
    }

    // Never so little margin that it is liquidatable at once, or by the funding that follows.
    private void Open(Luck luck, AccountId account, int instrument, Quantity lots, bool cross)
    {
        InstrumentRules rules = _venue.Rules.Instruments[instrument];
        Money cost = rules.Instrument.Cost(s_start, lots);
        Money notional = cost.Magnitude;
        Money maintenance = rules.Maintenance(lots, cost, cost, _venue.WeightOf(account));
        Money margin = maintenance + Rate.FromFraction(luck.Between(2, 60), 100).Of(notional, Rounding.Ceiling);
        Require(_venue.Deposit(default, account, margin));
        Require(
            _venue.Adopt(
                default,
                new InstrumentId(instrument),
                account,
                lots,
                s_start,
                cross ? Money.Zero : margin,
                LeverageOf(account)
            )
        );
    }

    // Of any account the same in all of its positions.
    private static Leverage LeverageOf(AccountId account) => Leverage.FromHundredths(100 + account.Index % 3);

    private static void Require(Rejection answer) =>
        Invariant.Holds(answer == Rejection.None, $"a venue takes what its test does, but {answer}");

    private struct Listing(List<RehearsedOrder> orders) : IRehearsalObserver
    {
        public readonly void Observe(in RehearsedOrder order) => orders.Add(order);
    }
}
