namespace Breakwater.Lab;

/// <summary>Whose data to measure, and over which days (UTC, both included).</summary>
/// <param name="Venue">Empty for every venue.</param>
/// <param name="Instrument">Empty for every instrument.</param>
public sealed record MeasureQuestion(string Venue, string Instrument, DateOnly From, DateOnly To)
{
    /// <summary>The instrument that others are compared with; empty where nothing is.</summary>
    public string Against { get; init; } = "";
}
