using System.Globalization;
using Breakwater.Runs;

namespace Breakwater.Lab;

/// <summary>One line of a <see cref="HeadedTable"/>, asked by column.</summary>
internal sealed class HeadedRow(string where, IReadOnlyDictionary<string, int> columns, string[] cells)
{
    public double Number(string column) =>
        double.TryParse(Text(column), NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
        && double.IsFinite(value)
            ? value
            : throw new InputException($"{where}: {column}: '{Text(column)}' is no number");

    public double AtLeastZero(string column) =>
        Number(column) is var value and >= 0
            ? value
            : throw new InputException($"{where}: {column}: {Text(column)} is below 0");

    public DateTime Time(string column) =>
        DateTimeOffset.TryParse(
            Text(column),
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out DateTimeOffset time
        )
            ? time.UtcDateTime
            : throw new InputException($"{where}: {column}: '{Text(column)}' is no time");

    private string Text(string column) =>
        columns.TryGetValue(column, out int place)
            ? cells[place]
            : throw new InputException($"{where}: no column {column}");
}
