using System.ComponentModel;

namespace Breakwater.Runs;

internal sealed record CoinInMarketDocument
{
    [Description("Fall of its fundamental price over that of the first coin, in logarithms.")]
    public required Stated<double> Beta { get; init; }

    [Description("Dollars per squared unit of logarithmic price that latent traders of all venues hold ready.")]
    public required Stated<Amount> LatentDensity { get; init; }

    [Description("Of noise on a calm day: standard deviation of one step's logarithmic return.")]
    public required Stated<Share> Volatility { get; init; }
}
