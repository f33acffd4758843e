namespace Breakwater.Runs;

/// <summary>What a user gave cannot be read; the message is one line with file, line, value and what would be right.</summary>
public sealed class InputException : Exception
{
    public InputException() { }

    public InputException(string message)
        : base(message) { }

    public InputException(string message, Exception inner)
        : base(message, inner) { }

    internal static InputException At(string file, int line, string problem) =>
        new(FormattableString.Invariant($"{file}:{line}: {problem}"));
}
