using Breakwater.Domain;

namespace Breakwater.Simulation;

/// <summary>Makers at work: each step they quote, each interval they look at their books.</summary>
/// <remarks>
/// Depth at a place is the sum over firms of an equal share, times what the firm still dares: docs/models/makers.md. They are
/// margined accounts at every venue, hedged between venues, and stand in the deleveraging queue.
/// </remarks>
internal sealed class MarketMakers : IParticipant
{
    private readonly Market _market;
    private readonly MakerParameters _parameters;
    private readonly MakerFirm[] _firms;
    private readonly MakerQuote[] _quotes;
    private Timestamp _nextLook;

    public MarketMakers(Market market)
    {
        _market = market;
        _parameters = market.Parameters.Makers;
        _firms = [.. Enumerable.Range(0, _parameters.Firms).Select(number => new MakerFirm(market, number))];
        _quotes = new MakerQuote[_firms.Length];
    }

    public void Join()
    {
        foreach (MakerFirm firm in _firms)
        {
            firm.Join();
        }
    }

    public Timestamp Reset(Seed path)
    {
        foreach (MakerFirm firm in _firms)
        {
            firm.Reset();
        }

        _nextLook = _market.Start + _parameters.Interval;
        foreach (Place place in _market.Places)
        {
            Quote(_market.Start, place);
        }

        return _market.Start + _market.Parameters.Step + _parameters.Latency;
    }

    public Timestamp Act(Timestamp now)
    {
        if (now >= _nextLook)
        {
            Look(now);
            _nextLook += _parameters.Interval;
        }

        foreach (Place place in _market.Places)
        {
            Quote(now, place);
        }

        return now + _market.Parameters.Step;
    }

    private void Quote(Timestamp now, Place place)
    {
        double share = place.Listing.Depth / _firms.Length;
        double unrest = Math.Max(place.Volatility / place.CalmVolatility - 1, 0);
        for (int i = 0; i < _firms.Length; i++)
        {
            (double bid, double ask) = _firms[i].AppetiteAt(now, place, unrest);
            _quotes[i] = new MakerQuote(bid * share, ask * share);
        }

        double tick = place.TickSize / place.Price;
        double spread = Math.Max(tick, _parameters.SpreadOverVolatility * (place.Volatility - place.CalmVolatility));
        place.Liquidity.Quote(now, _quotes, _market.Parameters.Switches.MakersWithdraw ? spread : tick);
    }

    private void Look(Timestamp now)
    {
        foreach (Place place in _market.Places)
        {
            ReadOnlySpan<long> fills = place.Liquidity.CollectFills(now);
            for (int i = 0; i < _firms.Length; i++)
            {
                _firms[i].Notice(place, fills[i]);
            }
        }

        foreach (MakerFirm firm in _firms)
        {
            firm.Look(now);
        }

        foreach (MakerFirm firm in _firms)
        {
            firm.Hedge(now);
        }
    }
}
