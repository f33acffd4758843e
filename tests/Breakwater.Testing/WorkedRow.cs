using Breakwater.Domain;

namespace Breakwater.Testing;

/// <summary>One example: what it is given, what its source says comes of it, and how precisely.</summary>
public sealed class WorkedRow(IReadOnlyList<string> columns, IReadOnlyList<string> cells)
{
    public string this[string column]
    {
        get
        {
            int at = columns.ToList().IndexOf(column);
            return at >= 0
                ? cells[at]
                : throw new ArgumentException($"The table has no column \"{column}\".", nameof(column));
        }
    }

    public Rational Number(string column) => Rational.Parse(this[column]);

    public Rational[] Numbers(string column) => [.. this[column].Split(' ').Select(Rational.Parse)];

    /// <summary>1 for long, -1 for short.</summary>
    public int Side => this["side"] == "long" ? 1 : -1;

    /// <summary>What is wrong with an answer; null where it is within the row's tolerance of the source's number.</summary>
    public string? Differs(string column, Rational answer)
    {
        Rational expected = Number(column);
        Rational tolerance = columns.Contains("tolerance") ? Number("tolerance") : Rational.Zero;
        return (answer - expected).Magnitude <= tolerance
            ? null
            : $"{cells[0]}: {column} is {answer}, the source says {expected}";
    }
}
