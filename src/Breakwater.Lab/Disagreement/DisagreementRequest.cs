using Breakwater.Runs;

namespace Breakwater.Lab;

/// <summary>Which scenario to run on both kinds of liquidity, and with which seeds.</summary>
/// <param name="Threads">Positive; the result does not depend on it.</param>
public sealed record DisagreementRequest(ContentFolders Content, string Scenario, SeedList Seeds, int Threads);
