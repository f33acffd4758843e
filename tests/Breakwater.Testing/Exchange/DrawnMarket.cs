using Breakwater.Domain;
using Breakwater.Exchange;

namespace Breakwater.Testing;

/// <summary>A venue's rules, its liquidity and the weather, all drawn from one stream.</summary>
public sealed class DrawnMarket
{
    // Beside which the rounding of deductions to a minor unit is small.
    private const long SmallestBracket = 10_000;
    private const double InverseShare = 0.4;

    private static readonly LadderKind[] LaddersOfAll =
    [
        LadderKind.OneOrder,
        LadderKind.OneOrder,
        LadderKind.TierByTier,
        LadderKind.TwoTiersDown,
        LadderKind.TakeOver,
    ];

    // They reckon with a price of one lot that moves in a line with the mark.
    private static readonly LadderKind[] LaddersByTheLot =
    [
        LadderKind.BlockLimits,
        LadderKind.BlockLimits,
        LadderKind.CoverShortage,
    ];

    /// <summary>Rules are drawn, too.</summary>
    public DrawnMarket(Luck luck)
        : this(
            luck,
            prices: [.. Enumerable.Range(0, (int)luck.Between(1, 3)).Select(_ => DrawPrice(luck))],
            lotScale: luck.Of(3L, 100, 10_000, 1_000_000),
            rules: null
        ) { }

    /// <summary>One to three instruments of a venue's own rules, at any price and of any size.</summary>
    public DrawnMarket(Luck luck, VenueRules rules)
        : this(
            luck,
            prices:
            [
                .. Enumerable
                    .Range(0, (int)luck.Between(1, Math.Min(3, rules.Instruments.Count)))
                    .Select(_ => DrawPrice(luck)),
            ],
            lotScale: 0,
            rules
        ) { }

    private DrawnMarket(Luck luck, long[] prices, long lotScale, VenueRules? rules)
    {
        BasePrice = prices;
        LotScale = rules is null ? lotScale : LotsUpTo(luck.Of(1e9, 1e12, 1e15), rules.Instruments, prices);
        Rules = rules is null
            ? DrawRules(luck)
            : rules with
            {
                Instruments = [.. rules.Instruments.Take(prices.Length)],
            };
        Slippage = Rate.FromFraction(luck.Of(0L, 1, 10, 300), 1_000);
        TicksPerThousandLots = luck.Of(0L, 0, 1);
        LotsAtOnce = luck.Of(long.MaxValue, LotScale, LotScale / 3 + 1);
        Traders = (int)luck.Between(3, 12);
        CrossShare = luck.Of(0.0, 0.5, 1.0);
        WeightShare = luck.Of(0.0, 0.3);
        GapShare = luck.Of(0.0, 0.02, 0.3);
        FundingShare = luck.Of(0.0, 0.05, 0.3);
        FundingPerMille = luck.Of(0L, 1, 30, 600);
        FundingBias = luck.Of(-1.0, 0.0, 1.0);
        OffMarketShare = luck.Of(0.0, 0.02, 0.2);
        FundCapital = luck.Of(0L, 1, 100);
    }

    public VenueRules Rules { get; }

    /// <summary>In ticks, by instrument; marks wander about it.</summary>
    public IReadOnlyList<long> BasePrice { get; }

    public long LotScale { get; }

    public Rate Slippage { get; }

    public long TicksPerThousandLots { get; }

    /// <summary>The most that one order finds.</summary>
    public long LotsAtOnce { get; }

    public int Traders { get; }

    public double CrossShare { get; }

    public double WeightShare { get; }

    public double GapShare { get; }

    public double FundingShare { get; }

    /// <summary>The largest funding rate.</summary>
    public long FundingPerMille { get; }

    /// <summary>−1: shorts always pay; 1: longs always pay.</summary>
    public double FundingBias { get; }

    public double OffMarketShare { get; }

    /// <summary>In typical positions.</summary>
    public long FundCapital { get; }

