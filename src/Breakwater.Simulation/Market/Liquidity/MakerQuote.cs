namespace Breakwater.Simulation;

/// <summary>What a maker quotes: dollars within 1 % of its best price on each side, before anything was taken from them.</summary>
internal readonly record struct MakerQuote(double BidDepth, double AskDepth);
