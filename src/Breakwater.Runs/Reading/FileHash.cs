namespace Breakwater.Runs;

/// <summary>A file that a run was read from.</summary>
/// <param name="File">Relative to the folder that it was found in, or as the user gave it.</param>
/// <param name="Sha256">Of its bytes, in lower-case hexadecimal.</param>
public sealed record FileHash(string File, string Sha256);
