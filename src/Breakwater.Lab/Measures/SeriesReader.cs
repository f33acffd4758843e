using System.Globalization;
using Breakwater.Data;

namespace Breakwater.Lab;

/// <summary>Reads series from a store, one after the other, in order of time.</summary>
internal sealed class SeriesReader(IMarketStore store, MeasureQuestion question)
{
    /// <summary>Calls once per series and row; a missing value is NaN.</summary>
    /// <param name="columns">SQL expressions over the view.</param>
    /// <param name="open">Makes the observer of a series, by its name.</param>
    /// <returns>The observers in order of series, each with its rows and span.</returns>
    public IReadOnlyList<(T Observer, SeriesSpan Span)> Read<T>(
        string view,
        string columns,
        Func<string, T> open,
        Action<T, DateTime, double[]> observe,
        string suffix = ""
    )
    {
        var all = new List<(T, SeriesSpan)>();
        using IQueryResult rows = store.Query(Statement(view, columns, suffix));
        var values = new double[rows.Columns.Count - 2];
        while (rows.Read())
        {
            string name = (string)rows[0]!;
            var time = (DateTime)rows[1]!;
            if (all.Count == 0 || !string.Equals(all[^1].Item2.Name, name, StringComparison.Ordinal))
            {
                all.Add((open(name), new SeriesSpan(name, time)));
            }

            for (int column = 0; column < values.Length; column++)
            {
                values[column] = rows[column + 2] is { } value
                    ? Convert.ToDouble(value, CultureInfo.InvariantCulture)
                    : double.NaN;
            }

            observe(all[^1].Item1, time, values);
            all[^1].Item2.Extend(time);
        }

        return all;
    }

    private string Statement(string view, string columns, string suffix)
    {
        string venue = question.Venue.Length > 0 ? $" AND venue = {Quote(question.Venue)}" : "";
        string instrument = question.Instrument.Length > 0 ? $" AND instrument = {Quote(question.Instrument)}" : "";
        string days = string.Create(
            CultureInfo.InvariantCulture,
            $"day BETWEEN '{question.From:yyyy-MM-dd}' AND '{question.To:yyyy-MM-dd}'"
        );
        return $"SELECT venue || ' ' || instrument || ' ' || kind AS series, {columns} FROM {view} "
            + $"WHERE {days}{venue}{instrument} {suffix} ORDER BY 1, 2";
    }

    private static string Quote(string text) => "'" + text.Replace("'", "''", StringComparison.Ordinal) + "'";
}