    public ILiquidity Liquidity => new SlippageAndImpact(Slippage, TicksPerThousandLots, Quantity.FromLots(LotsAtOnce));

    public override string ToString()
    {
        IEnumerable<string> instruments = Rules.Instruments.Select(
            (listed, id) =>
            {
                string tiers = string.Join(
                    ", ",
                    listed.Margin.Tiers.ToArray().Select(t => $"{t.Floor}+ {t.MaintenanceRate} {t.MaxLeverage}")
                );
                string kind =
                    $"{(listed.Margin.IsForWholePositions ? "whole" : "marginal")} by {listed.Margin.Measure} at {listed.MaintenanceAt}, equality {listed.LiquidatesAtEquality}";
                long unit = listed.Instrument.MinorUnitsPerTickLot + listed.Instrument.MinorUnitsAtOneTick;
                return $"  {id}: {listed.Instrument.Kind}, {kind}, unit {unit}, price {BasePrice[id]}, tiers {tiers}";
            }
        );
        return $"""
            {Rules.Liquidation}
            {Rules.Deleveraging} {Rules.Fund}
            {string.Join("\n", instruments)}
              lots {LotScale}, slippage {Slippage}, impact {TicksPerThousandLots}, at once {LotsAtOnce}, cross {CrossShare}, weights {WeightShare},
              gaps {GapShare}, funding {FundingShare} x {FundingPerMille}/1000 bias {FundingBias}, off market {OffMarketShare}
            """;
    }

    private static long DrawPrice(Luck luck) => luck.Of(6L, 100, 5_000, 1_000_000, 1L << 28);

    // So many lots that a position of them is worth no more than an amount in any of the instruments, and that dozens of
    // them fit money at the highest mark there is; of inverse ones at the lowest. What no instrument has bounds nothing.
    private static long LotsUpTo(double minorUnits, IReadOnlyList<InstrumentRules> listed, long[] prices)
    {
        double unit = prices.Select((_, id) => listed[id].Instrument.MinorUnitsPerTickLot).Max();
        double atOneTick = prices.Select((_, id) => listed[id].Instrument.MinorUnitsAtOneTick).Max();
        double linear = Math.Min(minorUnits / (prices.Max() * unit), (1L << 27) / unit);
        double inverse = Math.Min(minorUnits * prices.Min() / atOneTick, (1L << 57) / atOneTick);
        return Math.Max((long)Math.Min(linear, inverse), 3);
    }

    private VenueRules DrawRules(Luck luck)
    {
        bool atEquality = luck.Chance(0.5);
        bool inverse = luck.Chance(InverseShare);
        InstrumentRules[] listed =
        [
            .. BasePrice.Select(
                (price, id) =>
                    DrawListed(luck, inverse ? DrawInverse(luck, id, price) : DrawLinear(luck, id), price) with
                    {
                        LiquidatesAtEquality = atEquality,
                    }
            ),
        ];
        LadderKind ladder = inverse ? luck.Of(LaddersOfAll) : luck.Of([.. LaddersOfAll, .. LaddersByTheLot]);
        return new VenueRules(
            "drawn",
            listed[0].Instrument.Settlement,
            listed,
            DrawLiquidation(luck, ladder, Typical(listed[0].Instrument, BasePrice[0])),
            DrawDeleveraging(luck),
            new FundRules("fund", PaysDeficits: luck.Chance(0.7))
        )
        {
            LossSharing = luck.Of(LossSharing.None, LossSharing.AmongWinners, LossSharing.OnOpenInterest),
        };
    }

    private static Instrument DrawLinear(Luck luck, int id) =>
        new(
            new InstrumentId(id),
            NameOf(id),
            Currency.Usdt,
            luck.Of(1L, 1, 7, 100) * Currency.Usdt.MinorUnit,
            lotSize: 1
        );

