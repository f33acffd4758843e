namespace Breakwater.Server;

/// <summary>A caller's token.</summary>
public sealed record SessionRequest(string Token);
