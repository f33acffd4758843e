using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>A venue's liquidity as depth curves, one for each instrument.</summary>
public sealed class DepthCurves(IReadOnlyList<DepthCurve> curves) : ILiquidity
{
    private readonly DepthCurve[] _curves = [.. curves];

    public LiquidityFill Take(Instrument instrument, Side side, Quantity quantity, Price mark, Price? worst) =>
        _curves[instrument.Id.Index].Take(instrument, side, quantity, worst);
}
