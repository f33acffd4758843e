using System.Globalization;
using Breakwater.Runs;

namespace Breakwater.Lab;

/// <summary>A small table of facts: comment lines with its source, a header that starts with time_utc, then numbers.</summary>
public sealed class FactTable
{
    private readonly List<DateTime> _times = [];
    private readonly List<double[]> _rows = [];

    private FactTable(string name, string kind, string source, IReadOnlyList<string> columns)
    {
        Name = name;
        Kind = kind;
        Source = source;
        Columns = columns;
    }

    public string Name { get; }

    /// <summary>Of <see cref="FactBasis.Kind"/>: measured, or reported where a comment line says "basis: reported".</summary>
    public string Kind { get; }

    /// <summary>The other comment lines, joined.</summary>
    public string Source { get; }

    public IReadOnlyList<string> Columns { get; }

    /// <exception cref="InputException">The file is missing or a line is wrong.</exception>
    public static FactTable Read(string path)
    {
        if (!File.Exists(path))
        {
            throw new InputException($"{path}: is not there");
        }

        string[] lines = File.ReadAllLines(path);
        string[] comments = [.. lines.TakeWhile(line => line.StartsWith('#')).Select(line => line[1..].Trim())];
        string[] header = lines.Length > comments.Length ? lines[comments.Length].Split(',') : [];
        if (header is not ["time_utc", ..])
        {
            throw new InputException($"{path}:{comments.Length + 1}: expected a header that starts with time_utc");
        }

        const string Reported = $"basis: {FactBasis.Reported}";
        string kind = comments.Contains(Reported) ? FactBasis.Reported : FactBasis.Measured;
        string source = string.Join(' ', comments.Where(line => line != Reported));
        var table = new FactTable(Path.GetFileNameWithoutExtension(path), kind, source, header[1..]);
        for (int line = comments.Length + 1; line < lines.Length; line++)
        {
            table.Add(lines[line].Split(','), $"{path}:{line + 1}");
        }

        return table;
    }

    /// <summary>The rows of these days (UTC), both included; a missing value is NaN.</summary>
    /// <exception cref="InputException">A column does not exist, or no row is of these days.</exception>
    public FactWindow Between(DateOnly from, DateOnly to, params IReadOnlyList<string> columns)
    {
        int[] positions = [.. columns.Select(PositionOf)];
        int[] rows = [.. Enumerable.Range(0, _times.Count).Where(row => IsWithin(_times[row], from, to))];
        if (rows.Length == 0)
        {
            throw new InputException($"{Name}: no row from {from:yyyy-MM-dd} to {to:yyyy-MM-dd}");
        }

        return new FactWindow(
            this,
            [.. rows.Select(row => _times[row])],
            [.. positions.Select(position => rows.Select(row => _rows[row][position]).ToArray())]
        );
    }

    private static bool IsWithin(DateTime time, DateOnly from, DateOnly to)
    {
        var day = DateOnly.FromDateTime(time);
        return day >= from && day <= to;
    }

    private int PositionOf(string column)
    {
        for (int position = 0; position < Columns.Count; position++)
        {
            if (string.Equals(Columns[position], column, StringComparison.Ordinal))
            {
                return position;
            }
        }

        throw new InputException($"{Name}: no column '{column}', expected one of {string.Join(", ", Columns)}");
    }

    private void Add(string[] fields, string place)
    {
        const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        if (
            fields.Length != Columns.Count + 1
            || !DateTime.TryParse(fields[0], CultureInfo.InvariantCulture, Utc, out DateTime time)
        )
        {
            throw new InputException($"{place}: expected a time and {Columns.Count} numbers");
        }

        _times.Add(time);
        _rows.Add([.. fields[1..].Select(field => NumberOf(field, place))]);
    }

    private static double NumberOf(string field, string place)
    {
        if (field.Length == 0)
        {
            return double.NaN;
        }

        return double.TryParse(field, CultureInfo.InvariantCulture, out double value)
            ? value
            : throw new InputException($"{place}: '{field}' is no number");
    }
}
