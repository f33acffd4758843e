using System.Globalization;
using Breakwater.Domain;

namespace Breakwater.Runs;

/// <summary>One line of a table.</summary>
/// <param name="Columns">Place of each column among the values; rows of a table share it.</param>
internal sealed record CsvRow(string File, int Line, IReadOnlyDictionary<string, int> Columns, string[] Values)
{
    public string this[string column] => Values[Columns[column]];

    /// <summary>Where the line stands, such as "accounts.csv:12".</summary>
    public string Origin => FormattableString.Invariant($"{File}:{Line}");

    /// <exception cref="InputException">It is not a decimal number, or zero or negative.</exception>
    public decimal Positive(string column) =>
        Decimal(column) is > 0 and var number
            ? number
            : throw Wrong(column, "must be a number above 0, such as \"116830.3\"");

    /// <exception cref="InputException">It is not a decimal number, or negative.</exception>
    public decimal NotNegative(string column) =>
        Decimal(column) is >= 0 and var number
            ? number
            : throw Wrong(column, "must be a number from 0 up, such as \"1000.50\"");

    /// <exception cref="InputException">It is not a time in UTC.</exception>
    public Timestamp Time(string column) =>
        Forms.Timestamp.TryParse(this[column], out Timestamp time)
            ? time
            : throw Wrong(column, $"must be {Forms.Timestamp.Expected}");

    public InputException Wrong(string column, string problem) =>
        InputException.At(File, Line, $"{column}: \"{this[column]}\" {problem}");

    // No price, quantity or balance of a table needs more; what needs more would not fit the engine's integers either.
    private decimal? Decimal(string column) =>
        decimal.TryParse(
            this[column],
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out decimal number
        )
        && Math.Abs(number) < 1e15m
            ? number
            : null;
}
