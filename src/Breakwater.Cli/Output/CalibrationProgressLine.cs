using System.Diagnostics;
using System.Globalization;
using Breakwater.Lab;

namespace Breakwater.Cli;

/// <summary>How far a calibration is: one line that is written over, or a line now and then where it cannot be.</summary>
internal sealed class CalibrationProgressLine(TextWriter output) : ICalibrationProgress, IDisposable
{
    private static readonly TimeSpan s_between = TimeSpan.FromSeconds(Console.IsErrorRedirected ? 10 : 0.1);

    private readonly bool _overwrites = !Console.IsErrorRedirected;
    private readonly Stopwatch _sinceStart = Stopwatch.StartNew();
    private TimeSpan _last = -s_between;

    public void Evaluated(int done, double lowest)
    {
        if (_sinceStart.Elapsed - _last < s_between)
        {
            return;
        }

        _last = _sinceStart.Elapsed;
        string text = string.Create(
            CultureInfo.InvariantCulture,
            $"searching: {done} evaluations, lowest objective {lowest:0.0000}"
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
}
