using System.Diagnostics;
using System.Globalization;
using Breakwater.Lab;

namespace Breakwater.Cli;

/// <summary>How far an ensemble is: one line that is written over, or a line now and then where it cannot be.</summary>
internal sealed class EnsembleProgressLine(TextWriter output) : IEnsembleProgress, IDisposable
{
    private const double SmallestForecast = 0.05;
    private static readonly TimeSpan s_between = TimeSpan.FromSeconds(Console.IsErrorRedirected ? 10 : 0.1);
    private static readonly TimeSpan s_untilForecast = TimeSpan.FromSeconds(2);

    private readonly bool _overwrites = !Console.IsErrorRedirected;
    private readonly Stopwatch _sinceStart = Stopwatch.StartNew();
    private TimeSpan _last = TimeSpan.Zero;

    public void Reached(int finished, int seeds, double share)
    {
        if (_sinceStart.Elapsed - _last < s_between)
        {
            return;
        }

        _last = _sinceStart.Elapsed;
        string text = string.Create(
            CultureInfo.InvariantCulture,
            $"running {seeds} seeds {share, 4:P0}  {finished} done{Left(share)}"
        );
        if (_overwrites)
        {
            output.Write($"\r\u001b[K{text}");
        }
        else
        {
            output.WriteLine(text);
        }
    }

    public void Clear()
    {
        if (_overwrites)
        {
            output.Write("\r\u001b[K");
        }
    }

    public void Dispose() => Clear();

    private string Left(double share) =>
        _sinceStart.Elapsed < s_untilForecast || share < SmallestForecast
            ? ""
            : string.Create(
                CultureInfo.InvariantCulture,
                $"  about {_sinceStart.Elapsed.TotalSeconds * (1 - share) / share:N0} s left"
            );
}
