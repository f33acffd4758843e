using Breakwater.Domain;
using Breakwater.Testing;

namespace Breakwater.Exchange.Tests;

/// <summary>The first mark that liquidates liquidates, and the mark before it does not.</summary>
public sealed class LiquidationPriceTests
{
    private const int Cases = 200_000;

    [Fact]
    public void Is_never_late_and_never_early()
    {
        var luck = new Luck(seed: 20_251_010);
        int narrow = 0;
        int inverse = 0;
        for (int i = 0; i < Cases; i++)
        {
            Case drawn = Draw(luck);
            long trigger = drawn.Trigger;
            narrow += drawn.Rules.Margin.SolvesIn64Bits(drawn.Weight, drawn.Required) ? 1 : 0;
            long before = drawn.Lots.IsLong ? trigger + 1 : trigger - 1;

            inverse += drawn.Rules.Instrument.Kind == ContractKind.Inverse ? 1 : 0;

            Assert.True(!IsMark(trigger) || drawn.NearlyLiquidates(trigger), $"case {i} is early: {trigger} {drawn}");
            Assert.False(IsMark(before) && drawn.Liquidates(before), $"case {i} is late: {trigger} {drawn}");
        }

        Assert.InRange(inverse, 1_000, Cases - 1_000);

        Assert.InRange(narrow, 500, Cases - 500);
    }

    // What is asked is drawn close to what the position carries at a bracket's floor, where rounding could matter.
    private static Case Draw(Luck luck)
    {
        var market = new DrawnMarket(luck);
        InstrumentRules rules = market.Rules.Instruments[0];
        int weight = luck.Of(1, 1, 3, 1_000);
        Quantity lots = Quantity.FromLots(weight * luck.OfAnySize(1_000) * luck.Of(-1, 1));
        MarginTier tier = luck.Of(rules.Margin.Tiers);
        Int128 floor = Int128.Max((Int128)tier.Floor * weight, 1);
        long ticks = Math.Clamp(rules.Instrument.TicksAt(floor, lots.Magnitude, Rounding.Floor, 1L << 29), 1, 1L << 29);
        Money cost = rules.Instrument.Cost(Price.FromTicks(luck.OfAnySize(ticks)), lots);
        var drawn = new Case(rules, lots, cost, weight, Money.Zero);
        long nearby = luck.Between(-2L * weight, 2L * weight);
        return drawn with { Required = drawn.CarriedAt(ticks + luck.Between(0, 1)) + Money.FromMinorUnits(nearby) };
    }

    private static bool IsMark(long ticks) => ticks is >= 1 and < TriggerIndex.MaxRank;

    private sealed record Case(InstrumentRules Rules, Quantity Lots, Money Cost, int Weight, Money Required)
    {
        public long Trigger => LiquidationPrice.Trigger(Rules, Lots, Cost, Weight, Required);

        private bool AtEquality => Rules.LiquidatesAtEquality;

        public bool Liquidates(long mark) => AtEquality ? CarriedAt(mark) <= Required : CarriedAt(mark) < Required;

        // Who loses as the notional rises may come a tick early at a bracket's floor, by the rounding of the deduction, once for
        // each account.
        public bool NearlyLiquidates(long mark) =>
            Liquidates(mark)
            || (
                Rules.Instrument.DirectionOf(Lots) < 0
                && CarriedAt(mark) < Required + Money.FromMinorUnits(Weight + (AtEquality ? 1 : 0))
            );

        public Money CarriedAt(long mark)
        {
            Money value = Rules.Instrument.Value(Price.FromTicks(mark), Lots);
            return value - Rules.Maintenance(Lots, value, Cost, Weight);
        }

        public override string ToString()
        {
            string tiers = string.Join(
                ", ",
                Rules.Margin.Tiers.ToArray().Select(t => $"{t.Floor}+ {t.MaintenanceRate} less {t.Deduction}")
            );
            return $"{Lots} of weight {Weight}, unit {Rules.Instrument.MinorUnitsPerTickLot + Rules.Instrument.MinorUnitsAtOneTick}, asks {Required}; {tiers}";
        }
    }
}
