using System.Diagnostics;

namespace Breakwater.Cli;

/// <summary>One line that tells how far a long task is: written over, or a line now and then where it cannot be.</summary>
/// <remarks>May be called from several threads.</remarks>
internal sealed class StatusLine(TextWriter output) : IDisposable
{
    private const string EraseLine = "\r\u001b[K";
    private static readonly TimeSpan s_between = TimeSpan.FromSeconds(Console.IsErrorRedirected ? 10 : 0.1);
    private static readonly TimeSpan s_first = TimeSpan.FromSeconds(Console.IsErrorRedirected ? 2 : 0.1);

    private readonly Lock _writing = new();
    private readonly bool _overwrites = !Console.IsErrorRedirected;
    private readonly Stopwatch _sinceStart = Stopwatch.StartNew();
    private TimeSpan _next = s_first;

    public TimeSpan Elapsed => _sinceStart.Elapsed;

    /// <summary>Writes at once.</summary>
    public void Write(string text)
    {
        lock (_writing)
        {
            if (_overwrites)
            {
                output.Write(EraseLine + text);
            }
            else
            {
                output.WriteLine(text);
            }
        }
    }

    /// <summary>Writes, unless it has written lately.</summary>
    public void WriteNowAndThen(Func<string> text)
    {
        lock (_writing)
        {
            if (Elapsed >= _next)
            {
                _next = Elapsed + s_between;
                Write(text());
            }
        }
    }

    /// <summary>Leaves an empty line, where it can be written over.</summary>
    public void Clear()
    {
        if (_overwrites)
        {
            output.Write(EraseLine);
        }
    }

    public void Dispose() => Clear();
}
