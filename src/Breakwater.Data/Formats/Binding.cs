namespace Breakwater.Data;

/// <summary>Where one column of one row comes from, with names already turned into positions.</summary>
/// <param name="Field">Position of the field; -1 where the value is constant or missing.</param>
internal readonly record struct Binding(int Column, Conversion Conversion, int Field, byte[] Constant, double Number);
