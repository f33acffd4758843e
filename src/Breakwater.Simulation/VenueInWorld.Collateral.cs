using Breakwater.Domain;
using Breakwater.Exchange;

namespace Breakwater.Simulation;

// What collateral is worth.
public sealed partial class VenueInWorld
{
    /// <summary>Moves an asset's price to what it is worth at a time; nothing happens where that is the price it has.</summary>
    /// <param name="priceOfCoin">In dollars, of the coin that it follows; 1 where it follows the dollar.</param>
    internal void PriceCollateral(Timestamp time, int asset, double priceOfCoin)
    {
        double tick = (double)Parameters.Rules.Collateral!.Assets[asset].Tick;
        double worth = priceOfCoin * Parameters.Collateral!.Assets[asset].WorthAt(time);
        var price = Price.FromTicks(Math.Max((long)Math.Round(worth / tick), 1));
        var id = new AssetId(asset);
        if (price == Venue.CollateralPriceOf(id))
        {
            return;
        }

        Forced?.BeginWaveFromOutside();
        Require(Venue.UpdateCollateralPrice(time, id, price));
        EndForcing();
        LowestFundEquity = Money.Min(LowestFundEquity, Venue.FundEquity);
    }

    /// <summary>The same, along the tape of the coin that it follows.</summary>
    internal void PriceCollateralByTape(Timestamp time, int asset) =>
        PriceCollateral(
            time,
            asset,
            Parameters.Collateral!.Assets[asset].Coin is { } coin ? (double)_world.Tapes[coin].PriceAt(time) : 1
        );

    private void PriceCollateralAtStart()
    {
        for (int asset = 0; asset < (Parameters.Collateral?.Assets.Count ?? 0); asset++)
        {
            int? coin = Parameters.Collateral!.Assets[asset].Coin;
            PriceCollateral(_world.Start, asset, coin is { } follows ? (double)_world.Histories[follows].Price : 1);
        }
    }
}
