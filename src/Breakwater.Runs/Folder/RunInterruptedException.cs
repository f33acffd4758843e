namespace Breakwater.Runs;

/// <summary>A run was cancelled after it had begun; the message says how far it came and where that is written.</summary>
public sealed class RunInterruptedException : OperationCanceledException
{
    public RunInterruptedException() { }

    public RunInterruptedException(string message)
        : base(message) { }

    public RunInterruptedException(string message, Exception inner)
        : base(message, inner) { }
}