    // Of one coin, in contracts of different worth: at the price about which marks wander a lot is worth a third of a minor unit
    // up to thousands, and at one tick all lots together still fit money.
    private Instrument DrawInverse(Luck luck, int id, long price)
    {
        long worth = luck.Of(1L, 7, 100, 2_000) * price / luck.Of(1, 1, 3);
        long atOneTick = Math.Clamp(worth, 1, (1L << 57) / LotScale);
        return Instrument.Inverse(
            new InstrumentId(id),
            NameOf(id),
            Currency.Btc,
            tickSize: 1,
            atOneTick * Currency.Btc.MinorUnit
        );
    }

    private static string NameOf(int id) => FormattableString.Invariant($"COIN{id}");

    private long Typical(Instrument instrument, long price) =>
        instrument.Notional(Price.FromTicks(price), Quantity.FromLots(LotScale)).MinorUnits;

    private InstrumentRules DrawListed(Luck luck, Instrument instrument, long price)
    {
        MarginSchedule schedule = luck.Below(6) switch
        {
            0 => MarginSchedule.LinearInSize(DrawRates(luck, LotScale)),
            < 3 => MarginSchedule.ForWholePositions([
                .. DrawTiers(luck, 0, LotScale).Select(t => (Quantity.FromLots(t.Floor), t.Rate, t.MaxLeverage)),
            ]),
            3 => MarginSchedule.ForWholePositions([
                .. DrawTiers(luck, 0, Typical(instrument, price))
                    .Select(t => (Money.FromMinorUnits(t.Floor), t.Rate, t.MaxLeverage)),
            ]),
            _ => MarginSchedule.FromBrackets([
                .. DrawTiers(luck, SmallestBracket, Typical(instrument, price))
                    .Select(t => (Money.FromMinorUnits(t.Floor), t.Rate, t.MaxLeverage)),
            ]),
        };
        Rate fee = Rate.FromFraction(luck.Of(0L, 0, 55), 100_000);
        return new InstrumentRules(
            instrument,
            schedule.HighestRate + fee < Rate.One ? schedule.WithClosingFee(fee) : schedule
        )
        {
            ReservedFee = Rate.FromFraction(luck.Of(0L, 0, 55), 100_000),
            MaintenanceAt = ByWholeNotional(schedule) || luck.Chance(0.2) ? MarginBasis.Entry : MarginBasis.Mark,
        };
    }

    private static bool ByWholeNotional(MarginSchedule schedule) =>
        schedule.IsForWholePositions && schedule.Measure == TierMeasure.Notional;

    private static LinearInSizeRates DrawRates(Luck luck, long lots)
    {
        long maintenance = luck.Between(1, 60_000);
        long perLot = luck.Between(0, 1_000_000 / lots + 1);
        return new LinearInSizeRates(
            Rational.FromFraction(maintenance * luck.Of(1, 2), 1_000_000),
            Rational.FromFraction(maintenance, 1_000_000),
            Rational.FromFraction(perLot, luck.Of(1_000_000, 10_000_000))
        );
    }

    private static DeleveragingRules DrawDeleveraging(Luck luck) =>
        new(
            luck.Of(
                DeleveragingTrigger.FundExhausted,
                DeleveragingTrigger.NegativeEquity,
                DeleveragingTrigger.FundDrawdown,
                DeleveragingTrigger.Never
            ),
            luck.Of(
                DeleveragingRanking.ProfitTimesMarginRatio,
                DeleveragingRanking.PriceMoveTimesLeverage,
                DeleveragingRanking.ProfitTimesLeverage,
                DeleveragingRanking.ProfitOverMarginRatio,
                DeleveragingRanking.OrderGiven
            ),
            luck.Of(
                DeleveragingPrice.Bankruptcy,
                DeleveragingPrice.PreviousMark,
                DeleveragingPrice.Mark,
                DeleveragingPrice.BankruptcyNearMark
            )
        )
        {
            Drawdown = Rate.FromFraction(luck.Of(1L, 3, 10), 10),
            DrawdownWindow = Duration.FromMinutes(luck.Of(0L, 1, 5, 480)),
            InitialAt = luck.Of(MarginBasis.Mark, MarginBasis.Entry),
        };

