namespace Breakwater.Runs;

/// <summary>A number of either sign.</summary>
internal readonly record struct RealNumber(double Value);
