namespace Breakwater.Runs;

/// <param name="Path">Where it stands, such as "venues[0].fundCapital".</param>
/// <param name="Basis">"measured", "reported" or "assumed".</param>
public sealed record ManifestValue(string Path, string Value, string Basis, string Source);
