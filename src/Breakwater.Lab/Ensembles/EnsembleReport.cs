namespace Breakwater.Lab;

/// <summary>A finished ensemble, as it stands in its folder.</summary>
public sealed record EnsembleReport(string Folder, EnsembleSummary Summary);
