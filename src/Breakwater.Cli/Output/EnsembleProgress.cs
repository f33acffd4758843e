using System.Globalization;
using Breakwater.Lab;

namespace Breakwater.Cli;

/// <summary>Says how far an ensemble is, and how long it will take.</summary>
internal sealed class EnsembleProgress(StatusLine line) : IEnsembleProgress
{
    private const double SmallestForecast = 0.05;
    private static readonly TimeSpan s_untilForecast = TimeSpan.FromSeconds(2);

    private string _phase = "";
    private TimeSpan _began;

    public void Began(string phase)
    {
        (_phase, _began) = (phase.Length == 0 ? "" : phase + ", ", line.Elapsed);
        line.Write(_phase + "drawing accounts...");
    }

    public void Reached(int finished, int seeds, double share) =>
        line.WriteNowAndThen(() =>
            string.Create(
                CultureInfo.InvariantCulture,
                $"{_phase}running {seeds} seeds {share, 4:P0}  {finished} done{Left(share)}"
            )
        );

    private string Left(double share)
    {
        TimeSpan taken = line.Elapsed - _began;
        return taken < s_untilForecast || share < SmallestForecast
            ? ""
            : string.Create(
                CultureInfo.InvariantCulture,
                $"  about {taken.TotalSeconds * (1 - share) / share:N0} s left"
            );
    }
}
