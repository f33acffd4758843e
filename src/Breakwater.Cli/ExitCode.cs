namespace Breakwater.Cli;

/// <summary>What the command answers the shell.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>Something outside the user's input failed.</summary>
    public const int Failed = 1;

    /// <summary>What the user gave cannot be read or contradicts itself.</summary>
    public const int WrongInput = 2;

    /// <summary>Interrupted from the keyboard; what shells use for it.</summary>
    public const int Cancelled = 130;
}
