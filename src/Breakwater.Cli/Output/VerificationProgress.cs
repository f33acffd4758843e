using Breakwater.Lab;

namespace Breakwater.Cli;

/// <summary>How many theories are done: one line that is written over, or none where it cannot be.</summary>
internal sealed class VerificationProgress(TextWriter output) : IVerificationProgress, IDisposable
{
    private readonly Lock _writing = new();
    private readonly bool _overwrites = !Console.IsErrorRedirected;

    public void Finished(int theories, int of) => Write($"\r\u001b[Kverifying: {theories} of {of} theories");

    public void Clear() => Write("\r\u001b[K");

    public void Dispose() => Clear();

    private void Write(string text)
    {
        if (_overwrites)
        {
            lock (_writing)
            {
                output.Write(text);
            }
        }
    }
}
