namespace Breakwater.Lab;

/// <summary>The objective at one value of a parameter.</summary>
/// <param name="Value">As the scenario would write it.</param>
public sealed record ProfilePoint(string Value, double Objective);
