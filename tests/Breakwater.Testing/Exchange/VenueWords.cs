using System.Globalization;
using Breakwater.Domain;
using Breakwater.Exchange;

namespace Breakwater.Testing;

/// <summary>Reads commands from words and puts events into words: decimals, symbols and names.</summary>
internal sealed class VenueWords(VenueRules rules)
{
    // In order of their identifiers; whoever is in no list is unknown to the venue too.
    private readonly List<string> _accounts = ["outside", "fund"];

    public AccountId Account(string name)
    {
        int index = _accounts.IndexOf(name);
        return new AccountId(index >= 0 ? index : int.MaxValue);
    }

    public InstrumentId Instrument(string symbol)
    {
        int index = rules.Instruments.ToList().FindIndex(listed => listed.Instrument.Symbol == symbol);
        return new InstrumentId(index >= 0 ? index : int.MaxValue);
    }

    public VenueCommand Command(string[] words, Timestamp time)
    {
        switch (words)
        {
            case ["open", var name, var mode, .. var weight]:
                _accounts.Add(name);
                return new VenueCommand.Open(
                    time,
                    Enum.Parse<MarginMode>(mode, ignoreCase: true),
                    weight is [var w] ? int.Parse(w.TrimStart('x'), CultureInfo.InvariantCulture) : 1
                );
            case ["deposit", var name, var amount]:
                return new VenueCommand.Deposit(time, Account(name), Money(amount));
            case ["withdraw", var name, var amount]:
                return new VenueCommand.Withdraw(time, Account(name), Money(amount));
            case ["mark", var symbol, var price]:
                return new VenueCommand.Mark(time, Instrument(symbol), PriceOf(price, symbol));
            case ["funding", var symbol, var rate, "at", var price]:
                return new VenueCommand.Funding(
                    time,
                    Instrument(symbol),
                    Rate.FromDecimal(Number(rate)),
                    PriceOf(price, symbol)
                );
            case ["unwind", var symbol, var quantity]:
                return new VenueCommand.Unwind(time, Instrument(symbol), QuantityOf(quantity, symbol), Worst: null);
            case [
                "trade",
                var buyer,
                "buys",
                var quantity,
                var symbol,
                "from",
                var seller,
                "at",
                var price,
                var leverage,
            ]:
                return new VenueCommand.Trade(
                    time,
                    Instrument(symbol),
                    Account(buyer),
                    Account(seller),
                    QuantityOf(quantity, symbol),
                    PriceOf(price, symbol),
                    LeverageOf(leverage)
                );
            case ["adopt", var name, var lots, var symbol, "entry", var entry, "margin", var margin, var leverage]:
                return new VenueCommand.Adopt(
                    time,
                    Instrument(symbol),
                    Account(name),
                    QuantityOf(lots, symbol),
                    PriceOf(entry, symbol),
                    Money(margin),
                    LeverageOf(leverage)
                );
            default:
                throw new FormatException($"No command reads '{string.Join(' ', words)}'.");
        }
    }

    /// <returns>Null for what only repeats a command, and for the outside account's side.</returns>
    public string? Describe(MarketEvent fact)
    {
        string who = NameOf(fact.Account);
        string other = NameOf(fact.Counterparty);
        string amount = Amount(fact.Amount);
        string what = fact.Instrument >= 0 ? Lots(fact.Quantity, new InstrumentId(fact.Instrument)) : "";
        string at = fact.Instrument >= 0 ? $"at {Price(fact)}" : "";
        bool isOutside = fact.Account == Venue.Outside.Index;
        return fact.Kind switch
        {
            EventKind.CommandRejected => $"{who} rejected: {(Rejection)fact.Detail}",
            EventKind.FundingSettled when !isOutside =>
                $"{who} funding {amount} leaves {fact.SecondAmount.MinorUnits} billionths",
            EventKind.PositionChanged when !isOutside => $"{who} changes by {what} {at} realised {amount}",
            EventKind.IsolatedMarginMoved => $"{who} margin moves {amount}",
            EventKind.LiquidationStarted =>
                $"{who} liquidatable: {what} equity {amount} below {Amount(fact.SecondAmount)}",
            EventKind.PositionLiquidated => $"{who} order: {what} fills {at}",
            EventKind.PositionTakenOver => $"{other} takes {what} from {who} {at}",
            EventKind.InventoryUnwound => $"{who} unwinds {what} {at} realised {amount}",
            EventKind.PositionDeleveraged => $"{who} deleveraged by {what} {at} against {other} realised {amount}",
            EventKind.InsuranceFundCredited => $"{who} pays fund {amount}",
            EventKind.InsuranceFundDebited => $"fund pays {who} {amount}",
            EventKind.LossLeftUnpaid => $"{who} leaves {amount} unpaid",
            EventKind.LiquidatorPaid => $"{who} pays liquidator {amount}",
            EventKind.LossShared => $"{who} bears {amount}",
            _ => null,
        };
    }

    public string Amount(Money amount) => Text(rules.Settlement.ToDecimal(amount));

    public string Lots(Quantity quantity, InstrumentId instrument)
    {
        Instrument listed = rules.Instruments[instrument.Index].Instrument;
        return $"{Text(listed.ToDecimal(quantity))} {listed.Symbol}";
    }

    private string Price(in MarketEvent fact) =>
        Text(rules.Instruments[fact.Instrument].Instrument.ToDecimal(fact.Price));

    private string NameOf(int account) => account >= 0 && account < _accounts.Count ? _accounts[account] : "nobody";

    private static string Text(decimal value) => value.ToString("0.############", CultureInfo.InvariantCulture);

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    private static Leverage LeverageOf(string text) =>
        Leverage.FromMultiple(int.Parse(text.TrimEnd('x'), CultureInfo.InvariantCulture));

    private Money Money(string text) =>
        rules.Settlement.TryFromDecimal(Number(text), out Money money) ? money : throw new FormatException(text);

    private Price PriceOf(string text, string symbol)
    {
        Price price = default;
        bool onGrid = Listed(symbol)?.TryPrice(Number(text), out price) ?? true;
        return onGrid ? price : throw new FormatException($"{text} is not on the tick grid of {symbol}.");
    }

    private Quantity QuantityOf(string text, string symbol)
    {
        Quantity quantity = default;
        bool onGrid = Listed(symbol)?.TryQuantity(Number(text), out quantity) ?? true;
        return onGrid ? quantity : throw new FormatException($"{text} is not on the lot grid of {symbol}.");
    }

    private Instrument? Listed(string symbol) =>
        rules.Instruments.FirstOrDefault(listed => listed.Instrument.Symbol == symbol)?.Instrument;
}
