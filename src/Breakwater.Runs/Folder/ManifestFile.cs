namespace Breakwater.Runs;

/// <param name="Path">As the scenario names it.</param>
/// <param name="Sha256">Of its bytes, 64 lower-case hexadecimal digits.</param>
public sealed record ManifestFile(string Path, string Sha256);
