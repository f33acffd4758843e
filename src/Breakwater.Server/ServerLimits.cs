namespace Breakwater.Server;

/// <summary>How much one server does for its callers; beyond it they are answered 413, 422 or 429.</summary>
public sealed record ServerLimits
{
    /// <summary>Of a request's body, in bytes.</summary>
    public long BodyBytes { get; init; } = 1 << 20;

    /// <summary>Runs that wait or run at the same time.</summary>
    public int OpenRuns { get; init; } = 8;

    /// <summary>Of one ensemble.</summary>
    public int Seeds { get; init; } = 1000;

    /// <summary>Requests of one address, on average.</summary>
    public int RequestsPerSecond { get; init; } = 500;

    /// <summary>Requests of one address at once, before the average counts.</summary>
    public int Burst { get; init; } = 3000;

    /// <summary>Runs ordered by one address.</summary>
    public int RunsPerMinute { get; init; } = 30;

    /// <summary>Points of one down-sampled series, and rows of one page of a table.</summary>
    public int Points { get; init; } = 10_000;
}
