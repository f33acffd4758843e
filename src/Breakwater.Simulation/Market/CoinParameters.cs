namespace Breakwater.Simulation;

/// <summary>How one coin behaves in the market, wherever it trades.</summary>
/// <param name="Beta">Fall of its fundamental price over that of the market coin, in logarithms.</param>
/// <param name="LatentDensity">Dollars per squared unit of logarithmic price that latent traders of all venues hold ready.</param>
/// <param name="Volatility">Of noise on a calm day: standard deviation of one second's logarithmic return.</param>
public sealed record CoinParameters(double Beta, double LatentDensity, double Volatility);
