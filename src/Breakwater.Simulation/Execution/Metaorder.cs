using Breakwater.Domain;
using Breakwater.Exchange;

namespace Breakwater.Simulation;

/// <summary>One large order that is sold piece by piece into a depth curve while the market answers.</summary>
/// <param name="DollarsPerChild">Sold in each step.</param>
/// <param name="Children">How many; positive.</param>
public readonly record struct Metaorder(double DollarsPerChild, int Children)
{
    public double Dollars => DollarsPerChild * Children;

    /// <summary>Sells all of it, one child a step, and lets latent traders answer after each.</summary>
    /// <param name="curve">At its start; what it stands for is changed.</param>
    /// <param name="dollarsPerLot">At the start's price.</param>
    /// <returns>By how much the logarithm of the price is lower after the last child.</returns>
    public double SellInto(DepthCurve curve, double dollarsPerLot, Duration step, double latentParticipation)
    {
        Timestamp now = Timestamp.Epoch;
        for (int child = 0; child < Children; child++)
        {
            now += step;
            curve.AdvanceTo(now);
            if (child > 0)
            {
                Answer(curve, dollarsPerLot, step, latentParticipation);
            }

            curve.Take(Side.Sell, DollarsPerChild / dollarsPerLot, double.NegativeInfinity);
        }

        return -curve.Middle;
    }

    private static void Answer(DepthCurve curve, double dollarsPerLot, Duration step, double participation)
    {
        double most = curve.QuotedAgainst(Side.Buy) * DepthCurve.MakerReach * participation;
        double dollars = Math.Min(curve.LatentFlow(step), most);
        if (dollars > 0)
        {
            curve.Take(Side.Buy, dollars / dollarsPerLot, double.PositiveInfinity);
        }
    }
}
