namespace Breakwater.Lab.Map;

/// <summary>One coin at one venue in the market's dominant eigenvectors; shares of all markets add up to 1.</summary>
/// <param name="Receives">Share of the forced selling that comes to it once selling has gone on for some generations (right).</param>
/// <param name="Gives">How much a first dollar sold in it counts in the end, beside other markets' (left).</param>
public sealed record InfectedMarket(string Venue, string Coin, double Receives, double Gives);
