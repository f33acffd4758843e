using System.Globalization;

namespace Breakwater.Benchmarks.Flow;

/// <summary>What a flow command was told.</summary>
internal static class FlowOptions
{
    /// <summary>How many rows ahead a book is told what a command will name, unless it is said otherwise: what three stages of eight cancels take.</summary>
    public const int Ahead = 64;

    public static int Number(ReadOnlySpan<string> arguments, string name, int otherwise)
    {
        int index = arguments.IndexOf(name);
        return index < 0 ? otherwise : int.Parse(arguments[index + 1], CultureInfo.InvariantCulture);
    }
}
