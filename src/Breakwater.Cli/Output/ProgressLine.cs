using System.Diagnostics;
using System.Globalization;
using Breakwater.Domain;
using Breakwater.Runs;

namespace Breakwater.Cli;

/// <summary>How far a run is: one line that is written over, or a line a stage where it cannot be.</summary>
internal sealed class ProgressLine(TextWriter output) : IRunProgress, IDisposable
{
    private const long MillisecondsBetween = 100;

    private readonly bool _overwrites = !Console.IsErrorRedirected;
    private readonly Stopwatch _sinceLast = Stopwatch.StartNew();
    private string _stage = "";

    public void Began(string stage)
    {
        _stage = stage;
        if (_overwrites)
        {
            Overwrite(stage + "...");
        }
        else
        {
            output.WriteLine(stage + "...");
        }
    }

    public void Reached(Timestamp time, double share)
    {
        if (_overwrites && _sinceLast.ElapsedMilliseconds >= MillisecondsBetween)
        {
            _sinceLast.Restart();
            string clock = time.ToDateTimeOffset().ToString("HH:mm:ss", CultureInfo.InvariantCulture);
            Overwrite(string.Create(CultureInfo.InvariantCulture, $"{_stage} {share, 4:P0}  {clock} UTC"));
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

    private void Overwrite(string text) => output.Write($"\r\u001b[K{text}");
}
