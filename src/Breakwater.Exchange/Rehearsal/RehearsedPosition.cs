using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>A position at a mark, as the rules see it.</summary>
/// <param name="Maintenance">With the fee that the venue reserves for closing it.</param>
internal readonly record struct RehearsedPosition(
    InstrumentRules Rules,
    Quantity Lots,
    Money Value,
    Money Cost,
    Money Maintenance,
    Price Mark,
    int Weight
)
{
    /// <summary>Of its value; what it must hold.</summary>
    public double MarginRate => (double)Maintenance.MinorUnits / Math.Max(Value.Magnitude.MinorUnits, 1);

    public Price BankruptcyIn(MarginState account) =>
        BankruptcyPrice.ToTick(Rules.Instrument, Lots, Mark, BankruptcyPrice.EquityBehind(account, Maintenance));
}
