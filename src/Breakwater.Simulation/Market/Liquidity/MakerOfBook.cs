using Breakwater.Domain;
using Breakwater.Exchange;

namespace Breakwater.Simulation;

/// <summary>One maker in a book: two ladders, what it wants to quote, and what its quotes traded.</summary>
internal sealed class MakerOfBook(Listed listed, AccountId account, int levels)
{
    public Ladder Bids { get; } = new(listed, account, Side.Buy, levels);

    public Ladder Asks { get; } = new(listed, account, Side.Sell, levels);

    public MakerQuote Wanted { get; set; }

    /// <summary>Lots bought less lots sold since it last looked.</summary>
    public long Fills { get; set; }

    /// <summary>Lots of its ladders that are open still.</summary>
    public (long Bids, long Asks) Open
    {
        get
        {
            (Quantity buys, Quantity sells) = listed.Venue.OpenOrdersOf(account, listed.Id);
            return (buys.Lots, sells.Lots);
        }
    }

    public void Reset()
    {
        Bids.Reset();
        Asks.Reset();
        Wanted = default;
        Fills = 0;
    }

    /// <summary>Finds out what traded. A venue that liquidates an account takes its orders back first: that is no trade.</summary>
    /// <returns>Lots bought and sold.</returns>
    public (long Bought, long Sold) Notice()
    {
        (long bids, long asks) = Open;
        if (bids + asks == 0 && Bids.Lots > 0 && Asks.Lots > 0)
        {
            Bids.Forget();
            Asks.Forget();
        }

        (long Bought, long Sold) traded = (Bids.Notice(bids), Asks.Notice(asks));
        Fills += traded.Bought - traded.Sold;
        return traded;
    }
}
