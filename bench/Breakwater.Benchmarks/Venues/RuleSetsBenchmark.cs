using System.Diagnostics;
using System.Text.Json;
using Breakwater.Domain;
using Breakwater.Exchange;
using Breakwater.Runs;

namespace Breakwater.Benchmarks;

/// <summary>
/// rule-sets: nanoseconds of processor time a mark at as many venues as there are rule sets that run. They take turns, first all
/// under one rule set, for each of them, then each under another. More rule sets would cost something if the last were above the mean
/// of the others.
/// </summary>
internal static class RuleSetsBenchmark
{
    private const int Runs = 7;
    private const int Marks = 2_000_000;
    private const int Positions = 5_000;
    private static readonly JsonSerializerOptions s_json = new() { WriteIndented = true };

    public static void Run()
    {
        var book = new RuleBook(new ContentFolders(AppContext.BaseDirectory));
        VenueRules[] rules = [.. book.Names.Select(name => ForRuns(book, name)).OfType<VenueRules>()];
        var alike = rules.ToDictionary(
            each => each.Name,
            each => NanosecondsAMark([.. Enumerable.Repeat(each, rules.Length)])
        );
        var report = new
        {
            venues = rules.Length,
            allUnderOneRuleSet = alike,
            meanOfThese = Math.Round(alike.Values.Average(), 1),
            eachUnderAnother = NanosecondsAMark(rules),
        };
        Console.WriteLine(JsonSerializer.Serialize(report, s_json));
    }

    private static VenueRules? ForRuns(RuleBook book, string name)
    {
        try
        {
            return book.ReadForRuns(name);
        }
        catch (InputException)
        {
            return null;
        }
    }

    private static double NanosecondsAMark(VenueRules[] rules)
    {
        (Venue Venue, long Ticks)[] venues = [.. rules.Select(Open)];
        double[] nanoseconds = new double[Runs];
        for (int run = 0; run < Runs; run++)
        {
            TimeSpan before = Process.GetCurrentProcess().TotalProcessorTime;
            for (int i = 0; i < Marks; i++)
            {
                (Venue venue, long ticks) = venues[i % venues.Length];
                venue.UpdateMark(default, new InstrumentId(0), Price.FromTicks(ticks + i / venues.Length % 2));
            }

            nanoseconds[run] = (Process.GetCurrentProcess().TotalProcessorTime - before).TotalNanoseconds / Marks;
        }

        Array.Sort(nanoseconds);
        return Math.Round(nanoseconds[Runs / 2], 1);
    }

    // A crowd of longs and shorts at five times, whom a tick does not reach.
    private static (Venue, long) Open(VenueRules rules)
    {
        var venue = new Venue(
            rules,
            new MarkLessSlippage(Rate.Zero),
            new Limits(Positions, Positions),
            new EventLog(new Deaf())
        );
        Instrument instrument = rules.Instruments[0].Instrument;
        var price = Price.FromTicks((long)(60_000 / instrument.TickSize));
        venue.UpdateMark(default, instrument.Id, price);
        for (int i = 0; i < Positions; i++)
        {
            AccountId account = venue.OpenAccount(default, MarginMode.Isolated);
            Quantity lots = Quantity.FromLots(i % 2 == 0 ? 100 : -100);
            Money margin = Leverage.FromMultiple(5).InitialMargin(instrument.Notional(price, lots.Magnitude));
            venue.Deposit(default, account, margin);
            Rejection answer = venue.Adopt(
                default,
                instrument.Id,
                account,
                lots,
                price,
                margin,
                Leverage.FromMultiple(5)
            );
            Invariant.Holds(answer == Rejection.None, "a benchmark's position can be opened");
        }

        return (venue, price.Ticks);
    }

    private sealed class Deaf : IEventObserver
    {
        public void Observe(ReadOnlySpan<MarketEvent> events) { }
    }
}
