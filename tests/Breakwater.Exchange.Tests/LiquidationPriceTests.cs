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
        for (int i = 0; i < Cases; i++)
        {
            Case drawn = Draw(luck);
            long trigger = drawn.Trigger;
            narrow += drawn.Rules.Margin.SolvesIn64Bits(drawn.Weight, drawn.Required) ? 1 : 0;
            long before = drawn.Lots.IsLong ? trigger + 1 : trigger - 1;

            Assert.True(trigger < 1 || drawn.NearlyLiquidates(trigger), $"case {i} is early: {trigger} {drawn}");
            Assert.False(before >= 1 && drawn.Liquidates(before), $"case {i} is late: {trigger} {drawn}");
        }

        Assert.InRange(narrow, 1_000, Cases - 1_000);
    }

    // What is asked is drawn close to what the position carries at a bracket's floor, where rounding could matter.
    private static Case Draw(Luck luck)
    {
        var market = new DrawnMarket(luck);
        InstrumentRules rules = market.Rules.Instruments[0];
        int weight = luck.Of(1, 1, 3, 1_000);
        Quantity lots = Quantity.FromLots(weight * luck.OfAnySize(1_000) * luck.Of(-1, 1));
        MarginTier tier = luck.Of(rules.Margin.Tiers);
        long unit = rules.Instrument.MinorUnitsPerTickLot * lots.Magnitude.Lots;
        long ticks = Math.Clamp((long)((Int128)tier.Floor * weight / unit), 1, 1L << 29);
        Money cost = rules.Instrument.Notional(Price.FromTicks(luck.OfAnySize(ticks)), lots);
        var drawn = new Case(rules, lots, cost, weight, Money.Zero);
        long nearby = luck.Between(-2L * weight, 2L * weight);
        return drawn with { Required = drawn.CarriedAt(ticks + luck.Between(0, 1)) + Money.FromMinorUnits(nearby) };
    }

    private sealed record Case(InstrumentRules Rules, Quantity Lots, Money Cost, int Weight, Money Required)
    {
        public long Trigger => LiquidationPrice.Trigger(Rules, Lots, Cost, Weight, Required);

        private bool AtEquality => Rules.LiquidatesAtEquality;

        public bool Liquidates(long mark) => AtEquality ? CarriedAt(mark) <= Required : CarriedAt(mark) < Required;

        // A short may come a tick early at a bracket's floor, by the rounding of the deduction, once for each account.
        public bool NearlyLiquidates(long mark) =>
            Liquidates(mark)
            || (Lots.IsShort && CarriedAt(mark) < Required + Money.FromMinorUnits(Weight + (AtEquality ? 1 : 0)));

        public Money CarriedAt(long mark)
        {
            Money value = Rules.Instrument.Notional(Price.FromTicks(mark), Lots);
            return value - Rules.Maintenance(Lots, value, Cost, Weight);
        }

        public override string ToString()
        {
            string tiers = string.Join(
                ", ",
                Rules.Margin.Tiers.ToArray().Select(t => $"{t.Floor}+ {t.MaintenanceRate} less {t.Deduction}")
            );
            return $"{Lots} of weight {Weight}, unit {Rules.Instrument.MinorUnitsPerTickLot}, asks {Required}; {tiers}";
        }
    }
}
