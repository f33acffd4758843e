namespace Breakwater.Runs;

/// <summary>How much of one side of a coin the ten largest accounts held at the start.</summary>
/// <param name="TenLargestShare">Of the side's open interest; null where nobody held any.</param>
public sealed record ConcentrationSummary(string Coin, string Side, decimal? TenLargestShare);
