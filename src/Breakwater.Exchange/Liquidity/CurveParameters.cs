using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>What a depth curve is made of.</summary>
/// <param name="LatentDensity">Dollars per squared unit of logarithmic price that latent traders hold ready on each side.</param>
/// <param name="Revelation">In which 1 - 1/e of the latent orders at a price show themselves.</param>
/// <param name="Refill">In which makers put back 1 - 1/e of what was taken from them.</param>
public readonly record struct CurveParameters(double LatentDensity, Duration Revelation, Duration Refill);
