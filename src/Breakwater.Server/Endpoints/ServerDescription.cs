using Breakwater.Runs;

namespace Breakwater.Server;

/// <summary>What answers here.</summary>
/// <param name="HasStore">Whether there is market data to measure.</param>
public sealed record ServerDescription(Engine Engine, ServerLimits Limits, bool HasStore);
