namespace Breakwater.Server;

/// <summary>Lowest and highest value that a calibration tries at one place.</summary>
public sealed record ValueRange(string Path, string Low, string High);
