using System.Globalization;
using Breakwater.Lab;

namespace Breakwater.Cli;

/// <summary>Says how far an ensemble is, and how long it will take.</summary>
internal sealed class EnsembleProgress(StatusLine line) : IEnsembleProgress
{
    private const double SmallestForecast = 0.05;
    private static readonly TimeSpan s_untilForecast = TimeSpan.FromSeconds(2);

    public void Reached(int finished, int seeds, double share) =>
        line.WriteNowAndThen(() =>
            string.Create(
                CultureInfo.InvariantCulture,
                $"running {seeds} seeds {share, 4:P0}  {finished} done{Left(share)}"
            )
        );

    private string Left(double share) =>
        line.Elapsed < s_untilForecast || share < SmallestForecast
            ? ""
            : string.Create(
                CultureInfo.InvariantCulture,
                $"  about {line.Elapsed.TotalSeconds * (1 - share) / share:N0} s left"
            );
}
