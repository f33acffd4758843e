namespace Breakwater.Lab;

/// <summary>One indicator of one series.</summary>
/// <param name="Series">Venue, instrument and kind that it was measured on.</param>
/// <param name="Reading">What else belongs to the value, such as when it was reached; may be empty.</param>
/// <param name="Rows">Observations that it rests on.</param>
public sealed record MeasuredSeries(
    string Indicator,
    string Series,
    double Value,
    string Unit,
    string Reading,
    long Rows,
    DateTime From,
    DateTime To
);
