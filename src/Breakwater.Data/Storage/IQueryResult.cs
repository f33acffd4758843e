namespace Breakwater.Data;

/// <summary>Rows of a statement, read forward once.</summary>
public interface IQueryResult : IDisposable
{
    IReadOnlyList<string> Columns { get; }

    /// <summary>A string, long, double, decimal, bool, DateTime (UTC) or DateOnly; null for a missing value.</summary>
    object? this[int column] { get; }

    bool Read();
}
