using Breakwater.Domain;
using Breakwater.Exchange;

namespace Breakwater.Simulation;

/// <summary>A venue's money as a run reports it: in its settlement currency, or where that is a coin in US dollars.</summary>
/// <remarks>
/// Inverse contracts are worth so many dollars at any price. Balances of such a venue are reported at the mark of the moment of asking:
/// two reports of one balance differ where the mark has moved.
/// </remarks>
public sealed class ReportedMoney
{
    private readonly Venue _venue;
    private readonly Instrument _first;

    public ReportedMoney(Venue venue)
    {
        _venue = venue;
        _first = venue.Rules.Instruments[0].Instrument;
        Currency = IsInCoin ? Currency.Usd : venue.Rules.Settlement;
    }

    public Currency Currency { get; }

    /// <summary>Dollars for one unit of the settlement currency: the present mark of a coin, else 1.</summary>
    public decimal Rate => IsInCoin ? _first.ToDecimal(_venue.MarkOf(_first.Id)) : 1;

    private bool IsInCoin => _first.Kind == ContractKind.Inverse;

    /// <param name="lots">Not negative.</param>
    /// <returns>In <see cref="Currency"/>, exact.</returns>
    public Money NotionalOf(Instrument instrument, Price price, Quantity lots) =>
        instrument.Kind == ContractKind.Linear
            ? instrument.Notional(price, lots)
            : InMinorUnits(Currency, instrument.ToDecimal(lots));

    /// <param name="balance">In the settlement currency.</param>
    /// <param name="mark">Of the venue's first instrument, at the time of the balance.</param>
    /// <returns>In <see cref="Currency"/>, towards zero to a minor unit.</returns>
    public Money Of(Money balance, Price mark) =>
        IsInCoin
            ? InMinorUnits(Currency, _venue.Rules.Settlement.ToDecimal(balance) * _first.ToDecimal(mark))
            : balance;

    /// <param name="balance">In the settlement currency.</param>
    /// <returns>Units of <see cref="Currency"/>.</returns>
    public decimal ToDecimal(Money balance) =>
        IsInCoin ? _venue.Rules.Settlement.ToDecimal(balance) * Rate : Currency.ToDecimal(balance);

    /// <summary>As much of the settlement currency as so many dollars are, towards zero to a minor unit.</summary>
    public Money InSettlement(decimal dollars) => InMinorUnits(_venue.Rules.Settlement, dollars / Rate);

    private static Money InMinorUnits(Currency currency, decimal amount)
    {
        bool isMoney = currency.TryFromDecimal(amount - amount % currency.MinorUnit, out Money money);
        Invariant.Holds(isMoney, "minor units are money everywhere");
        return money;
    }
}
