using System.Globalization;

namespace Breakwater.Lab;

/// <summary>Some columns of a table over some days, in order of time.</summary>
public sealed record FactWindow(FactTable Table, IReadOnlyList<DateTime> Times, IReadOnlyList<double[]> Columns)
{
    /// <summary>What a value rests on, for people.</summary>
    public string Coverage
    {
        get
        {
            string span = $"{Times[0]:yyyy-MM-dd} to {Times[^1]:yyyy-MM-dd}";
            return string.Create(CultureInfo.InvariantCulture, $"{Table.Name}, {Times.Count} rows, {span}");
        }
    }
}
