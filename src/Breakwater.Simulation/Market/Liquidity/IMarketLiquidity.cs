using Breakwater.Domain;
using Breakwater.Exchange;

namespace Breakwater.Simulation;

/// <summary>One listing's liquidity as participants meet it, whatever stands behind it: a depth curve or an order book.</summary>
/// <remarks>Prices are natural logarithms of price over <see cref="PriceAtStart"/>, unless they say dollars.</remarks>
internal interface IMarketLiquidity
{
    /// <summary>Dollars.</summary>
    double PriceAtStart { get; }

    /// <summary>Between bids and asks.</summary>
    double Middle { get; }

    /// <summary>The middle in dollars.</summary>
    double Price { get; }

    /// <summary>Where the middle will be once makers have seen the last trades; the middle itself where they see at once.</summary>
    double MiddleToCome { get; }

    /// <summary>Best ask less best bid, as a share of the middle.</summary>
    double Spread { get; }

    /// <summary>Dollars.</summary>
    double PriceOf(double logarithm);

    /// <summary>Dollars per unit of logarithmic price that makers quote now on the side that an order meets.</summary>
    double QuotedAgainst(Side side);

    /// <summary>Dollars that an order finds up to each of several distances from the best price against it.</summary>
    /// <param name="distances">Positive, in logarithms, rising.</param>
    /// <param name="dollars">By distance.</param>
    void DepthsWithin(Side side, ReadOnlySpan<double> distances, Span<double> dollars);

    /// <summary>Dollars that latent traders on the wrong side of the price buy at once; negative when they sell.</summary>
    /// <param name="elapsed">Over which they show themselves.</param>
    double LatentFlow(Duration elapsed);

    /// <summary>News: what the coin is worth to those who are not in the book.</summary>
    void MoveFundamental(double logarithm);

    /// <summary>A maker comes to quote here; the first has number zero. Once, before the first path.</summary>
    void Admit(Timestamp now, AccountId maker, Leverage leverage);

    /// <summary>Back to the start: nobody quotes yet, all latent orders are revealed.</summary>
    void Reset(Timestamp start);

    /// <summary>Latent traders take in what the coin is worth and show what they have not shown.</summary>
    void AdvanceTo(Timestamp now);

    /// <summary>Makers say what they quote from now on.</summary>
    /// <param name="quotes">By maker.</param>
    /// <param name="spread">As a share of the middle.</param>
    void Quote(Timestamp now, ReadOnlySpan<MakerQuote> quotes, double spread);

    /// <summary>A maker takes back its quotes that an order of its own would meet.</summary>
    void Withdraw(Timestamp now, int maker, Side order);

    /// <summary>What each maker's quotes bought less what they sold since this was last asked, in lots; it is in their accounts.</summary>
    ReadOnlySpan<long> CollectFills(Timestamp now);

    /// <summary>People without an account here trade at once with what stands against them.</summary>
    /// <param name="lots">Positive.</param>
    /// <param name="worst">Logarithm of the price that they accept at worst.</param>
    void Trade(Timestamp now, Side side, double lots, double worst);
}
