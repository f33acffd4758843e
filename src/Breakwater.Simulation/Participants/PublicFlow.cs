using Breakwater.Domain;

namespace Breakwater.Simulation;

/// <summary>
/// People without leverage: those who think that the price is wrong, those who trade a coin on what the market coin just did,
/// and those who trade for reasons of their own.
/// </summary>
/// <remarks>
/// Noise is normal, part of its variance common to a coin, in dollars that move a calm price by the coin's volatility. It
/// shrinks with the square root of what makers quote: who sees a thin book sends less. docs/models/liquidity.md.
/// </remarks>
internal sealed class PublicFlow(Market market) : IParticipant
{
    private const uint FirstPlace = 1_000;
    private const int MarketCoin = 0;

    private readonly double _weight = Math.Sqrt(market.Parameters.CommonNoise);
    private readonly double _ownOverCommon = Math.Sqrt(
        (1 - market.Parameters.CommonNoise) / market.Parameters.CommonNoise
    );

    private readonly double[] _common = new double[market.Coins];
    private readonly double[] _ownVolatility =
    [
        .. Enumerable.Range(0, market.Coins).Select(coin => OwnVolatility(market.Parameters, coin)),
    ];

    private readonly CoinsTogether _together = new(market);
    private Seed _path;
    private long _step;
    private readonly double _memory = MemoryOf(market.Parameters);

    public void Join() { }

    public Timestamp Reset(Seed path)
    {
        (_path, _step) = (path, 0);
        _together.Reset();
        return market.Start + market.Parameters.Step;
    }

    public Timestamp Act(Timestamp now)
    {
        for (int coin = 0; coin < _common.Length; coin++)
        {
            _common[coin] = Draw((uint)coin);
        }

        foreach (Place place in market.Places)
        {
            place.Liquidity.AdvanceTo(now);
            place.Remember(_memory);
        }

        _together.Look();
        foreach (Place place in market.Places)
        {
            double own = Draw(FirstPlace + (uint)place.Number);
            double noise = _weight * (_common[place.Listing.Coin] + _ownOverCommon * own);
            place.Trade(now, noise * NoiseAt(place) + Patient(place) + _together.DollarsAt(place));
        }

        _step++;
        return now + market.Parameters.Step;
    }

    // Who thinks that the price is wrong takes no more in a step than a part of what is quoted.
    private double Patient(Place place)
    {
        double wanted = place.Liquidity.LatentFlow(market.Parameters.Step);
        double quoted = place.Liquidity.QuotedAgainst(wanted > 0 ? Side.Buy : Side.Sell);
        double most = quoted * Exchange.DepthCurve.MakerReach * market.Parameters.LatentParticipation;
        return Math.Clamp(wanted, -most, most);
    }

    private double Draw(uint who) => new DrawStream(_path, who, DrawPurposes.Noise, _step).NextNormal();

    private double NoiseAt(Place place) =>
        _ownVolatility[place.Listing.Coin] * place.CalmDensity * Math.Sqrt(place.QuotedShare);

    // What is left of a coin's volatility once it has followed the market coin.
    private static double OwnVolatility(MarketParameters parameters, int coin)
    {
        CoinParameters own = parameters.Coins[coin];
        double followed =
            coin == MarketCoin ? 0 : own.Beta * parameters.Comovement * parameters.Coins[MarketCoin].Volatility;
        return Math.Sqrt(Math.Max(own.Volatility * own.Volatility - followed * followed, 0));
    }

    private static double MemoryOf(MarketParameters parameters) =>
        1 - PortableMath.Exp(-parameters.Step.Nanoseconds / (double)parameters.Makers.VolatilityMemory.Nanoseconds);
}
