using Breakwater.Domain;
using Breakwater.Exchange;
using Breakwater.Exchange.Tests;
using Breakwater.Testing;

namespace Breakwater.Simulation.Tests;

/// <summary>Every part of a waterfall ties to a balance of the ledger, to the minor unit.</summary>
public sealed class WaterfallTests(ITestOutputHelper output)
{
    private const int Markets = 120;
    private const int CommandsPerMarket = 400;

    [Fact]
    public void It_ties_to_the_ledger_where_liquidations_meet_a_model()
    {
        Waterfall sum = default;
        int liquidations = 0;
        for (ulong seed = 1; seed <= Markets; seed++)
        {
            var luck = new Luck(seed);
            var market = new DrawnMarket(luck);
            var witness = new WaterfallWitness(market.Rules);
            var readers = new Readers(witness);
            var log = new EventLog(readers);
            var venue = new RealVenue(market.Rules, market.Liquidity, new Limits(Accounts: 16, Positions: 30), log);
            readers.Waterfall = new WaterfallTally(venue.Venue);
            var commands = new DrawnCommands(luck, market, venue);
            for (int step = 0; step < CommandsPerMarket; step++)
            {
                commands.Next(step).Give(venue);
                log.Flush();
                witness.EndCommand();
                AssertTied(readers.Waterfall, witness, venue.Venue, $"seed {seed}, step {step}");
            }

            sum += SumOf(readers.Waterfall, venue.Venue);
            liquidations += witness.Liquidations;
        }

        AssertTelling(liquidations, sum.TraderMargin, sum.Fund, sum.Winners, sum.Unpaid);
    }

    [Fact]
    public void It_ties_to_the_ledger_where_liquidations_meet_a_book()
    {
        Waterfall sum = default;
        int liquidations = 0;
        for (ulong seed = 1; seed <= 30; seed++)
        {
            var market = new BookMarket(seed);
            var witness = new WaterfallWitness(market.Venue.Rules);
            var readers = new Readers(witness) { Waterfall = new WaterfallTally(market.Venue) };
            market.Witness = readers;
            for (int step = 0; step < 1_000; step++)
            {
                market.Step();
                witness.EndCommand();
                AssertTied(readers.Waterfall, witness, market.Venue, $"seed {seed}, step {step}");
            }

            sum += SumOf(readers.Waterfall, market.Venue);
            liquidations += witness.Liquidations;
        }

        AssertTelling(liquidations, sum.TraderMargin, sum.Fund, sum.Winners);
    }

    private static void AssertTied(WaterfallTally tally, WaterfallWitness witness, Venue venue, string where)
    {
        Waterfall sum = SumOf(tally, venue);
        Assert.True(
            sum.TraderMargin == witness.TraderMargin,
            $"{where}: margin {sum.TraderMargin}, balances {witness.TraderMargin}"
        );
        Assert.True(sum.Winners == witness.Winners, $"{where}: winners {sum.Winners}, at the marks {witness.Winners}");
        Assert.True(
            sum.Unpaid + tally.WrittenOff == venue.UnpaidLoss,
            $"{where}: unpaid {sum.Unpaid} and {tally.WrittenOff}"
        );
        Money equity = witness.FundDeposits - sum.Fund + tally.WrittenOff;
        Assert.True(equity == venue.FundEquity, $"{where}: fund {venue.FundEquity}, by the waterfall {equity}");
    }

    private static Waterfall SumOf(WaterfallTally tally, Venue venue) =>
        venue.Rules.Instruments.Aggregate(default(Waterfall), (sum, listed) => sum + tally.Of(listed.Instrument.Id));

    // Of a waterfall without water every identity holds.
    private void AssertTelling(int liquidations, params IEnumerable<Money> parts)
    {
        output.WriteLine($"{liquidations} liquidations, {string.Join(", ", parts)}");
        Assert.True(liquidations > 150, $"{liquidations} liquidations");
        Assert.All(parts, part => Assert.False(part.IsZero));
    }

    private sealed class Readers(WaterfallWitness witness) : IEventObserver
    {
        public WaterfallTally Waterfall { get; set; } = null!;

        public void Observe(ReadOnlySpan<MarketEvent> events)
        {
            witness.Observe(events);
            Waterfall.Observe(events);
        }
    }
}
