namespace Breakwater.Cli;

/// <summary>What the process answers to the shell.</summary>
internal static class ExitCodes
{
    public const int Success = 0;

    /// <summary>What the user typed, or the data, is wrong.</summary>
    public const int Input = 2;

    /// <summary>One line to the error stream.</summary>
    public static int Fail(string message)
    {
        Console.Error.WriteLine($"breakwater: {message.ReplaceLineEndings(" ").Trim()}");
        return Input;
    }
}
