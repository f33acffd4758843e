namespace Breakwater.Data;

/// <summary>Something about data that parsed well and may still not be what it seems.</summary>
/// <param name="Code">A short name that scripts can rely on.</param>
/// <param name="Rows">How many rows it concerns.</param>
public sealed record Suspicion(string Code, string Text, DateTime? From, DateTime? To, long Rows);
