namespace Breakwater.Exchange;

/// <summary>A copy of what blocks have taken.</summary>
internal sealed record BlocksState(long[] TakenAt, BlockUse[] Used);
