using System.Diagnostics;
using System.Globalization;

namespace Breakwater.Cli;

/// <summary>One line on the error stream that tells how far a long task is, from two seconds on.</summary>
internal sealed class ImportProgress : IDisposable
{
    private static readonly TimeSpan _silence = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan _interval = TimeSpan.FromSeconds(0.5);

    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private TimeSpan _next = _silence;
    private int _written;

    public void Report(string what, long done, long total)
    {
        if (_clock.Elapsed < _next)
        {
            return;
        }

        _next = _clock.Elapsed + _interval;
        double percent = total > 0 ? 100.0 * done / total : 0;
        Write(string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(what)} {percent:0} %"));
    }

    public void Clear()
    {
        if (_written > 0)
        {
            Write("");
            Console.Error.Write(Console.IsErrorRedirected ? "" : "\r");
            _written = 0;
        }
    }

    public void Dispose() => Clear();

    private void Write(string text)
    {
        if (Console.IsErrorRedirected)
        {
            Console.Error.WriteLine(text);
        }
        else
        {
            Console.Error.Write("\r" + text.PadRight(_written));
        }

        _written = text.Length;
    }
}
