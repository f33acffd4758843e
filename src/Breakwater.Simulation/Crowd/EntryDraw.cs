using Breakwater.Domain;
using Breakwater.Exchange;

namespace Breakwater.Simulation;

/// <summary>Draws when, at which price and with how much leverage a position was opened, given that it still exists.</summary>
/// <remarks>
/// A position that the prices since its entry would have liquidated is drawn again: survivorship. It is judged alone, by the
/// margin that was set aside for it, against the lowest low (highest high) of later windows, its own window's close and
/// the price at the start.
/// </remarks>
internal sealed class EntryDraw
{
    private const int Attempts = 4096;

    private readonly IReadOnlyList<LeverageComponent> _components;
    private readonly VenueParameters _venue;
    private readonly Seed _seed;
    private readonly CoinHistory[] _histories;

    // Cumulative chances by listing and component.
    private readonly double[][][] _windows;

    public EntryDraw(
        IReadOnlyList<LeverageComponent> components,
        VenueParameters venue,
        Seed seed,
        IReadOnlyList<CoinHistory> histories,
        Timestamp start
    )
    {
        _components = components;
        _venue = venue;
        _seed = seed;
        _histories = [.. venue.Listings.Select(listing => histories[listing.Coin])];
        _windows = [.. _histories.Select(history => components.Select(c => history.EntryChances(c, start)).ToArray())];
    }

    public DrawnPosition Draw(int account, int weight, int listing, Quantity lots)
    {
        // One bucket a venue and listing: a second coin does not disturb the first one's luck.
        long bucket = VenueLuck.Bucket(_venue.Name, listing);
        var draws = new DrawStream(_seed, (uint)account, DrawPurposes.Entry, bucket);
        int component = Pick(_venue.Listings[listing].Mixture, draws.NextUniform());
        for (int attempt = 0; attempt < Attempts; attempt++)
        {
            if (TryDraw(ref draws, weight, listing, lots, component, out DrawnPosition position))
            {
                return position;
            }
        }

        throw CrowdException.NobodySurvives(_venue, listing, _components[component].Name, Attempts);
    }

    private bool TryDraw(
        ref DrawStream draws,
        int weight,
        int listing,
        Quantity lots,
        int component,
        out DrawnPosition position
    )
    {
        InstrumentRules rules = _venue.Rules.Instruments[listing];
        CoinHistory history = _histories[listing];
        LeverageComponent kind = _components[component];
        double median = kind.MedianLeverage * _venue.Listings[listing].LeverageFactor;
        double multiple = draws.NextLogNormal(PortableMath.Log(median), kind.Sigma);
        int window = Pick(_windows[listing][component], draws.NextUniform());
        Price entry = DrawPrice(rules.Instrument, history.Windows[window], draws.NextUniform());
        Money notional = rules.Instrument.Notional(entry, lots.Magnitude);
        Leverage leverage = Cut(multiple, rules.Margin.MaxLeverage(notional, lots, weight));
        position = new DrawnPosition(lots, entry, leverage.InitialMargin(notional), leverage);
        return Survives(rules, history, window, weight, position);
    }

    private static bool Survives(
        InstrumentRules rules,
        CoinHistory history,
        int window,
        int weight,
        in DrawnPosition position
    )
    {
        Money cost = rules.Instrument.Cost(position.Entry, position.Lots);
        long trigger = LiquidationPrice.Trigger(rules, position.Lots, cost, weight, cost - position.Margin);
        decimal tick = rules.Instrument.TickSize;
        return position.Lots.IsLong
            ? Math.Min(history.LowestAfter(window), history.Price) > (trigger + 1) * tick
            : Math.Max(history.HighestAfter(window), history.Price) < (trigger - 1) * tick;
    }

    private static Price DrawPrice(Instrument instrument, EntryWindow window, double uniform)
    {
        long low = (long)(window.Low / instrument.TickSize);
        long high = (long)(window.High / instrument.TickSize);
        return Price.FromTicks(low + (long)(uniform * (high - low + 1)));
    }

    private static Leverage Cut(double multiple, Leverage highest)
    {
        double hundredths = Math.Clamp(multiple * 100, 100, highest.Hundredths);
        return Leverage.FromHundredths((int)hundredths);
    }

    private static int Pick(ReadOnlySpan<double> cumulative, double uniform)
    {
        int i = 0;
        while (i + 1 < cumulative.Length && uniform >= cumulative[i])
        {
            i++;
        }

        return i;
    }
}
