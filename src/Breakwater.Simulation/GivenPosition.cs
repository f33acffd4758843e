using Breakwater.Domain;

namespace Breakwater.Simulation;

/// <param name="Lots">Signed; not zero.</param>
/// <param name="IsolatedMargin">Zero under cross margin.</param>
/// <param name="Origin">Where the user wrote it, such as "accounts.csv:12".</param>
public sealed record GivenPosition(
    InstrumentId Instrument,
    Quantity Lots,
    Price Entry,
    Money IsolatedMargin,
    Leverage Leverage,
    string Origin
);
