using Breakwater.Domain;

namespace Breakwater.Lab.Map;

/// <summary>One forced order of a store.</summary>
/// <param name="Sells">It closes a long.</param>
internal readonly record struct StoredLiquidation(Timestamp Time, bool Sells, double Price, double Dollars);