    private static List<(long Floor, Rate Rate, Leverage MaxLeverage)> DrawTiers(Luck luck, long smallest, long typical)
    {
        var brackets = new List<(long Floor, Rate Rate, Leverage MaxLeverage)>();
        long denominator = luck.Of(1_000L, 250, 30, 7);
        long numerator = luck.Between(1, Math.Max(denominator / 20, 1));
        long floor = 0;
        int count = (int)luck.Between(1, 5);
        while (brackets.Count < count && numerator < denominator)
        {
            var leverage = Leverage.FromMultiple((int)luck.Of(1L, 3, 20, 50, 125));
            brackets.Add((floor, Rate.FromFraction(numerator, denominator), leverage));
            floor += smallest + luck.OfAnySize(Math.Max(typical, 2));
            numerator += luck.Between(1, Math.Max(denominator / 6, 1));
        }

        return brackets;
    }

    private static LiquidationRules DrawLiquidation(Luck luck, LadderKind ladder, long typicalNotional) =>
        new()
        {
            Ladder = ladder,
            Block = ladder == LadderKind.BlockLimits ? DrawBlock(luck, typicalNotional) : null,
            LiquidatorFee = Rational.FromFraction(luck.Of(0L, 1, 20, 400), 1_000),
            MarginBuffer =
                ladder == LadderKind.CoverShortage ? Rational.FromFraction(luck.Of(0L, 20, 300), 1_000) : Rational.Zero,
            ClearanceFee = Rate.FromFraction(luck.Of(0L, 125, 1_000), 10_000),
            OrderLimitedAtBankruptcyPrice = luck.Chance(0.5),
            PartialShare = Rate.FromFraction(luck.Of(1L, 3, 15), 15),
            PartialAbove = Money.FromMinorUnits(luck.Of(0L, typicalNotional / 10, typicalNotional)),
            PartialCooldown = Duration.FromSeconds(luck.Of(0L, 1, 30)),
            TakeOverBelow = Rate.FromFraction(luck.Of(0L, 2, 3), 3),
            Throughput = luck.Of(int.MaxValue, int.MaxValue, int.MaxValue, 1, 3),
        };

    private static BlockRules DrawBlock(Luck luck, long typicalNotional) =>
        new()
        {
            MinNotional = Money.FromMinorUnits(luck.Of(0L, 1_000, typicalNotional / 10)),
            MaxShare = Rate.FromFraction(luck.Of(1L, 5, 20), 20),
            MaxAccountNotional = luck.Chance(0.5) ? null : Money.FromMinorUnits(luck.OfAnySize(typicalNotional)),
            MaxFundLoss = luck.Chance(0.5) ? null : Money.FromMinorUnits(luck.OfAnySize(typicalNotional)),
            SurplusFee = Rational.FromFraction(luck.Of(0L, 5, 15, 500), 1_000),
            BankruptcyAdjustment = Rational.FromFraction(luck.Of(1L, 2, 7), 2),
            SpreadToMaintenance = Rational.FromFraction(luck.Of(0L, 1, 15, 100), 10),
        };

    /// <summary>
    /// Worse the larger the order, so that a partial and a whole order fill at different prices; no more at once than there is.
    /// </summary>
    private sealed class SlippageAndImpact(Rate slippage, long ticksPerThousandLots, Quantity most) : ILiquidity
    {
        public LiquidityFill Take(Instrument instrument, Side side, Quantity quantity, Price mark, Price? worst)
        {
            Quantity filled = Quantity.Min(quantity, most);
            Int128 lost =
                (Int128)mark.Ticks * slippage.Numerator / slippage.Denominator
                + filled.Lots * (Int128)ticksPerThousandLots / 1_000;
            Int128 ticks = side == Side.Sell ? mark.Ticks - lost : mark.Ticks + lost;
            var price = Price.FromTicks((long)Int128.Max(ticks, 1));
            bool refused = worst is { } limit && (side == Side.Sell ? price < limit : price > limit);
            return refused ? default : new LiquidityFill(filled, price);
        }
    }
}
