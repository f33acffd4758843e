namespace Breakwater.Server;

/// <summary>A file of a run folder.</summary>
/// <param name="Bytes">Its size.</param>
public sealed record RunFile(string Name, long Bytes);
