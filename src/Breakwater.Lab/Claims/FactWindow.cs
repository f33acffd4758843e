using System.Globalization;

namespace Breakwater.Lab;

/// <summary>Some columns of a table over some days, in order of time.</summary>
public sealed record FactWindow(FactTable Table, IReadOnlyList<DateTime> Times, IReadOnlyList<double[]> Columns)
{
    /// <summary>What a value of these rows rests on.</summary>
    public FactBasis Basis =>
        new(
            Table.Kind,
            Table.Name,
            string.Create(
                CultureInfo.InvariantCulture,
                $"{Times.Count} {(Times.Count == 1 ? "row" : "rows")}, {Times[0]:yyyy-MM-dd} to {Times[^1]:yyyy-MM-dd}"
            ),
            Table.Source
        );
}
