namespace Breakwater.Lab.Map;

/// <summary>How large something would have to be for R of the median crowd to be 1.</summary>
/// <param name="Times">Over what it is; null where even the most of it leaves R above 1.</param>
/// <param name="Most">Over what it is, the most that was tried.</param>
public sealed record NeededSize(string Rule, double? Times, double Most);
