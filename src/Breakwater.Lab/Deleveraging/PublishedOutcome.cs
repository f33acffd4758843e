namespace Breakwater.Lab;

/// <summary>What a published policy came to in one wave.</summary>
/// <param name="Taken">Dollars of profit that winners gave up.</param>
/// <param name="LargestShare">Of what one winner had.</param>
public readonly record struct PublishedOutcome(double Taken, double LargestShare);
