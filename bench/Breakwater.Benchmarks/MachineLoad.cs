namespace Breakwater.Benchmarks;

/// <summary>What else the machine was doing, where it says.</summary>
internal static class MachineLoad
{
    private const string LoadFile = "/proc/loadavg";

    /// <summary>Averages over 1, 5 and 15 minutes, this process included.</summary>
    public static string Now() => File.Exists(LoadFile) ? File.ReadAllText(LoadFile).Trim() : "unknown";

    public static double[] Rounded(double[] values) => [.. values.Select(value => Math.Round(value, 2))];
}
