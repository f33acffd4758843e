namespace Breakwater.Lab.Map;

/// <summary>The widest jump of each crowd, where it has one: a slightly larger shock lands that much deeper.</summary>
/// <param name="Share">Of the crowds that have one at least as wide as was asked for.</param>
/// <param name="Trigger">Smallest shock to this coin that goes over it, percent; null where no crowd has one.</param>
/// <param name="From">Where a slightly smaller shock lands, percent below the start.</param>
/// <param name="To">Where this one lands; where no level stops it, the deepest that the map knows.</param>
public sealed record CliffAnswer(string Coin, BookState Book, double Share, Band? Trigger, Band? From, Band? To);
