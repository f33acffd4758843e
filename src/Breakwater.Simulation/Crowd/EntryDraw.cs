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

    // Component, leverage and window of the first attempt. Who does not survive it draws on alone.
    private const int Spread = 3;

    private readonly IReadOnlyList<LeverageComponent> _components;
    private readonly VenueParameters _venue;
    private readonly Seed _seed;

    // By listing.
    private readonly PastInTicks[] _pasts;
    private readonly long[] _buckets;

    // By listing, null where everybody draws for himself.
    private readonly ScrambledSobol?[] _ofLongs;
    private readonly ScrambledSobol?[] _ofShorts;

    // By listing and component: logarithm of the median leverage, and cumulative chances of the windows.
    private readonly double[][] _logsOfMedians;
    private readonly double[][][] _windows;

    public EntryDraw(
        CrowdParameters crowd,
        VenueParameters venue,
        Seed seed,
        IReadOnlyList<CoinHistory> histories,
        Timestamp start
    )
    {
        _components = crowd.Components;
        _venue = venue;
        _seed = seed;
        CoinHistory[] past = [.. venue.Listings.Select(listing => histories[listing.Coin])];
        _pasts = [.. past.Select((history, i) => new PastInTicks(history, TickSizeOf(venue, i)))];

        // One bucket a venue and listing: a second coin does not disturb the first one's luck.
        _buckets = [.. Enumerable.Range(0, past.Length).Select(listing => VenueLuck.Bucket(venue.Name, listing))];
        _ofLongs = [.. _buckets.Select(bucket => StrataOf(crowd.Draw, bucket, isLong: true))];
        _ofShorts = [.. _buckets.Select(bucket => StrataOf(crowd.Draw, bucket, isLong: false))];
        _logsOfMedians =
        [
            .. venue.Listings.Select(listing =>
                _components.Select(c => PortableMath.Log(c.MedianLeverage * listing.LeverageFactor)).ToArray()
            ),
        ];
        _windows = [.. past.Select(history => _components.Select(c => history.EntryChances(c, start)).ToArray())];
    }

    public DrawnPosition Draw(int account, int weight, int listing, Holding held)
    {
        var own = new DrawStream(_seed, (uint)account, DrawPurposes.Entry, _buckets[listing]);
        var draws = new HolderDraws(own, (held.Lots.IsLong ? _ofLongs : _ofShorts)[listing], held.Rank);
        int component = Pick(_venue.Listings[listing].Mixture, draws.NextUniform());
        for (int attempt = 0; attempt < Attempts; attempt++)
        {
            if (TryDraw(ref draws, weight, listing, held.Lots, component, out DrawnPosition position))
            {
                return position;
            }
        }

        throw CrowdException.NobodySurvives(_venue, listing, _components[component].Name, Attempts);
    }

    private bool TryDraw(
        ref HolderDraws draws,
        int weight,
        int listing,
        Quantity lots,
        int component,
        out DrawnPosition position
    )
    {
        InstrumentRules rules = _venue.Rules.Instruments[listing];
        PastInTicks past = _pasts[listing];
        double multiple = draws.NextLogNormal(_logsOfMedians[listing][component], _components[component].Sigma);
        int window = Pick(_windows[listing][component], draws.NextUniform());
        Price entry = past.PriceIn(window, draws.NextUniform());
        Money notional = rules.Instrument.Notional(entry, lots.Magnitude);
        Leverage leverage = Cut(multiple, rules.Margin.MaxLeverage(notional, lots, weight));
        position = new DrawnPosition(lots, entry, leverage.InitialMargin(notional), leverage);
        return past.Survives(window, lots.IsLong, TriggerOf(rules, weight, position));
    }

    private ScrambledSobol? StrataOf(DrawKind kind, long bucket, bool isLong) =>
        kind == DrawKind.Stratified
            ? new ScrambledSobol(new DrawStream(_seed, isLong ? 0u : 1u, DrawPurposes.StrataOfEntries, bucket), Spread)
            : null;

    private static decimal TickSizeOf(VenueParameters venue, int listing) =>
        venue.Rules.Instruments[listing].Instrument.TickSize;

    private static long TriggerOf(InstrumentRules rules, int weight, in DrawnPosition position)
    {
        Money cost = rules.Instrument.Cost(position.Entry, position.Lots);
        return LiquidationPrice.Trigger(rules, position.Lots, cost, weight, cost - position.Margin);
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
